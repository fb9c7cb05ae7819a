"""Which sections a packet has, and in what order (after the cover and the contents)."""

from dataclasses import replace

from liaison_app.documents.layout.box import Box, Gap
from liaison_app.documents.packet.content.meeting import Memo, Tab
from liaison_app.documents.packet.content.packet import Packet
from liaison_app.documents.packet.pages.bios import bios, bios_before
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
        found.append(glance(packet.glance, on, packet.kind))
    found += schedule(packet.days, on)
    if packet.contacts and is_staff:
        found.append(contacts(packet.contacts, on))
    for tab in packet.tabs:
        found += _tab(tab, is_staff, on)
    if is_staff and (packet.names or packet.words or packet.short_forms):
        found.append(names(packet, on))
    if packet.record:
        found.append(replace(record(packet, packet.record, on), joins=is_staff))
    return found


def _tab(tab: Tab, is_staff: bool, on: Setting) -> list[Section]:
    parts: list[tuple[str, list[Box]]] = []
    if tab.memo and is_staff and (tab.memo != Memo() or tab.where or tab.language or tab.press):
        parts.append(("packet.memo", memo(tab, tab.memo, on)))
    if tab.points:
        codes = ("packet.points", "packet.points_continued")
        parts += list(zip(codes, points(tab, tab.points, on), strict=False))
    has_protocol = bool(tab.protocol and is_staff)
    if tab.protocol and is_staff:
        parts.append(("packet.protocol", protocol(tab, tab.protocol, on)))
    if tab.bios:
        people = bios(tab, tab.bios, on)
        parts.append(("packet.bios", people + (_before(tab, on) if tab.bios_before else [])))
    elif tab.bios_before and has_protocol:
        # Where there is no page to put the references on, they aren't worth one of their own.
        parts[-1][1].extend(_before(tab, on))
    if tab.notes_page and (is_staff or parts):
        parts.append(("packet.notes", notes(tab, on)))
    return [
        Section(
            f"tab-{tab.letter}-{code.rpartition('.')[2]}", worded(code), boxes, tab.letter, f"tab-{tab.letter}",
            tab.title, tab_when(tab), has_protocol and code == "packet.bios", worded(code),
        )
        for code, boxes in parts
    ]  # fmt: skip


def _before(tab: Tab, on: Setting) -> list[Box]:
    return [Gap(16), *bios_before(tab, on)]
