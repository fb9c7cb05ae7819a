"""The contents and the list of changes."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from liaison_app.documents.layout.box import Box, Gap, Stack, Text, Whole
from liaison_app.documents.layout.table import Column, Row, Table, TableLook
from liaison_app.documents.packet.content.packet import Packet
from liaison_app.documents.packet.parts import LetterBox, heads
from liaison_app.documents.packet.section import Section
from liaison_app.documents.packet.setting import NO_BREAK, Setting
from liaison_app.documents.pdf.pen import Pen, Place
from liaison_app.documents.text.style import Span
from liaison_app.system.messages import text as worded


def contents(
    packet: Packet, sections: Sequence[Section], pages: Mapping[str, int], on: Setting
) -> Section:
    """Every part with its page. ``pages`` gives the first page of each section by its key."""
    title = worded("packet.contents")
    table = Table(
        [Column(on.wide(30)), Column(on.width - on.wide(80)), Column(on.wide(50), right=0)],
        [
            _row(list(group), pages, on)
            for _, group in groupby(sections, lambda s: s.group or s.key)
        ],
        look=TableLook(above=4, below=5),
    )
    boxes: list[Box] = [*on.titled(title), table]
    if packet.changes:
        boxes += [Gap(22), _changes(packet, pages, on)]
    return Section("contents", title, boxes)


def _row(group: Sequence[Section], pages: Mapping[str, int], on: Setting) -> Row:
    looks, first = on.looks, group[0]
    title, page = first.group_title or first.title, pages.get(first.key, 1)
    name = Linked(on.line(title, looks.name if first.tab else looks.cell_bold), page, title)
    number = Linked(on.line(str(page), looks.cell_bold.but(align="right")), page, title)
    letter: Box = LetterBox(first.tab, on) if first.tab else Stack([])
    if len(group) == 1 and not first.group_line:
        return Row([letter, name, number])
    return Row([letter, Stack([name, on.spans(_parts(group, pages, on))]), number])


def _parts(group: Sequence[Section], pages: Mapping[str, int], on: Setting) -> list[Span]:
    """Date and time of a tab, then its parts, each with its page in bold."""
    small = on.looks.cell_small
    spans = [Span(f"{group[0].group_line} — ", small)] if group[0].group_line else []
    for index, section in enumerate(group):
        spans.append(
            Span((" · " if index else "") + section.part.replace(" ", NO_BREAK) + NO_BREAK, small)
        )
        spans.append(Span(str(pages.get(section.key, 0)), small.but(bold=True)))
    return spans


def _changes(packet: Packet, pages: Mapping[str, int], on: Setting) -> Box:
    looks, rows = on.looks, []
    for change in packet.changes:
        page = pages.get(f"tab-{change.tab}", 0) if change.tab else 0
        head = [Span(change.head + ". ", looks.cell.but(bold=True))] if change.head else []
        rows.append(Row([
            on.line(change.where, looks.cell), on.spans([*head, Span(change.what, looks.cell)]),
            on.line(str(page) if page else "", looks.cell.but(align="right")),
        ]))  # fmt: skip
    head_row = heads(on, "packet.where", "packet.what_changed", "packet.page")
    head_row.cells = [
        *head_row.cells[:2],
        on.line(worded("packet.page"), looks.table_head.but(align="right")),
    ]
    columns = [Column(on.wide(86)), Column(on.width - on.wide(136)), Column(on.wide(50), right=0)]
    title = worded("packet.changed_since", version=packet.changed_since)
    note = on.line(worded("packet.change_bar"), looks.caption)
    return Stack(
        [
            on.line(title, looks.heading, "H2", after=6),
            Table(columns, rows, head_row),
            Gap(6),
            note,
        ],
        held=1,
    )


class Linked(Whole):
    """Words that lead to their page when touched on a screen."""

    def __init__(self, words: Text, page: int, to: str) -> None:
        words.tag = "Span"
        self._words, self._page, self._to = words, page, to

    def height(self, width: float) -> float:
        """That of the words."""
        return self._words.height(width)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """The words, and over them the link."""
        with pen.element("P"), pen.element("Link", texts={"Alt": self._to}):
            self._words.draw(pen, x, y, width)
            pen.link(Place(x, y, width, self.height(width)), self._page, self._to)
