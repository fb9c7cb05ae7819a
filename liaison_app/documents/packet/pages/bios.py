"""Biographies: never split over two pages if they fit on one."""

from collections.abc import Sequence
from dataclasses import dataclass

from liaison_app.documents.layout.box import Box, Gap, Named, Rule, Stack, Whole
from liaison_app.documents.layout.side import Hanging
from liaison_app.documents.layout.table import Column, Row, Table, TableLook
from liaison_app.documents.packet.caution import Caution
from liaison_app.documents.packet.content.meeting import Tab
from liaison_app.documents.packet.content.people import Bio, Person
from liaison_app.documents.packet.dates import short_date
from liaison_app.documents.packet.pages.tab import tab_title
from liaison_app.documents.packet.parts import PageOf, address, heads
from liaison_app.documents.packet.pictures import portrait
from liaison_app.documents.packet.setting import Setting
from liaison_app.documents.pdf.pen import Pen, Place
from liaison_app.documents.text.style import Span, TextStyle
from liaison_app.system.messages import text as worded

_PHOTO = (92.0, 115.0)


def bios(tab: Tab, people: Sequence[Bio], on: Setting) -> list[Box]:
    """A portrait and five fixed rows each."""
    boxes = tab_title(tab, worded("packet.bios"), [], on)
    for bio in people:
        beside = _Beside(_portrait(bio, on), _facts(bio, on))
        key = bio_key(tab.letter, bio.person)
        boxes += [Named(beside, on.sheet.block_height - 60, key), Gap(16)]
    return boxes[:-1]


def bios_before(tab: Tab, on: Setting) -> list[Box]:
    """Who stands in an earlier tab, and on which page."""
    rows = [
        Row(
            [
                on.spans(on.name(one.person, on.looks.cell_bold)),
                PageOf(bio_key(one.letter, one.person), one.letter, on),
            ]
        )
        for one in tab.bios_before
    ]
    columns = [Column(on.width * 0.6), Column(on.width * 0.4, right=0)]
    head = heads(on, "packet.bios_before", "packet.where")
    return [Table(columns, rows, head, TableLook(above=2, below=3))]


def bio_key(letter: str, person: Person) -> str:
    """By what a biography is found from other tabs."""
    return f"bio-{letter}-{person.name}"


def _facts(bio: Bio, on: Setting) -> Stack:
    looks, person = on.looks, bio.person
    boxes: list[Box] = [on.spans(on.name(person, looks.bio_name), "H2")]
    if person.title:
        boxes.append(on.line(person.title, looks.body))
    spoken: list[Span] = []
    if person.say:
        spoken += [*on.say(person.say), Span("  ", looks.cell)]
    if person.address_as:
        small = looks.cell.but(size=looks.cell.size - 1.5, italic=True, grey=0.72)
        spoken += [Span(worded("packet.call") + "\u00a0", small), address(person.address_as, on)]
    if spoken:
        boxes.append(on.spans(spoken))
    boxes.append(Gap(4))
    for code, words in (
        ("packet.in_office", bio.in_office), ("packet.career", bio.career), ("packet.languages", bio.languages),
        ("packet.talks_about", bio.talks_about), ("packet.met_before", bio.met_before), ("packet.source", bio.source),
    ):  # fmt: skip
        if words:
            body = on.prose(words, looks.cell)
            boxes.append(
                Hanging(
                    on.label(code, "H3"), body, side=74, rule=Rule(0.5, below=2, grey=0.55), after=3
                )
            )
    return Stack(boxes)


def _portrait(bio: Bio, on: Setting) -> Stack:
    shown = portrait(bio.photo, *_PHOTO) if bio.photo else b""
    if bio.photo and not shown:
        on.cautions.append(Caution("packet.caution.photo", (("name", bio.person.name),)))
    boxes: list[Box] = [_Photo(shown, bio, on), Gap(4)]
    if bio.verified_on:
        boxes.append(
            on.line(worded("packet.verified", date=short_date(bio.verified_on)), on.looks.caption)
        )
    else:
        boxes.append(
            on.spans([on.tag(worded("packet.not_verified"), on.looks.tag.but(size=9, leading=13))])
        )
    if shown and bio.photo_taken:
        boxes.append(
            on.line(
                worded("packet.photo_taken", date=short_date(bio.photo_taken)), on.looks.caption
            )
        )
    return Stack(boxes)


class _Photo(Whole):
    """The portrait, or a dashed frame with initials."""

    def __init__(self, data: bytes, bio: Bio, on: Setting) -> None:
        self._data, self._bio, self._on = data, bio, on

    def height(self, width: float) -> float:
        """A portrait format."""
        return _PHOTO[1]

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Picture or frame."""
        wide, tall = _PHOTO
        name = self._bio.person.name
        if self._data:
            pen.picture(self._data, Place(x, y, wide, tall), worded("packet.photo_of", name=name))
            pen.box(Place(x, y, wide, tall), line=0.8)
            return
        pen.box(Place(x, y, wide, tall), line=1, dashed=True)
        initials = self._bio.initials or "".join(part[0] for part in name.split()[:2]).upper()
        big = TextStyle(30, 32, bold=True, grey=0.72)
        for words, style, at in (
            (initials, big, tall / 2 + 8),
            (worded("packet.no_photo"), self._on.looks.caption, tall - 10),
        ):
            line = self._on.setter.lines([Span(words, style)], 999)[0]
            with pen.element("P"):
                pen.text(line, x + (wide - line.width) / 2, y + at)


@dataclass
class _Beside:
    """The portrait on the left, facts on the right."""

    left: Box
    right: Box
    gap: float = 18

    def height(self, width: float) -> float:
        """The taller."""
        return max(self.left.height(_PHOTO[0]), self.right.height(width - _PHOTO[0] - self.gap))

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Inside the facts; the portrait stays with the first part."""
        parts = self.right.split(width - _PHOTO[0] - self.gap, room)
        if parts is None or self.left.height(_PHOTO[0]) > room:
            return None
        return _Beside(self.left, parts[0]), _Beside(Stack([]), parts[1])

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Both; the name is read before what stands under the portrait."""
        with pen.element("Sect"):
            self.right.draw(pen, x + _PHOTO[0] + self.gap, y - 4, width - _PHOTO[0] - self.gap)
            self.left.draw(pen, x, y, _PHOTO[0])
