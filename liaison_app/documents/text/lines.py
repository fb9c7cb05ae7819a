"""Paragraphs set into lines of glyphs."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from liaison_app.documents.text.bidi import in_visual_order, levels_with_parts_apart
from liaison_app.documents.text.breaks import glued, pieces
from liaison_app.documents.text.face import Face, Glyph
from liaison_app.documents.text.faces import Faces, clusters, transliterated
from liaison_app.documents.text.style import Span


@dataclass(frozen=True)
class Run:
    """Glyphs of one face and style, left to right; ``text`` is what they say, in reading order."""

    face: Face
    span: Span
    glyphs: tuple[Glyph, ...]
    text: str
    level: int

    @property
    def width(self) -> float:
        """In points."""
        style = self.span.style
        return sum(g.advance for g in self.glyphs) * style.size / 1000 + style.track * len(self.glyphs)


@dataclass(frozen=True)
class Line:
    """A set line: its runs from left to right, its width in points, and its text in reading order."""

    runs: tuple[Run, ...]
    width: float
    text: str


@dataclass
class _Word:
    """What stands together on a line, in reading order."""

    runs: list[Run]
    is_space: bool = False
    is_end: bool = False
    width: float = field(init=False)

    def __post_init__(self) -> None:
        self.width = sum(run.width for run in self.runs)


class Typesetter:
    """Sets spans into lines with given faces, and remembers the letters that no face has."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self.missing: dict[str, str] = {}
        """Text as given: as printed, in plain letters."""
        self._words: dict[tuple[Span, ...], list[_Word]] = {}

    def lines(self, spans: Sequence[Span], width: float) -> list[Line]:
        """Lines no wider than ``width`` points. A word that is wider is broken between letters."""
        key = tuple(spans)
        if key not in self._words:
            self._words[key] = list(self._set(key))
        return list(_fill(self._words[key], width))

    def width(self, spans: Sequence[Span]) -> float:
        """Width in points if all stands on one line."""
        return max((line.width for line in self.lines(spans, 1e6)), default=0.0)

    def without_face(self, text: str, lang: str = "") -> list[str]:
        """The characters of ``text`` that no face has, each once."""
        found = [
            char
            for cluster in clusters(unicodedata.normalize("NFC", text))
            if cluster.strip() and not self.faces.for_cluster(cluster, False, False, lang)
            for char in cluster
        ]
        return list(dict.fromkeys(found))

    def _set(self, spans: tuple[Span, ...]) -> Iterator[_Word]:
        printable = [self._printable(span) for span in spans]
        levels = levels_with_parts_apart([(text, span.apart) for span, text in zip(spans, printable, strict=True)])
        at = 0
        open_word: list[Run] = []
        for span, text in zip(spans, printable, strict=True):
            for piece in [text] if span.reversed else pieces(text):
                if piece[0] in " \n" and not span.reversed:
                    if open_word:
                        yield _Word(open_word)
                        open_word = []
                    runs = [] if piece == "\n" else list(self._runs(span, piece, levels[at : at + len(piece)]))
                    yield _Word(runs, is_space=piece != "\n", is_end=piece == "\n")
                else:
                    if open_word and open_word[-1].span is span:
                        yield _Word(open_word)
                        open_word = []
                    open_word += self._runs(span, piece, levels[at : at + len(piece)])
                at += len(piece)
        if open_word:
            yield _Word(open_word)

    def _printable(self, span: Span) -> str:
        """The span's text in letters that there are faces for; what is missing is noted."""
        text = unicodedata.normalize("NFC", "".join(c for c in span.text if c == "\n" or unicodedata.category(c) != "Cc"))
        text = glued(text)
        style, out, lost = span.style, "", False
        for cluster in clusters(text):
            if cluster in "\n " or self.faces.for_cluster(cluster, style.bold, style.italic, span.lang):
                out += cluster
            else:
                out += transliterated(cluster)
                lost = True
        if lost:
            self.missing[text] = out
        return out

    def _runs(self, span: Span, text: str, levels: Sequence[int]) -> Iterator[Run]:
        style, at, start = span.style, 0, 0
        current: tuple[Face, int] | None = None
        for cluster in clusters(text):
            face = self.faces.for_cluster(cluster, style.bold, style.italic, span.lang)
            assert face is not None, "text was made printable"
            found = (face, levels[at])
            if current is not None and current != found:
                yield _run(span, text[start:at], *current)
                start = at
            current = found
            at += len(cluster)
        if current is not None:
            yield _run(span, text[start:], *current)


def _run(span: Span, text: str, face: Face, level: int) -> Run:
    return Run(face, span, face.shape(text, bool(level & 1), span.lang), text, level)


def _fill(words: Sequence[_Word], width: float) -> Iterator[Line]:
    line: list[_Word] = []
    used = 0.0
    any_line = False
    for word in words:
        if word.is_end:
            yield _line(line)
            any_line, line, used = True, [], 0.0
            continue
        if not word.is_space and used + word.width > width + 0.01:
            if any(not w.is_space for w in line):
                yield _line(line)
                any_line = True
            line, used = [], 0.0
            parts = list(_broken(word, width)) if word.width > width + 0.01 else [word]
            for part in parts[:-1]:
                yield _line([part])
                any_line = True
            word = parts[-1]
        if word.is_space and not line:
            continue
        line.append(word)
        used += word.width
    if line or not any_line:
        yield _line(line)


def _broken(word: _Word, width: float) -> Iterator[_Word]:
    """A word too wide for any line, cut between letters."""
    part: list[Run] = []
    used = 0.0
    for run in word.runs:
        text = ""
        for cluster in clusters(run.text):
            tried = _run(run.span, text + cluster, run.face, run.level)
            if used + tried.width > width and (text or part):
                yield _Word([*part, *([_run(run.span, text, run.face, run.level)] if text else [])])
                part, used, text = [], 0.0, cluster
            else:
                text += cluster
        last = _run(run.span, text, run.face, run.level)
        part.append(last)
        used += last.width
    yield _Word(part)


def _line(words: list[_Word]) -> Line:
    while words and words[-1].is_space:
        words = words[:-1]
    runs = [run for word in words for run in word.runs]
    ordered = in_visual_order(_merged(runs), [run.level for run in _merged(runs)])
    return Line(tuple(ordered), sum(r.width for r in runs), "".join(r.text for r in runs))


def _merged(runs: list[Run]) -> list[Run]:
    """Neighbours of one face, span and level as one run: fewer and longer pieces on paper."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last and last.face is run.face and last.span is run.span and last.level == run.level:
            glyphs = run.glyphs + last.glyphs if run.level & 1 else last.glyphs + run.glyphs
            found[-1] = Run(run.face, run.span, glyphs, last.text + run.text, run.level)
        else:
            found.append(run)
    return found
