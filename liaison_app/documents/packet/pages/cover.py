"""The cover."""

from liaison_app.documents.layout.box import Box, Gap, Rule, Stack, Text, Whole
from liaison_app.documents.layout.side import Columns, Framed, Hanging
from liaison_app.documents.packet.caution import Caution
from liaison_app.documents.packet.content.packet import Designation, Packet
from liaison_app.documents.packet.dates import full_moment, utc_beside
from liaison_app.documents.packet.pictures import seal_on_white
from liaison_app.documents.packet.section import Section
from liaison_app.documents.packet.setting import Setting
from liaison_app.documents.pdf.pen import Pen, Place
from liaison_app.documents.text.style import Span
from liaison_app.system.messages import text as worded


def cover(packet: Packet, on: Setting) -> Section:
    """What it is, for whom, which version and copy, as of when."""
    head, foot = [_head(packet, on)], _foot(packet, on)
    title = _title(packet, on)
    taken = sum(box.height(on.width) for box in (*head, *title, *foot))
    free = on.sheet.block_height - taken
    boxes = [*head, Gap(max(16, free * 0.45)), *title, Gap(max(16, free * 0.55 - 4)), *foot]
    return Section("cover", worded("packet.cover"), boxes)


def _head(packet: Packet, on: Setting) -> Box:
    looks = on.looks
    kind = [on.line(worded(f"packet.kind.{packet.kind}"), looks.heading.but(size=14))]
    if packet.for_whom:
        kind.append(on.line(packet.for_whom, looks.body.but(size=12, leading=16)))
    copy = [
        Span(str(packet.copy), looks.display),
        Span(" " + worded("packet.of", copies=packet.copies), looks.point_head),
    ]
    version = Stack([on.label("packet.version", "P"), on.line(packet.version, looks.display)])
    copies = Stack([on.label("packet.copy", "P"), on.spans(copy)])
    version_width = max(66.0, on.setter.width([Span(packet.version, looks.display)]) + 4)
    copy_width = max(92.0, on.setter.width(copy) + 4)
    boxes, widths = [version, copies], [version_width, copy_width]
    seal: list[Box] = []
    if packet.seal:
        printable = seal_on_white(packet.seal)
        if printable:
            seal = [_Seal(printable), Gap(8)]
        else:
            on.cautions.append(Caution("packet.caution.seal"))
    left = on.width - version_width - copy_width - 40
    return Columns([Stack([*seal, *kind]), *boxes], [left, *widths], gap=20, line=0.6)


def _title(packet: Packet, on: Setting) -> list[Box]:
    looks, style = on.looks, on.looks.display
    while style.size > 24 and len(on.setter.lines([Span(packet.title, style)], on.width)) > 2:
        style = style.but(size=style.size - 2, leading=style.leading - 2)
    boxes: list[Box] = [on.line(packet.title, style, "H1")]
    native = on.native(packet.native_title, packet.native_lang, looks.display_native, packet.title)
    if native:
        boxes.append(on.spans([native]))
    if packet.subtitle:
        boxes += [Gap(8), on.line(packet.subtitle, looks.cover_subtitle)]
    if packet.about:
        boxes += [Gap(10), on.line(packet.about, looks.subtitle)]
    return boxes


def _foot(packet: Packet, on: Setting) -> list[Box]:
    as_of = f"{full_moment(packet.as_of)} · {utc_beside(packet.as_of)} UTC"
    facts = [
        ("packet.principal", packet.principal), ("packet.dates", packet.dates), ("packet.places", packet.places),
        ("packet.as_of", as_of), ("packet.prepared_by", "\n".join(packet.prepared_by)),
        ("packet.left_out", "\n".join(packet.left_out)),
    ]  # fmt: skip
    rows: list[Box] = []
    for code, words in facts:
        if words:
            style = on.looks.body.but(size=12, leading=16, bold=code == "packet.principal")
            rule = Rule(0.5, below=3, grey=0.55)
            rows.append(
                Hanging(on.label(code), on.prose(words, style, after=0), rule=rule, after=4)
            )
    boxes: list[Box] = [*rows, Rule(0.5, grey=0.55)]
    if packet.return_by:
        boxes += [
            Gap(12),
            on.line(packet.return_by, on.looks.cell.but(size=11, leading=14, bold=True)),
        ]
    if packet.designation:
        boxes += [Gap(10), _designation(packet.designation, on)]
    return boxes


def _designation(block: Designation, on: Setting) -> Box:
    small = on.looks.cell.but(size=10, leading=13)
    columns: list[list[Box]] = [[], []]
    for code, words, column in (
        ("packet.controlled_by", block.controlled_by, 0), ("packet.category", block.category, 0),
        ("packet.dissemination", block.dissemination, 1), ("packet.questions", block.contact, 1),
    ):  # fmt: skip
        if words:
            spans = [Span(worded(code) + "  ", small.but(bold=True)), Span(words, small)]
            columns[column].append(on.spans(spans, after=2))
    half = (on.width - 32) / 2
    return Framed(
        Text(on.setter, []),
        Columns([Stack(c) for c in columns], [half, half]),
        black=False,
        line=0.8,
    )


class _Seal(Whole):
    """The office's own seal, 64 pt high."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def height(self, width: float) -> float:
        """64 pt."""
        return 64

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """At the left."""
        pen.picture(self._data, Place(x, y, 64, 64), worded("packet.seal"))
