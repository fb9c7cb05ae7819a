"""The last page: clearance, distribution, versions."""

from liaison_app.documents.layout.box import Box, Gap, Stack
from liaison_app.documents.layout.table import Column, Row, Table, TableLook
from liaison_app.documents.packet.content.packet import Packet
from liaison_app.documents.packet.content.record import Record
from liaison_app.documents.packet.dates import full_moment, short_date
from liaison_app.documents.packet.parts import heads
from liaison_app.documents.packet.section import Section
from liaison_app.documents.packet.setting import Setting
from liaison_app.system.messages import text as worded


def record(packet: Packet, content: Record, on: Setting) -> Section:
    """Who made it, who has it, what came before."""
    title = worded("packet.record")
    boxes: list[Box] = on.titled(title)
    for head_code, table in _tables(content, on):
        heading = on.line(worded(head_code), on.looks.heading, "H2", after=4)
        boxes += [Stack([heading, table], held=1), Gap(20)]
    if packet.return_by:
        boxes.append(on.line(packet.return_by, on.looks.body))
    return Section("record", title, boxes)


def _tables(content: Record, on: Setting) -> list[tuple[str, Table]]:
    cell, bold, width = on.looks.cell, on.looks.cell_bold, on.width
    found: list[tuple[str, Table]] = []
    look = TableLook(above=4, below=4)
    if content.clearances:
        rows = [
            Row([on.line(c.role, bold), on.line(c.who, cell), on.line(short_date(c.on) if c.on else "", cell),
                 on.line(c.result, bold)])
            for c in content.clearances
        ]  # fmt: skip
        role, date, result = on.wide(68), on.wide(86), on.wide(62)
        columns = [
            Column(role),
            Column(width - role - date - result),
            Column(date),
            Column(result, right=0),
        ]
        head = heads(on, "", "packet.name_office", "packet.date", "packet.result_short")
        found.append(("packet.clearance", Table(columns, rows, head, look)))
    if content.distribution:
        rows = [Row([on.line(h.copy, bold), *(on.line(w, cell) for w in (h.who, h.form, h.returned))])
                for h in content.distribution]  # fmt: skip
        copy = on.wide(50)
        columns = [
            Column(copy),
            Column(width * 0.36),
            Column(width * 0.28),
            Column(width * 0.36 - copy, right=0),
        ]
        head = heads(on, "packet.copy", "packet.holder", "packet.form", "packet.returned")
        found.append(("packet.distribution", Table(columns, rows, head, look)))
    if content.versions:
        rows = [Row([on.line(f"v{v.version}", bold), on.line(full_moment(v.as_of), cell), on.line(v.why, cell)])
                for v in content.versions]  # fmt: skip
        version, as_of = on.wide(60), on.wide(150)
        columns = [Column(version), Column(as_of), Column(width - version - as_of, right=0)]
        head = heads(on, "packet.version", "packet.as_of", "packet.why")
        found.append(("packet.versions", Table(columns, rows, head, look)))
    return found
