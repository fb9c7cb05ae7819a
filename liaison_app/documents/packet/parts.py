"""Parts that several pages share: letter boxes, people, promises."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from liaison_app.documents.layout.box import Box, Gap, Stack, Text, Together, Whole
from liaison_app.documents.layout.table import Column, Row, Table, TableLook
from liaison_app.documents.packet.content.commitments import Promise
from liaison_app.documents.packet.content.people import Participant, Person
from liaison_app.documents.packet.look import SECOND
from liaison_app.documents.packet.setting import NO_BREAK, Setting
from liaison_app.documents.pdf.pen import Fill, Pen, Place
from liaison_app.documents.text.style import Span, TextStyle
from liaison_app.system.messages import text as worded


class LetterBox(Whole):
    """A tab letter, white in a black square, or black in an outlined one."""

    def __init__(self, letter: str, on: Setting, size: float = 18, outlined: bool = False) -> None:
        self._letter, self._on, self._size, self._outlined = letter, on, size, outlined

    def height(self, width: float) -> float:
        """The square."""
        return self._size

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """The square and its letter, centred."""
        size = self._size
        points = size * (0.66 if len(self._letter) == 1 else 0.46)
        style = TextStyle(points, points, bold=True, grey=1.0 if self._outlined else 0.0)
        fill: Fill = "none" if self._outlined else "solid"
        pen.box(Place(x, y, size, size), fill=fill, line=1 if self._outlined else 0)
        line = self._on.setter.lines([Span(self._letter, style)], 999)[0]
        with pen.element("P"):
            pen.text(line, x + (size - line.width) / 2, y + size / 2 + points * 0.345)


class PageOf(Whole):
    """``Tab A, page 19``: where something stands, worded when it is drawn, and a link to it."""

    def __init__(self, key: str, letter: str, on: Setting) -> None:
        self._key, self._letter, self._on = key, letter, on

    def height(self, width: float) -> float:
        """A line."""
        return self._on.looks.cell.leading

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """The words and the link."""
        page = self._on.pages[self._key]
        words = worded("packet.tab_page", tab=self._letter, page=page)
        line = self._on.line(words, self._on.looks.cell, "Span")
        with pen.element("P"), pen.element("Link", texts={"Alt": words}):
            line.draw(pen, x, y, width)
            pen.link(Place(x, y, width, self.height(width)), page, words)


def address(words: str, on: Setting, style: TextStyle | None = None) -> Span:
    """What to call somebody, in quotes, never broken."""
    return Span(f"“{words.replace(' ', NO_BREAK)}”", style or on.looks.cell)


def person_block(person: Person, on: Setting, note: str = "", you: bool = False) -> Stack:
    """Name with native script; how to say it and what to call them; office in small."""
    tag = [Span("  ", on.looks.name), on.tag(worded("packet.you"))] if you else []
    boxes: list[Box] = [on.spans([*on.name(person), *tag])]
    spoken: list[Span] = []
    if person.say:
        spoken += [*on.say(person.say), Span(" ", on.looks.cell)]
    if person.address_as:
        spoken.append(address(person.address_as, on))
    if spoken:
        boxes.append(on.spans(spoken))
    office = " · ".join(filter(None, (person.title, note)))
    boxes += [on.line(office, on.looks.cell_small)] if office else []
    return Stack(boxes)


def delegations(theirs: Sequence[Participant], ours: Sequence[Participant], on: Setting) -> Table:
    """Two delegations face to face, each numbered in order of precedence."""
    half, number = on.width / 2, on.wide(19)
    columns = [
        Column(number, right=2), Column(half - number, right=8),
        Column(number + 4, left=5, right=2, line=True), Column(half - number - 4, right=0),
    ]  # fmt: skip
    head = Row([Stack([]), _head(on, "packet.theirs"), Stack([]), _head(on, "packet.ours")])
    rows = []
    for index in range(max(len(theirs), len(ours))):
        left = theirs[index] if index < len(theirs) else None
        right = ours[index] if index < len(ours) else None
        cells = [*_participant(left, index + 1, on), *_participant(right, index + 1, on)]
        rows.append(Row(cells, changed=any(p.changed for p in (left, right) if p)))
    return Table(columns, rows, head, TableLook(above=2, below=3))


def _participant(who: Participant | None, number: int, on: Setting) -> list[Box]:
    if who is None:
        return [Stack([]), Stack([])]
    block = person_block(who.person, on, who.note, you=who.principal)
    return [on.line(str(number), on.looks.cell_bold), block]


def _head(on: Setting, code: str) -> Text:
    return on.line(worded(code), on.looks.table_head)


def heads(on: Setting, *codes: str) -> Row:
    """A table head; an empty code leaves its cell empty."""
    return Row([_head(on, code) if code else Stack([]) for code in codes])


def standing(promise: Promise, on: Setting) -> list[Span]:
    """How it stands: OVERDUE n days on black for ours, awaited since for theirs, else the status and date."""
    cell, bold = on.looks.cell, on.looks.cell.but(bold=True)
    if promise.late_days > 0 and promise.side == "we":
        code = "packet.overdue_one" if promise.late_days == 1 else "packet.overdue"
        due = [Span(" " + worded("packet.was_due", due=promise.due), cell)] if promise.due else []
        return [on.tag(worded(code, days=promise.late_days)), *due]
    if promise.late_days > 0:
        return [Span(worded("packet.awaited", due=promise.due), bold)]
    status = promise.status[:1].upper() + promise.status[1:]
    due_words = f", {worded('packet.was_due', due=promise.due)}" if promise.due else ""
    return [Span(status, bold), Span(due_words, cell)] if due_words else [Span(status, bold)]


def promise_block(promise: Promise, on: Setting) -> Together:
    """A promise: standing, wording and number, what was said last time, what is next, what shows it.
    One that another tab tells in full is a single paragraph with the letter of that tab."""
    looks = on.looks
    small = looks.cell_small.but(size=looks.cell.size - 1.5, leading=looks.cell.leading)
    number = [Span(f" {promise.ref}", small)] if promise.ref else []
    wording = [Span(promise.wording, looks.cell), *number]
    if promise.tab:
        told = worded("packet.in_tab", tab=promise.tab).replace(" ", NO_BREAK)
        said = [*standing(promise, on), Span(": ", looks.cell), *wording, Span(f" {told}", small)]
        return Together(Stack([on.spans(said), Gap(6)]), on.sheet.block_height - 60)
    boxes: list[Box] = [on.spans(standing(promise, on)), on.spans(wording)]
    for code, words in (("packet.promised", promise.promised), ("packet.next", promise.next_step)):
        if words:
            head = Span(worded(code) + " ", looks.cell.but(bold=True))
            boxes.append(on.spans([head, Span(words, looks.cell)]))
    if promise.evidence:
        boxes.append(on.line(promise.evidence, looks.cell.but(grey=SECOND)))
    return Together(Stack([*boxes, Gap(6)]), on.sheet.block_height - 60)


class Ledger:
    """The two sides of the account in one ruled box: what we owe, what they owe."""

    def __init__(
        self,
        promises: Sequence[tuple[Literal["we", "they"], Box]],
        on: Setting,
        we_code: str,
        more: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """``promises``: who owes, and what is printed of it. ``more``: said beside the head of a side."""
        half = on.width / 2
        sides: list[Box] = []
        for side in ("we", "they"):
            blocks: list[Box] = [box for who, box in promises if who == side]
            sides.append(
                Stack(blocks or [on.line(worded("packet.nothing"), on.looks.cell), Gap(4)])
            )
        codes = (("we", we_code), ("they", "packet.they_owe"))
        head = Row([_side_head(code, more.get(side, ""), on) for side, code in codes])
        self.table: Table = BoxedTable(
            [Column(half, left=10, right=8), Column(half, left=10, right=8, line=True)],
            [Row(sides)], head, TableLook(above=4, below=0, last=0),
        )  # fmt: skip


def _side_head(code: str, more: str, on: Setting) -> Text:
    words = [Span(worded(code).upper(), on.looks.label)]
    return on.spans([*words, *([Span(f"   {more}", on.looks.caption)] if more else [])], "H2")


class BoxedTable(Table):
    """A table in a 1 pt frame."""

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """The table, then its frame."""
        super().draw(pen, x, y, width)
        pen.box(Place(x, y, sum(c.width for c in self.columns), self.height(width)), line=1)
