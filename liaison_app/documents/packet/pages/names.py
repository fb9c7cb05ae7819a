"""Names and pronunciation, places, short forms."""

from liaison_app.documents.layout.box import Box, Gap, Stack
from liaison_app.documents.layout.table import Column, Row, Table, TableLook
from liaison_app.documents.packet.content.packet import Packet
from liaison_app.documents.packet.parts import heads
from liaison_app.documents.packet.section import Section
from liaison_app.documents.packet.setting import Setting
from liaison_app.documents.text.style import Span
from liaison_app.system.messages import text as worded


def names(packet: Packet, on: Setting) -> Section:
    """Who and what is said how."""
    title = worded("packet.names")
    boxes: list[Box] = on.titled(title, [Span(worded("packet.names_note"), on.looks.subtitle)])
    people = [(p.name, p.native, p.lang, p.say) for p in packet.names]
    words = [(w.word, w.native, w.lang, w.say) for w in packet.words]
    if people:
        boxes += [_spoken(people, "packet.name", on), Gap(16)]
    if words:
        boxes += [_spoken(words, "packet.words", on), Gap(16)]
    if packet.short_forms:
        boxes.append(_short_forms(packet, on))
    return Section("names", title, boxes)


def _spoken(entries: list[tuple[str, str, str, str]], head_code: str, on: Setting) -> Table:
    cell, rows = on.looks.cell, []
    for name, native, lang, say in entries:
        own = on.native(native, lang, cell, name)
        rows.append(Row([
            on.line(name, on.looks.cell_bold), on.spans([own]) if own else Stack([]),
            on.spans(on.say(say, intro=False)) if say else Stack([]),
        ]))  # fmt: skip
    columns = [Column(on.width * 0.36), Column(on.width * 0.26), Column(on.width * 0.38, right=0)]
    return Table(
        columns,
        rows,
        heads(on, head_code, "packet.own_script", "packet.say_head"),
        TableLook(above=2, below=3),
    )


def _short_forms(packet: Packet, on: Setting) -> Table:
    rows = [
        Row([on.line(a, on.looks.cell_bold), on.line(b, on.looks.cell)])
        for a, b in packet.short_forms
    ]
    columns = [Column(on.width * 0.2), Column(on.width * 0.8, right=0)]
    return Table(
        columns, rows, heads(on, "packet.short_form", "packet.means"), TableLook(above=2, below=3)
    )
