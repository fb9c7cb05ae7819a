"""Paragraphs set into lines of glyphs."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from liaison_app.documents.text.bidi import in_visual_order, levels_with_parts_apart
from liaison_app.documents.text.breaks import glued, pieces
from liaison_app.documents.text.face import Face, Glyph
from liaison_app.documents.text.faces import Faces, clusters, transliterated
from liaison_app.documents.text.style import Span

_AFTER_NO_BREAK = re.compile("(?<=\u00a0)")


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
        return sum(g.advance for g in self.glyphs) * style.size / 1000 + style.track * len(
            self.glyphs
        )


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
        levels = levels_with_parts_apart(
            [(text, span.apart) for span, text in zip(spans, printable, strict=True)]
        )
        at = 0
        open_word: list[Run] = []
        for span, text in zip(spans, printable, strict=True):
            for piece in [text] if span.whole else pieces(text):
                if piece[0] in " \n" and not span.whole:
                    if open_word:
                        yield _Word(open_word)
                        open_word = []
                    runs = (
                        []
                        if piece == "\n"
                        else list(self._runs(span, piece, levels[at : at + len(piece)]))
                    )
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
        text = glued(_plain(span.text))
        style, out, lost = span.style, "", False
        for cluster in clusters(text):
            if cluster in "\n " or self.faces.for_cluster(
                cluster, style.bold, style.italic, span.lang
            ):
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
            found = (face or self.faces.bundled("FiraGO"), levels[at])
            if current is not None and current != found:
                yield _run(span, text[start:at], *current)
                start = at
            current = found
            at += len(cluster)
        if current is not None:
            yield _run(span, text[start:], *current)


_SPACES = str.maketrans(
    {"\t": " ", "\v": " ", "\f": " ", "\r": None, "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}
)


def _plain(text: str) -> str:
    """``text`` with one kind of line end, tabs as spaces, without control characters, composed."""
    kept = (c for c in text.translate(_SPACES) if c == "\n" or unicodedata.category(c) != "Cc")
    return unicodedata.normalize("NFC", "".join(kept))


def _run(span: Span, text: str, face: Face, level: int) -> Run:
    return Run(face, span, face.shape(text, bool(level & 1), span.lang), text, level)


def _fill(words: Sequence[_Word], width: float) -> Iterator[Line]:
    line: list[_Word] = []
    used = 0.0
    lines = 0
    for word in words:
        if word.is_end:
            yield _line(line)
            lines, line, used = lines + 1, [], 0.0
            continue
        last = word
        if not word.is_space and used + word.width > width + 0.01:
            full = [_line(line)] if any(not w.is_space for w in line) else []
            *parts, last = _broken(word, width) if word.width > width + 0.01 else [word]
            full += [_line([part]) for part in parts]
            yield from full
            lines, line, used = lines + len(full), [], 0.0
        if not last.is_space or line:
            line.append(last)
            used += last.width
    if line or not lines:
        yield _line(line)


def _broken(word: _Word, width: float) -> Iterator[_Word]:
    """A word too wide for any line, cut at its no-break spaces, and where it has none between letters."""
    part: list[Run] = []
    used = 0.0
    for run in word.runs:
        text = ""
        for cluster in _breakable(run, width):
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


def _breakable(run: Run, width: float) -> list[str]:
    """The pieces that stay whole: between no-break spaces if each of them fits, else letters."""
    pieces = [piece for piece in _AFTER_NO_BREAK.split(run.text) if piece]
    if len(pieces) > 1 and all(
        _run(run.span, p, run.face, run.level).width <= width for p in pieces
    ):
        return pieces
    return clusters(run.text)


def _line(words: list[_Word]) -> Line:
    """The space at which a line ends is kept for those who copy the text, but takes no width."""
    end = len(words)
    while end and words[end - 1].is_space:
        end -= 1
    runs = _merged([run for word in words[:end] for run in word.runs])
    ordered = in_visual_order(runs, [run.level for run in runs])
    space = (
        words[end].runs if end and end < len(words) and not any(run.level for run in runs) else []
    )
    text = "".join(run.text for run in (*runs, *space))
    return Line((*ordered, *space), sum(run.width for run in runs), text)


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
