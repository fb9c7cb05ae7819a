"""Which sections a packet has, and in what order (after the cover and the contents)."""

from liaison_app.documents.layout.box import Box
from liaison_app.documents.packet.content.meeting import Tab
from liaison_app.documents.packet.content.packet import Packet
from liaison_app.documents.packet.pages.bios import bios
from liaison_app.documents.packet.pages.contacts import contacts
from liaison_app.documents.packet.pages.glance import glance
from liaison_app.documents.packet.pages.memo import memo
from liaison_app.documents.packet.pages.names import names
from liaison_app.documents.packet.pages.notes import notes
from liaison_app.documents.packet.pages.points import points
from liaison_app.documents.packet.pages.protocol import protocol
from liaison_app.documents.packet.pages.record import record
from liaison_app.documents.packet.pages.schedule import schedule
from liaison_app.documents.packet.pages.tab import tab_when
from liaison_app.documents.packet.section import Section
from liaison_app.documents.packet.setting import Setting
from liaison_app.system.messages import text as worded


def sections(packet: Packet, on: Setting) -> list[Section]:
    """Everything for staff; for the principal at a glance, schedule, talking points and biographies."""
    is_staff = packet.kind == "staff"
    found: list[Section] = []
    if packet.glance:
        found.append(glance(packet.glance, on))
    found += schedule(packet.days, on)
    if packet.contacts and is_staff:
        found.append(contacts(packet.contacts, on))
    for tab in packet.tabs:
        found += _tab(tab, is_staff, on)
    if is_staff and (packet.names or packet.words or packet.short_forms):
        found.append(names(packet, on))
    if packet.record:
        found.append(record(packet, packet.record, on))
    return found


def _tab(tab: Tab, is_staff: bool, on: Setting) -> list[Section]:
    parts: list[tuple[str, list[Box]]] = []
    if tab.memo and is_staff:
        parts.append(("packet.memo", memo(tab, tab.memo, on)))
    if tab.points:
        codes = ("packet.points", "packet.points_continued")
        parts += list(zip(codes, points(tab, tab.points, on), strict=False))
    if tab.protocol and is_staff:
        parts.append(("packet.protocol", protocol(tab, tab.protocol, on)))
    if tab.bios:
        parts.append(("packet.bios", bios(tab, tab.bios, on)))
    if tab.notes_page and (is_staff or parts):
        parts.append(("packet.notes", notes(tab, on)))
    return [
        Section(
            f"tab-{tab.letter}-{code.rpartition('.')[2]}", worded(code), boxes, tab.letter, f"tab-{tab.letter}",
            tab.title, tab_when(tab), worded(code),
        )
        for code, boxes in parts
    ]  # fmt: skip
