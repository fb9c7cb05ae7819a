"""The one way to paint: words in runs, boxes, icons and rings, in tokens, mirrored where the window runs right to left.

A line of words is a list of ``Run``; a plain ``str`` is one run. When space is short, runs marked ``whole`` (native
names, details) are given up first, whole, from the end; then the last run that fits is elided. Half a native name is
never shown.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from liaison_app.desktop.look.icons import MIRRORED
from liaison_app.desktop.look.look import Look, look, right_to_left


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one colour and weight. ``tone`` is a token; empty takes the line's."""

    text: str
    tone: str = ""
    bold: bool = False
    whole: bool = False
    underline: bool = False
    struck: bool = False


Words = str | Sequence[Run]
_PIECES = re.compile(r"\s*\S+|\s+$")
"""A word and the spaces before it."""


def name_runs(name: str, native: str = "", *, bold: bool = False, tone: str = "text") -> list[Run]:
    """A name and, one token quieter on the same line and never bold, its native form."""
    runs = [Run(name, tone, bold)]
    if native:
        runs.append(Run("  " + native, "text2" if bold else "text3", whole=True))
    return runs


def runs_of(words: Words) -> list[Run]:
    """Words as runs."""
    if isinstance(words, str):
        return [Run(words)] if words else []
    return [run for run in words if run.text]


def plain(words: Words) -> str:
    """The text twin of painted words, for screen readers and copying."""
    return " ".join("".join(run.text for run in runs_of(words)).split())


def joined(*parts: Words) -> str:
    """One sentence of several painted words: ``Busan 부산광역시, 9 days late``."""
    return ", ".join(text for text in map(plain, parts) if text)


def width_of(
    words: Words, size: str = "body", bold: bool = False, worn: Look | None = None
) -> float:
    """Pixels that the whole line takes."""
    worn = worn or look()
    return sum(worn.width(run.text, size, run.bold or bold) for run in runs_of(words))


def fitted(words: Words, room: float, size: str, bold: bool, worn: Look) -> list[Run]:
    """The runs that are shown in ``room`` pixels."""
    runs = runs_of(words)
    for at in reversed(range(len(runs))):
        if width_of(runs, size, bold, worn) <= room + 0.5:
            return runs
        if runs[at].whole and len(runs) > 1:
            del runs[at]
    shown: list[Run] = []
    for run in runs:
        metrics = worn.metrics(size, run.bold or bold)
        text = run.text
        if metrics.horizontalAdvance(text) > room + 0.5:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0))
        if text:
            shown.append(replace(run, text=text))
        room -= metrics.horizontalAdvance(text)
        if text != run.text:
            break
    return shown


def in_lines(
    words: Words, room: float, size: str = "body", bold: bool = False, worn: Look | None = None
) -> list[list[Run]]:
    """Words on one line if they fit in ``room`` pixels, else on two, broken between words; what is left is elided."""
    worn = worn or look()
    runs = runs_of(words)
    if width_of(runs, size, bold, worn) <= room + 0.5:
        return [runs]
    # a run is broken once at most: words of their own would stand in the wrong order in Arabic
    for at, run in enumerate(runs):
        wide = width_of([run], size, bold, worn)
        if wide <= room + 0.5:
            room -= wide
            continue
        fits = ""
        for piece in _PIECES.findall(run.text):
            if width_of([replace(run, text=fits + piece)], size, bold, worn) > room + 0.5:
                break
            fits += piece
        rest = replace(run, text=run.text[len(fits) :].lstrip())
        first = [*runs[:at], *([replace(run, text=fits)] if fits else [])]
        return [first, [rest, *runs[at + 1 :]]] if first else [runs]
    return [runs]


class Ink:
    """A painter that speaks tokens. ``x`` runs from the leading edge: all is mirrored within ``area`` if need be."""

    def __init__(self, painter: QPainter, area: QRectF, mirrored: bool | None = None) -> None:
        self.painter = painter
        self.area = area
        self.look = look()
        self.mirrored = right_to_left() if mirrored is None else mirrored
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # each run takes the direction of its own words: "9 days late" stays so in a mirrored window
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)

    def px(self, pixels: float) -> int:
        """A length given at 100 % text, at the scale worn."""
        return self.look.px(pixels)

    def rect(self, x: float, y: float, width: float, height: float) -> QRectF:
        """A rectangle at leading ``x``, mirrored within the area if need be."""
        if self.mirrored:
            x = self.area.left() + self.area.right() - x - width
        return QRectF(x, y, width, height)

    def fill(self, x: float, y: float, width: float, height: float, token: str) -> None:
        """A plain filled rectangle."""
        self.painter.fillRect(self.rect(x, y, width, height), self.look.colour(token))

    def box(
        self,
        box: QRectF,
        fill: str | None,
        line: str | None = None,
        radius: float = 6,
        pen: float = 1.0,
        dashed: bool = False,
    ) -> None:
        """A rounded box, its outline inside ``box`` (leading coordinates)."""
        box = self.rect(box.x(), box.y(), box.width(), box.height())
        self.painter.setBrush(self.look.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        self.painter.setPen(QPen(self.look.colour(line), pen, style) if line else Qt.PenStyle.NoPen)
        inset = pen / 2 if line else 0.0
        self.painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)

    def ring(self, box: QRectF, radius: float = 5) -> None:
        """The focus ring: 2 px, inside."""
        self.box(box, None, "ring", radius, 2)

    def icon(self, name: str, x: float, middle: float, tone: str = "text2", size: int = 16) -> None:
        """An icon of ``size`` px (at 100 %) whose vertical middle is at ``middle``."""
        side = self.px(size)
        name = MIRRORED.get(name, name) if self.mirrored else name
        ratio = self.painter.device().devicePixelRatio()
        pixmap = self.look.icons.pixmap(name, self.look.colour(tone).name(), side, ratio)
        at = self.rect(x, middle - side / 2, side, side)
        self.painter.drawPixmap(round(at.x()), round(at.y()), pixmap)

    def baseline(self, middle: float, size: str = "body") -> float:
        """The baseline at which capitals of ``size`` stand centred on ``middle``."""
        return middle + self.look.metrics(size).capHeight() / 2

    def text(
        self,
        x: float,
        baseline: float,
        room: float,
        words: Words,
        size: str = "body",
        tone: str = "text",
        bold: bool = False,
    ) -> float:
        """Words on one baseline from ``x``, in ``room`` pixels; the width used."""
        start = x
        for run in fitted(words, room, size, bold, self.look):
            x += self._run(run, x, baseline, size, tone, run.bold or bold)
        return x - start

    def text_at_end(
        self,
        x: float,
        baseline: float,
        room: float,
        words: Words,
        size: str = "body",
        tone: str = "text",
        bold: bool = False,
    ) -> float:
        """Words that end where the ``room`` pixels from ``x`` end; the width used."""
        runs = fitted(words, room, size, bold, self.look)
        wide = width_of(runs, size, bold, self.look)
        return self.text(x + room - wide, baseline, wide, runs, size, tone, bold)

    def _run(self, run: Run, x: float, baseline: float, size: str, tone: str, bold: bool) -> float:
        words = run.text.strip()
        whole = self.look.width(run.text, size, bold)
        width = self.look.width(words, size, bold)
        # spaces before and after the words stand there in either direction
        before = self.look.width(run.text.rstrip(), size, bold) - width
        at = self.rect(x + before, baseline, width, 1)
        colour = self.look.colour(run.tone or tone)
        self.painter.setFont(self.look.font(size, bold))
        self.painter.setPen(colour)
        self.painter.drawText(QPointF(at.x(), baseline), words)
        if run.underline:
            self.painter.fillRect(QRectF(at.x(), baseline + 2.5, width, 1.5), colour)
        if run.struck:
            middle = baseline - self.look.metrics(size).xHeight() / 2
            self.painter.fillRect(QRectF(at.x(), middle, width, 1), colour)
        return whole


def highlighted(text: str, spans: Iterable[tuple[int, int]], tone: str = "text") -> list[Run]:
    """``text`` with the letters in ``spans`` (start, end) bold, underlined and in the accent colour."""
    runs: list[Run] = []
    done = 0
    for start, end in spans:
        runs += [Run(text[done:start], tone), Run(text[start:end], "accent", True, underline=True)]
        done = end
    return [run for run in (*runs, Run(text[done:], tone)) if run.text]
