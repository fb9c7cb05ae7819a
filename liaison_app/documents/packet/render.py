"""A packet turned into a PDF: laid out first, then numbered, then drawn.

The same packet and the same fonts give the same bytes.
"""

from dataclasses import dataclass

from liaison_app.documents.packet.binding import Page, bound, first_pages
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
from liaison_app.system.worker.job import Tell, unheard

_ROUNDS = 3
"""Contents are set again until their own length has settled."""


@dataclass(frozen=True)
class RenderedPacket:
    """The file, its number of pages, and what should be told to whoever prints it."""

    pdf: bytes
    pages: int
    warnings: tuple[Caution, ...]


def render_packet(packet: Packet, faces: Faces, tell: Tell = unheard) -> RenderedPacket:
    """The packet as an accessible PDF (PDF/UA-1) on its paper, for its reader; ``tell`` counts pages."""
    sheet = SHEETS[packet.paper]
    on = Setting(sheet, Looks(SCALES[packet.kind]), Typesetter(faces))
    pages = _all_pages(packet, on)
    on.pages.update(first_pages(pages))
    document = Document((sheet.width, sheet.height), _metadata(packet))
    furniture = Furniture(packet, sheet, on.setter, len(pages))
    marked: set[str] = set()
    for number, page in enumerate(pages, 1):
        tell(number, len(pages))
        with document.page() as pen:
            for section, leaf in page.parts:
                _bookmarks(pen, section, marked)
                with pen.element("Sect", section.key):
                    for placed in leaf.placed:
                        placed.box.draw(pen, sheet.inner, sheet.top + placed.y, sheet.block_width)
            furniture.draw(pen, page.head, number)
    pdf = document.finish()
    for given, printed in on.setter.missing.items():
        on.no_face(given, printed, on.setter.without_face(given))
    return RenderedPacket(pdf, len(pages), tuple(dict.fromkeys(on.cautions)))


def _all_pages(packet: Packet, on: Setting) -> list[Page]:
    front = bound([cover(packet, on)], on)
    parts = sections(packet, on)
    if not parts:
        return front
    body = bound(parts, on)
    listed: list[Page] = []
    for _ in range(_ROUNDS):
        before = len(front) + len(listed)
        again = bound([contents(packet, parts, first_pages(body, before), on)], on)
        is_settled = len(again) == len(listed)
        listed = again
        if is_settled:
            break
    return [*front, *listed, *body]


def _bookmarks(pen: Pen, section: Section, marked: set[str]) -> None:
    """An entry where a section begins, under one for its group where that begins; once each."""
    if section.key in marked:
        return
    if not section.group:
        pen.bookmark(section.key, section.title, 0)
    else:
        if section.group not in marked:
            title = section.group_title
            if section.tab:
                title = worded("packet.tab_title", tab=section.tab, title=title)
            pen.bookmark(section.group, title, 0)
        pen.bookmark(section.key, section.part, 1)
    marked.update((section.key, section.group))


def _metadata(packet: Packet) -> Metadata:
    author = packet.prepared_by[0] if packet.prepared_by else ""
    return Metadata(packet.running_title, author, packet.marking, packet.lang, packet.as_of.at)
