"""What stands on every page: marking, running head, foot, thumb letter."""

from dataclasses import dataclass

from liaison_app.documents.packet.content.packet import Packet
from liaison_app.documents.packet.dates import full_moment, utc_beside
from liaison_app.documents.packet.look import Sheet
from liaison_app.documents.packet.section import Section
from liaison_app.documents.pdf.pen import Pen, Place
from liaison_app.documents.text.lines import Line, Typesetter
from liaison_app.documents.text.style import Span, TextStyle
from liaison_app.system.messages import text as worded

_SMALL = TextStyle(9, 11)
_HEAD = TextStyle(9.5, 12)
_PAGE = TextStyle(9.5, 12, bold=True)
_THUMBS = 12
"""Thumb letters that stand under each other before they begin again at the top."""


@dataclass(frozen=True)
class Furniture:
    """Draws the same frame on every page of a packet."""

    packet: Packet
    sheet: Sheet
    setter: Typesetter
    pages: int

    def draw(self, pen: Pen, section: Section, page: int) -> None:
        """Marking top and bottom, head (not on the cover), foot, thumb letter."""
        with pen.ornament():
            self._marking(pen)
            if page > 1:
                self._head(pen, section)
            self._foot(pen, page)
            if section.tab:
                self._thumb(pen, section.tab)

    def _marking(self, pen: Pen) -> None:
        lines = self._marking_lines()
        is_long = len(lines) > 1
        for top in (36 - 11 * is_long, self.sheet.height - 24 - 5 * is_long):
            for index, line in enumerate(lines):
                x = self.sheet.inner + (self.sheet.block_width - line.width) / 2
                pen.text(line, x, top + index * 11)

    def _marking_lines(self) -> list[Line]:
        """Bold 12; smaller to 9 if wider than the block allows; then two lines, never cut."""
        most = self.sheet.block_width * 0.8
        size = 12.0
        while (
            size > 9
            and len(self._set(self.packet.marking, TextStyle(size, 11, bold=True), most)) > 1
        ):
            size -= 0.5
        lines = self._set(self.packet.marking, TextStyle(size, 11, bold=True), most)
        return (
            lines
            if len(lines) < 3
            else self._set(self.packet.marking, TextStyle(7.5, 11, bold=True), most)
        )

    def _set(self, words: str, style: TextStyle, width: float = 1e6) -> list[Line]:
        return self.setter.lines([Span(words, style)], width)

    def _head(self, pen: Pen, section: Section) -> None:
        left, right = self.sheet.inner, self.sheet.width - self.sheet.outer
        part = (
            worded("packet.tab_part", tab=section.tab, part=section.title)
            if section.tab
            else section.title
        )
        name = self._set(part, _PAGE)[0]
        pen.text(name, right - name.width, 58)
        pen.text(self._running(right - left - name.width - 16), left, 58)
        pen.rule(left, 64, right, 64, 0.6)

    def _running(self, room: float) -> Line:
        """Title and dates; of a title too long for the line its last words give way, not the dates."""
        title, dot, dates = self.packet.running_title.rpartition(" · ")
        words = (title or dates).split(" ")
        end = f"{dot}{dates}" if title else ""
        said = " ".join(words) + end
        while self._set(said, _HEAD)[0].width > room and len(words) > 1:
            words.pop()
            said = f"{' '.join(words).rstrip(' ,:;')}…{end}"
        return self._set(said, _HEAD, room)[0]

    def _foot(self, pen: Pen, page: int) -> None:
        packet, bottom = self.packet, self.sheet.height
        left, right = self.sheet.inner, self.sheet.width - self.sheet.outer
        pen.rule(left, bottom - 57, right, bottom - 57, 0.6)
        number = self._set(worded("packet.page_of", page=page, pages=self.pages), _PAGE)[0]
        pen.text(number, right - number.width, bottom - 44)
        words = worded(
            "packet.foot", ref=packet.ref, version=packet.version, as_of=full_moment(packet.as_of),
            utc=utc_beside(packet.as_of), copy=packet.copy, copies=packet.copies,
        )  # fmt: skip
        room, style = right - left - number.width - 12, _SMALL
        while style.size > 7 and len(self._set(words, style, room)) > 1:
            style = style.but(size=style.size - 0.25)
        for index, line in enumerate(self._set(words, style, room)[:2]):
            pen.text(line, left, bottom - 44 + index * 9)

    def _thumb(self, pen: Pen, letter: str) -> None:
        step = (sum((ord(c) - 64) * 26**i for i, c in enumerate(reversed(letter))) - 1) % _THUMBS
        x, y = self.sheet.width - 18 - 22, 90 + step * 46
        line = self._set(
            letter, TextStyle(19 if len(letter) == 1 else 13, 20, bold=True, grey=0.0)
        )[0]
        pen.box(Place(x, y, 22, 38), fill="solid")
        pen.text(line, x + (22 - line.width) / 2, y + 26)
