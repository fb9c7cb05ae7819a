"""Delegation and contact sheet."""

from collections.abc import Sequence

from liaison_app.documents.layout.box import Box, Gap, Stack
from liaison_app.documents.layout.table import Column, Row, Table, TableLook
from liaison_app.documents.packet.content.people import Contact, ContactGroup
from liaison_app.documents.packet.section import Section
from liaison_app.documents.packet.setting import NO_BREAK, Setting
from liaison_app.documents.text.style import Span
from liaison_app.system.messages import text as worded


def contacts(groups: Sequence[ContactGroup], on: Setting) -> Section:
    """Who is called on which number, group by group."""
    title = worded("packet.contacts")
    boxes: list[Box] = [*on.titled(title)]
    for group in groups:
        boxes += [_group(group, on), Gap(14)]
    return Section("contacts", title, boxes[:-1])


def _group(group: ContactGroup, on: Setting) -> Table:
    width = on.width
    if all(_is_note(contact) for contact in group.contacts):
        cells = [Row([on.prose(c.name, on.looks.cell)]) for c in group.contacts]
        head = Row([on.line(group.heading, on.looks.table_head)])
        return Table([Column(width, right=0)], cells, head, TableLook(above=2, below=3))
    columns = [Column(width * 0.43), Column(width * 0.30), Column(width * 0.27, right=0)]
    style = on.looks.table_head
    head = Row(
        [
            on.line(w, style)
            for w in (group.heading, worded("packet.role"), worded("packet.telephone"))
        ]
    )
    return Table(columns, [_row(c, on) for c in group.contacts], head, TableLook(above=2, below=3))


def _is_note(contact: Contact) -> bool:
    """Whether it is only words (``Japan: police 110, fire and ambulance 119``)."""
    return not any((contact.native, contact.title, contact.role, contact.phone, contact.email))


def _row(contact: Contact, on: Setting) -> Row:
    looks = on.looks
    native = on.native(contact.native, contact.lang, looks.native, contact.name)
    name = [Span(contact.name, looks.name), *([Span(" ", looks.name), native] if native else [])]
    who: list[Box] = [on.spans(name)]
    if contact.title:
        who.append(on.line(contact.title, looks.cell_small))
    reach: list[Box] = []
    if contact.phone:
        reach.append(on.line(contact.phone.replace(" ", NO_BREAK), looks.cell_bold))
    if contact.email:
        reach.append(on.line(contact.email, looks.cell_small))
    return Row([Stack(who), on.prose(contact.role, looks.cell), Stack(reach)])
