"""Delegation and contact sheet."""

from collections.abc import Sequence

from liaison_app.documents.layout.box import Box, Gap, Stack
from liaison_app.documents.layout.side import Columns
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
    if group.is_notes:
        rows = [Row([_desk(contact, on)]) for contact in group.contacts]
        head = Row([on.line(group.heading, on.looks.table_head)])
        return Table([Column(width, right=0)], rows, head, TableLook(above=2, below=3))
    columns = [Column(width * 0.43), Column(width * 0.30), Column(width * 0.27, right=0)]
    style = on.looks.table_head
    head = Row(
        [
            on.line(w, style)
            for w in (group.heading, worded("packet.role"), worded("packet.telephone"))
        ]
    )
    return Table(columns, [_row(c, on) for c in group.contacts], head, TableLook(above=2, below=3))


def _desk(contact: Contact, on: Setting) -> Box:
    """Notes over the full width: their place in bold, what is to know of it beside it; or only words."""
    if not contact.role:
        return on.prose(contact.name, on.looks.cell)
    return Columns(
        [on.prose(contact.name, on.looks.cell_bold), on.prose(contact.role, on.looks.cell)],
        [on.width * 0.3 - 16, on.width * 0.7],
    )


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
