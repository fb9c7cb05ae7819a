"""Boxes set beside each other, framed, or marked by a bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from liaison_app.documents.layout.box import Box, Rule, Stack
from liaison_app.documents.pdf.pen import Fill, Pen, Place

SIDE = 100.0
"""Width of the column in which fixed headings hang."""
GUTTER = 14.0


@dataclass(eq=False)
class Hanging:
    """A fixed heading in the left column under a hairline, its text in the right one.

    Never a heading alone; where the text goes on over a page, its heading stands there again.
    """

    head: Box
    body: Box
    side: float = SIDE
    rule: Rule | None = field(default_factory=lambda: Rule(0.6, below=5))
    after: float = 6.0
    is_rest: bool = False

    def height(self, width: float) -> float:
        """The taller of heading and body, with rule and gap."""
        inner = width - self.side - GUTTER
        tallest = max(self.head.height(self.side), self.body.height(inner))
        return self._rule(width) + tallest + self.after

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Inside the body, if the heading fits beside its first part."""
        inner = width - self.side - GUTTER
        room -= self._rule(width)
        if self.body.height(inner) <= room + 0.01 and self.head.height(self.side) <= room + 0.01:
            # Only the gap under it is too much: it all stays here.
            return replace(self, after=0.0), Stack([])
        parts = self.body.split(inner, room)
        if parts is None or self.head.height(self.side) > room:
            return None
        return replace(self, body=parts[0], after=0.0), replace(self, body=parts[1], is_rest=True)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Rule, heading, body."""
        if self.rule:
            self.rule.draw(pen, x, y, width)
        y += self._rule(width)
        if self.is_rest:
            with pen.ornament():
                self.head.draw(pen, x, y, self.side)
        else:
            self.head.draw(pen, x, y, self.side)
        self.body.draw(pen, x + self.side + GUTTER, y, width - self.side - GUTTER)

    def _rule(self, width: float) -> float:
        return self.rule.height(width) if self.rule else 0.0


@dataclass(eq=False)
class Columns:
    """Boxes side by side, of given widths, ``gap`` apart; ``line`` draws hairlines between them."""

    boxes: Sequence[Box]
    widths: Sequence[float]
    gap: float = 16.0
    line: float = 0.0

    def height(self, width: float) -> float:
        """The tallest."""
        return max(box.height(w) for box, w in zip(self.boxes, self.widths, strict=True))

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Each where it divides, if all that are too tall do."""
        first: list[Box] = []
        second: list[Box] = []
        for box, own in zip(self.boxes, self.widths, strict=True):
            fits = box.height(own) <= room
            parts = (box, Stack([])) if fits else box.split(own, room)
            if parts is None:
                return None
            first.append(parts[0])
            second.append(parts[1])
        return replace(self, boxes=first), replace(self, boxes=second)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """One after the other."""
        height = self.height(width)
        for index, (box, own) in enumerate(zip(self.boxes, self.widths, strict=True)):
            if index and self.line:
                pen.rule(x - self.gap / 2, y, x - self.gap / 2, y + height, self.line, 0.55)
            box.draw(pen, x, y, own)
            x += own + self.gap


@dataclass(eq=False)
class Barred:
    """Content beside a vertical bar: solid, outlined (``none``), hatched, or only indented (``blank``)."""

    body: Box
    fill: Fill | Literal["blank"]
    indent: float = 16.0

    def height(self, width: float) -> float:
        """That of the content."""
        return self.body.height(width - self.indent)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Where the content divides."""
        parts = self.body.split(width - self.indent, room)
        return (replace(self, body=parts[0]), replace(self, body=parts[1])) if parts else None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Bar and content."""
        if self.fill != "blank":
            line = 0 if self.fill == "solid" else 1
            pen.box(Place(x, y, 6, self.height(width)), fill=self.fill, line=line)
        self.body.draw(pen, x + self.indent, y, width - self.indent)


@dataclass(eq=False)
class Framed:
    """Content in a frame with a black head line; its parts on other pages are framed and headed again."""

    head: Box
    body: Box
    pad: float = 8.0
    line: float = 1.0
    black: bool = True
    foot: Box | None = None

    def height(self, width: float) -> float:
        """Frame, head, content."""
        foot = self.foot.height(width - 2 * self.pad) if self.foot else 0.0
        return self._top(width) + self.body.height(width - 2 * self.pad) + foot + self.pad

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Where the content divides; both parts say what the head says."""
        parts = self.body.split(width - 2 * self.pad, room - self._top(width) - self.pad)
        return (
            (replace(self, body=parts[0], foot=None), replace(self, body=parts[1]))
            if parts
            else None
        )

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Frame, head, content."""
        inner = width - 2 * self.pad
        head = self.head.height(inner)
        if self.black:
            pen.box(Place(x, y, width, head + 3), fill="solid")
        edge = self.line
        frame = Place(x + edge / 2, y + edge / 2, width - edge, self.height(width) - edge)
        pen.box(frame, line=edge)
        self.head.draw(pen, x + self.pad, y + (1 if self.black else 4), inner)
        y += self._top(width)
        self.body.draw(pen, x + self.pad, y, inner)
        if self.foot:
            self.foot.draw(pen, x + self.pad, y + self.body.height(inner), inner)

    def _top(self, width: float) -> float:
        return self.head.height(width - 2 * self.pad) + (8 if self.black else 6)


@dataclass(eq=False)
class Changed:
    """A box with the change bar in the outer margin."""

    box: Box

    def height(self, width: float) -> float:
        """That of the box."""
        return self.box.height(width)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Where the box divides; both parts are barred."""
        parts = self.box.split(width, room)
        return (Changed(parts[0]), Changed(parts[1])) if parts else None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Box and bar."""
        self.box.draw(pen, x, y, width)
        pen.rule(x + width + 8, y + 2, x + width + 8, y + self.height(width) - 4, 2.2)
