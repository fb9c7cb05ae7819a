"""Sections bound into pages: what stands on each page, and on which page each section begins."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from liaison_app.documents.layout.box import Named
from liaison_app.documents.layout.flow import Leaf, Placed, settled
from liaison_app.documents.packet.section import Section
from liaison_app.documents.packet.setting import Setting

_APART = 26.0
"""Points between two sections on one page."""


@dataclass(frozen=True)
class Page:
    """A page: one section or more, each with what of it stands here."""

    parts: tuple[tuple[Section, Leaf], ...]

    @property
    def head(self) -> Section:
        """The section whose name stands in the running head, with the names of those that joined it."""
        first = self.parts[0][0]
        titles = dict.fromkeys(section.title for section, _ in self.parts)
        return replace(first, title=", ".join(titles))


def bound(sections: Sequence[Section], on: Setting) -> list[Page]:
    """Every section on a new page, save those that may join the one before and fit there whole."""
    pages: list[Page] = []
    for section in sections:
        leaves = settled(section.boxes, on.width, on.sheet.block_height)
        if section.joins and pages and len(leaves) == 1:
            above = pages[-1].parts[-1][1].used + _APART
            if above + leaves[0].used <= on.sheet.block_height:
                pages[-1] = Page((*pages[-1].parts, (section, _lowered(leaves[0], above))))
                continue
        pages += [Page(((section, leaf),)) for leaf in leaves]
    return pages


def _lowered(leaf: Leaf, by: float) -> Leaf:
    return Leaf([Placed(one.box, one.y + by) for one in leaf.placed], leaf.used + by)


def first_pages(pages: Sequence[Page], before: int = 0) -> dict[str, int]:
    """The page on which each section, group and named box begins, after ``before`` other pages."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, before + 1):
        for section, leaf in page.parts:
            for key in (section.group, section.key, *_named(leaf)):
                found.setdefault(key, number)
    return found


def _named(leaf: Leaf) -> list[str]:
    return [one.box.key for one in leaf.placed if isinstance(one.box, Named)]
