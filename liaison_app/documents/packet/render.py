"""A packet turned into a PDF: laid out first, then numbered, then drawn.

The same packet and the same fonts give the same bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from liaison_app.documents.layout.flow import Leaf, settled
from liaison_app.documents.packet.caution import Caution
from liaison_app.documents.packet.content.packet import Packet
from liaison_app.documents.packet.furniture import Furniture
from liaison_app.documents.packet.look import SCALES, SHEETS, Looks
from liaison_app.documents.packet.pages.contents import contents
from liaison_app.documents.packet.pages.cover import cover
from liaison_app.documents.packet.pages.sections import sections
from liaison_app.documents.packet.section import Section
from liaison_app.documents.packet.setting import Setting
from liaison_app.documents.pdf.document import Document
from liaison_app.documents.pdf.metadata import Metadata
from liaison_app.documents.pdf.pen import Pen
from liaison_app.documents.text.faces import Faces
from liaison_app.documents.text.lines import Typesetter
from liaison_app.system.messages import text as worded

_ROUNDS = 3
"""Contents are set again until their own length has settled."""


@dataclass(frozen=True)
class RenderedPacket:
    """The file, its number of pages, and what should be told to whoever prints it."""

    pdf: bytes
    pages: int
    warnings: tuple[Caution, ...]


@dataclass(frozen=True)
class _LaidOut:
    """A section and its pages."""

    section: Section
    leaves: Sequence[Leaf]


def render_packet(packet: Packet, faces: Faces) -> RenderedPacket:
    """The packet as an accessible PDF (PDF/UA-1) on its paper, for its reader."""
    sheet = SHEETS[packet.paper]
    on = Setting(sheet, Looks(SCALES[packet.kind]), Typesetter(faces))
    parts = _lay_out_all(packet, on)
    pages = sum(len(part.leaves) for part in parts)
    document = Document((sheet.width, sheet.height), _metadata(packet))
    furniture = Furniture(packet, sheet, on.setter, pages)
    number = 0
    for index, part in enumerate(parts):
        for leaf in part.leaves:
            number += 1
            with document.page() as pen:
                if leaf is part.leaves[0]:
                    _bookmarks(pen, parts, index)
                with pen.element("Sect", part.section.key):
                    for placed in leaf.placed:
                        placed.box.draw(pen, sheet.inner, sheet.top + placed.y, sheet.block_width)
                furniture.draw(pen, part.section, number)
    pdf = document.finish()
    for given, printed in on.setter.missing.items():
        on.no_face(given, printed, on.setter.without_face(given))
    return RenderedPacket(pdf, pages, tuple(dict.fromkeys(on.cautions)))


def _lay_out_all(packet: Packet, on: Setting) -> list[_LaidOut]:
    front = _lay_out(cover(packet, on), on)
    body = [_lay_out(section, on) for section in sections(packet, on)]
    if not body:
        return [front]
    listed: list[_LaidOut] = []
    for _ in range(_ROUNDS):
        before = sum(len(part.leaves) for part in (front, *listed))
        again = _lay_out(
            contents(packet, [part.section for part in body], _first_pages(body, before), on), on
        )
        if listed and len(listed[0].leaves) == len(again.leaves):
            return [front, again, *body]
        listed = [again]
    return [front, *listed, *body]


def _lay_out(section: Section, on: Setting) -> _LaidOut:
    return _LaidOut(section, settled(section.boxes, on.width, on.sheet.block_height))


def _first_pages(parts: Sequence[_LaidOut], before: int) -> dict[str, int]:
    """First page of each section by its key, and of each group by its own."""
    found: dict[str, int] = {}
    for part in parts:
        found[part.section.key] = before + 1
        if part.section.group:
            found.setdefault(part.section.group, before + 1)
        before += len(part.leaves)
    return found


def _bookmarks(pen: Pen, parts: Sequence[_LaidOut], index: int) -> None:
    section = parts[index].section
    if not section.group:
        pen.bookmark(section.key, section.title, 0)
        return
    if index == 0 or parts[index - 1].section.group != section.group:
        title = section.group_title
        if section.tab:
            title = worded("packet.tab_title", tab=section.tab, title=title)
        pen.bookmark(section.group, title, 0)
    pen.bookmark(section.key, section.part, 1)


def _metadata(packet: Packet) -> Metadata:
    author = packet.prepared_by[0] if packet.prepared_by else ""
    return Metadata(packet.running_title, author, packet.marking, packet.lang, packet.as_of.at)
