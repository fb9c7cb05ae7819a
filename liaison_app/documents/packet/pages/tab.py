"""A tab: its sections in order."""

from liaison_app.documents.layout.box import Box, Gap, Rule, Stack, Whole
from liaison_app.documents.packet.content.meeting import Tab
from liaison_app.documents.packet.dates import clock, short_weekday, span_of_time
from liaison_app.documents.packet.parts import LetterBox
from liaison_app.documents.packet.setting import Setting
from liaison_app.documents.pdf.pen import Pen
from liaison_app.documents.text.style import Span


def tab_title(
    tab: Tab, words: str, subtitle: list[Span], on: Setting, outlined: bool = True
) -> list[Box]:
    """The tab's letter, a title and a line under it, over the 2 pt rule."""
    style = on.stepped(words, on.width - 54)
    boxes: list[Box] = [on.spans([Span(words, style)], "H1")]
    if subtitle:
        boxes.append(on.spans(subtitle))
    return [_Lettered(LetterBox(tab.letter, on, 40, outlined), Stack(boxes)), Gap(10)]


def tab_when(tab: Tab) -> str:
    """Date and time with zone, for contents and notes: ``Tue 9 Mar, 10:00 KST``."""
    if tab.start is None:
        return tab.when
    return f"{short_weekday(tab.start.at.date())}, {clock(tab.start)} {tab.start.zone}"


def tab_hours(tab: Tab) -> str:
    """``10:00–10:45 KST``, or the words for it."""
    return span_of_time(tab.start, tab.end) if tab.start else tab.when


class _Lettered(Whole):
    """A letter box beside a title, closed by a 2 pt rule."""

    def __init__(self, letter: LetterBox, title: Box) -> None:
        self._letter, self._title, self._rule = letter, title, Rule(2, above=7)

    def height(self, width: float) -> float:
        """The taller of the two, and the rule."""
        return max(42, self._title.height(width - 54)) + self._rule.height(width)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Letter, title, rule."""
        self._letter.draw(pen, x, y + 2, 40)
        spare = max(0.0, 42 - self._title.height(width - 54))
        self._title.draw(pen, x + 54, y + spare * 0.7, width - 54)
        self._rule.draw(pen, x, y + self.height(width) - self._rule.height(width), width)
