"""What every box can do, and the plainest boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from liaison_app.documents.pdf.pen import Pen
from liaison_app.documents.text.lines import Line, Typesetter
from liaison_app.documents.text.style import Span


class Box(Protocol):
    """Something with a height. Lengths are points; ``y`` counts downwards."""

    def height(self, width: float) -> float:
        """The height that it takes when it is ``width`` wide."""
        ...

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Divide so that the first part fits into ``room``; None if no part of it may stand there."""
        ...

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw with the top left corner at ``x, y``."""
        ...


class Whole:
    """A box that never divides."""

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Never."""
        return None


@dataclass(frozen=True)
class Gap(Whole):
    """Empty height; it vanishes at the top of a page."""

    points: float

    def height(self, width: float) -> float:
        """The gap."""
        return self.points

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Nothing."""


@dataclass(frozen=True)
class Rule(Whole):
    """A line over the full width, ``above`` points under the top of its box."""

    weight: float = 0.6
    above: float = 0.0
    below: float = 0.0
    grey: float = 1.0
    outdent: float = 0.0
    """How far it reaches to the left of its box."""

    def height(self, width: float) -> float:
        """Line and the room around it."""
        return self.above + self.weight + self.below

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """The line."""
        at = y + self.above + self.weight / 2
        pen.rule(x - self.outdent, at, x + width, at, self.weight, self.grey)


@dataclass(eq=False)
class Text:
    """A paragraph, heading or list item. Two lines at least stay on either side of a page break."""

    setter: Typesetter
    spans: Sequence[Span]
    tag: str = "P"
    after: float = 0.0
    """Space under it."""
    leading: float = 0.0
    """0 takes the largest of the spans."""
    key: object = None
    _lines: dict[float, list[Line]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.leading = self.leading or max((span.style.leading for span in self.spans), default=0.0)
        self.key = self.key or self

    def lines(self, width: float) -> list[Line]:
        """The set lines."""
        if width not in self._lines:
            self._lines[width] = self.setter.lines(self.spans, width)
        return self._lines[width]

    def height(self, width: float) -> float:
        """Lines and the space under them."""
        return len(self.lines(width)) * self.leading + self.after

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Between two lines, at least two on either side."""
        lines = self.lines(width)
        fitting = min(int((room + 0.01) / self.leading), len(lines) - 2) if self.leading else 0
        return (
            (
                self._part(width, lines[:fitting], 0.0),
                self._part(width, lines[fitting:], self.after),
            )
            if fitting >= 2
            else None
        )

    def _part(self, width: float, lines: list[Line], after: float) -> Text:
        return Text(
            self.setter, self.spans, self.tag, after, self.leading, self.key, {width: lines}
        )

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """The lines; short of the full width they stand as the style says."""
        if not self.spans:
            return
        style = self.spans[0].style
        size = max(span.style.size for span in self.spans)
        baseline = y + (self.leading - size) / 2 + size * 0.80
        with pen.element(self.tag, self.key):
            for line in self.lines(width):
                free = width - line.width
                shift = {"left": 0.0, "centre": free / 2, "right": free}[style.align]
                pen.text(line, x + shift, baseline)
                baseline += self.leading


@dataclass(eq=False)
class Stack:
    """Boxes one under the other. The first ``held`` of them never stand without something of the next."""

    boxes: Sequence[Box]
    held: int = 0
    tag: str = ""
    key: object = None

    def __post_init__(self) -> None:
        self.key = self.key or self

    def height(self, width: float) -> float:
        """The sum."""
        return sum(box.height(width) for box in self.boxes)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Between two boxes or inside one, not among those held together."""
        used = 0.0
        for index, box in enumerate(self.boxes):
            height = box.height(width)
            if used + height <= room + 0.01:
                used += height
                continue
            parts = box.split(width, room - used)
            before = [*self.boxes[:index], *(parts[:1] if parts else ())]
            after = [*(parts[1:] if parts else (box,)), *self.boxes[index + 1 :]]
            if len(before) <= self.held or not any(_prints(b) for b in before):
                return None
            return Stack(before, 0, self.tag, self.key), Stack(after, 0, self.tag, self.key)
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Each in its place."""
        if self.tag:
            with pen.element(self.tag, self.key):
                self._draw(pen, x, y, width)
        else:
            self._draw(pen, x, y, width)

    def _draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        for box in self.boxes:
            box.draw(pen, x, y, width)
            y += box.height(width)


def _prints(box: Box) -> bool:
    return not isinstance(box, Gap | Rule)


@dataclass
class Together:
    """A box that divides only if it is taller than ``page`` points."""

    box: Box
    page: float

    def height(self, width: float) -> float:
        """That of the box."""
        return self.box.height(width)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Only what doesn't fit on a page of its own."""
        return self.box.split(width, room) if self.box.height(width) > self.page else None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """The box."""
        self.box.draw(pen, x, y, width)


@dataclass
class Named(Together):
    """A box held together that is referred to elsewhere by its ``key``, with the page where it begins."""

    key: str

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """The name stays with the first part."""
        parts = super().split(width, room)
        return parts and (Named(parts[0], self.page, self.key), parts[1])


@dataclass(eq=False)
class Item:
    """A list item: a sign or number, and what it introduces. Put items into a Stack tagged ``L``."""

    sign: Text
    body: Box
    indent: float
    key: object = None
    is_rest: bool = False

    def __post_init__(self) -> None:
        self.key = self.key or self

    def height(self, width: float) -> float:
        """That of the body, or of the sign if it is taller."""
        return max(
            self.body.height(width - self.indent),
            0 if self.is_rest else self.sign.height(self.indent),
        )

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Inside the body; the sign stays with the first part."""
        parts = self.body.split(width - self.indent, room)
        if parts is None:
            return None
        first = Item(self.sign, parts[0], self.indent, self.key, self.is_rest)
        return first, Item(self.sign, parts[1], self.indent, self.key, True)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Sign and body."""
        with pen.element("LI", self.key):
            if not self.is_rest:
                self.sign.draw(pen, x, y, self.indent)
            with pen.element("LBody", self.key):
                self.body.draw(pen, x + self.indent, y, width - self.indent)
