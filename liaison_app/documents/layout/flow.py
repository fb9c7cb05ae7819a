"""Boxes flowed onto pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from liaison_app.documents.layout.box import Box, Gap, Stack
from liaison_app.documents.layout.side import Hanging

STRAY = 0.2
"""Share of a page under which a last page is worth avoiding."""


@dataclass
class Placed:
    """A box and its distance from the top of the text block."""

    box: Box
    y: float


@dataclass
class Leaf:
    """What stands on one page."""

    placed: list[Placed] = field(default_factory=list)
    used: float = 0.0

    def put(self, box: Box, width: float) -> None:
        """Add a box under the last one."""
        self.placed.append(Placed(box, self.used))
        self.used += box.height(width)


def flow(boxes: Sequence[Box], width: float, height: float) -> Iterator[Leaf]:
    """Pages that hold the boxes, each ``width`` by ``height`` points. At least one.

    A box that neither fits on a page of its own nor divides is placed all the same; see ``too_tall``.
    """
    leaf = Leaf()
    waiting = list(reversed(boxes))
    while waiting:
        box = waiting.pop()
        if isinstance(box, Gap) and (not leaf.placed or leaf.used + box.points > height):
            continue
        room = height - leaf.used
        if box.height(width) <= room + 0.01:
            leaf.put(box, width)
            continue
        parts = box.split(width, room)
        if parts:
            leaf.put(parts[0], width)
            waiting += [] if isinstance(parts[1], Stack) and not parts[1].boxes else [parts[1]]
        elif leaf.placed:
            waiting.append(box)
        else:
            leaf.put(box, width)
        if waiting:
            yield leaf
            leaf = Leaf()
    if leaf.placed or not boxes:
        yield leaf


def tighter(boxes: Sequence[Box], factor: float) -> list[Box]:
    """The same boxes with the gaps between them multiplied by ``factor``."""
    found: list[Box] = []
    for box in boxes:
        if isinstance(box, Gap):
            found.append(Gap(box.points * factor))
        elif isinstance(box, Hanging):
            found.append(replace(box, after=box.after * factor))
        else:
            found.append(box)
    return found


def settled(boxes: Sequence[Box], width: float, height: float) -> list[Leaf]:
    """Pages as ``flow`` makes them, set closer if that saves a last page with hardly anything on it."""
    leaves = list(flow(boxes, width, height))
    if len(leaves) > 1 and leaves[-1].used < height * STRAY:
        for factor in (0.6, 0.3, 0.1):
            closer = list(flow(tighter(boxes, factor), width, height))
            if len(closer) < len(leaves):
                return closer
    return leaves


def too_tall(leaf: Leaf, height: float) -> bool:
    """Whether something on the page reaches below its text block."""
    return leaf.used > height + 0.5
