"""Protocol: who faces whom, forms of address, flags, gifts, dress."""

from liaison_app.documents.layout.box import Box, Gap, Stack
from liaison_app.documents.layout.table import Column, Row, Table, TableLook
from liaison_app.documents.packet.content.meeting import Protocol, Tab
from liaison_app.documents.packet.pages.tab import tab_title
from liaison_app.documents.packet.parts import heads
from liaison_app.documents.packet.setting import Setting
from liaison_app.system.messages import text as worded


def protocol(tab: Tab, content: Protocol, on: Setting) -> list[Box]:
    """One page as a rule."""
    boxes = tab_title(tab, worded("packet.protocol"), [], on)
    if content.seating:
        boxes += [_seating(content, on), Gap(14)]
    if content.addresses:
        boxes += [_addresses(content, on), Gap(12)]
    for code, words in (
        ("packet.flags", content.flags), ("packet.gifts", content.gifts), ("packet.diet_access", content.diet_access),
        ("packet.dress", content.dress), ("packet.photographs", content.photographs),
        ("packet.customs", content.customs),
    ):  # fmt: skip
        if words:
            boxes.append(on.hanging(code, on.prose(words)))
    return boxes


def _seating(content: Protocol, on: Setting) -> Stack:
    cell, number = on.looks.cell, on.wide(26)
    half = (on.width - number) / 2
    rows = [
        Row([on.line(str(n), on.looks.cell_bold), on.line(theirs, cell), on.line(ours, cell)])
        for n, (theirs, ours) in enumerate(content.seating, 1)
    ]
    columns = [Column(number), Column(half), Column(half, left=9, right=0, line=True)]
    head = heads(on, "", "packet.theirs_seat", "packet.ours_seat")
    title = on.line(worded("packet.seating"), on.looks.heading, "H2", after=4)
    return Stack([title, Table(columns, rows, head, TableLook(above=2, below=3))], held=1)


def _addresses(content: Protocol, on: Setting) -> Stack:
    """Only the forms that somebody has."""
    forms = [
        (code, share, [getattr(a, name) for a in content.addresses])
        for code, share, name in (
            ("packet.spoken", 0.21, "spoken"),
            ("packet.letter", 0.25, "letter"),
            ("packet.envelope", 0.30, "envelope"),
        )
    ]
    forms = [form for form in forms if any(form[2])]
    rows = [
        Row([
            on.line(a.who, on.looks.cell_bold),
            *(on.line(words[at], on.looks.cell) for _, _, words in forms),
        ])
        for at, a in enumerate(content.addresses)
    ]  # fmt: skip
    shares = [0.24, *(share for _, share, _ in forms)]
    columns = [
        Column(on.width * share / sum(shares), right=9 if at < len(forms) else 0)
        for at, share in enumerate(shares)
    ]
    head = heads(on, "", *(code for code, _, _ in forms))
    title = on.line(worded("packet.forms_of_address"), on.looks.heading, "H2", after=4)
    return Stack(
        [title, Table(columns, rows, head, TableLook(above=2, below=3, row_heads=True))], held=1
    )
