"""The notes page: lines to write on, and who will do what by when."""

from liaison_app.documents.layout.box import Box, Gap, Stack, Whole
from liaison_app.documents.layout.table import Column, Row, Table, TableLook
from liaison_app.documents.packet.content.meeting import Tab
from liaison_app.documents.packet.pages.tab import tab_title, tab_when
from liaison_app.documents.packet.parts import heads
from liaison_app.documents.packet.setting import Setting
from liaison_app.documents.pdf.pen import Pen, Place
from liaison_app.documents.text.style import Span
from liaison_app.system.messages import text as worded

_PITCH = 26.0
"""Between ruled lines: 9 mm."""
_CUES = 100.0
_PROMISES = 5


def notes(tab: Tab, on: Setting) -> list[Box]:
    """One page."""
    subtitle = " · ".join(w for w in (tab.title, tab_when(tab)) if w)
    boxes = tab_title(tab, worded("packet.notes"), [Span(subtitle, on.looks.subtitle)], on)
    table = _promises(on)
    boxes += [on.line(worded("packet.result"), on.looks.table_head), _Ruled(1), Gap(14)]
    taken = sum(box.height(on.width) for box in (*boxes, table)) + 20
    lines = max(3, int((min(on.sheet.block_height, 640) - taken) / _PITCH))
    return [*boxes, _Ruled(lines, _CUES), Gap(18), table]


def _promises(on: Setting) -> Table:
    who, by = on.wide(58), on.wide(86)
    columns = [Column(30), Column(who, left=6, line=True), Column(on.width - 30 - who - by, left=6, line=True),
               Column(by, left=6, right=0, line=True)]  # fmt: skip
    rows = [
        Row([on.line(str(n), on.looks.cell_bold), Stack([_Tick("packet.they", on), _Tick("packet.we", on)]),
             Stack([]), Stack([])])
        for n in range(1, _PROMISES + 1)
    ]  # fmt: skip
    head = heads(on, "packet.number", "packet.who", "packet.will_do", "packet.by_when")
    return Table(columns, rows, head, TableLook(above=3, below=5))


class _Tick(Whole):
    """A box to tick and its word."""

    def __init__(self, code: str, on: Setting) -> None:
        self._line = on.line(worded(code), on.looks.cell.but(size=10, leading=15))

    def height(self, width: float) -> float:
        """A line."""
        return 15

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Box and word."""
        pen.box(Place(x, y + 2.5, 9, 9), line=0.9)
        self._line.draw(pen, x + 14, y, width - 14)


class _Ruled(Whole):
    """Lines to write on, with a column for cues."""

    def __init__(self, lines: int, margin: float = 0.0) -> None:
        self._lines, self._margin = lines, margin

    def height(self, width: float) -> float:
        """All lines."""
        return self._lines * _PITCH

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Rules only."""
        for n in range(1, self._lines + 1):
            pen.rule(x, y + n * _PITCH, x + width, y + n * _PITCH, 0.5, 0.5)
        if self._margin:
            pen.rule(x + self._margin, y + 4, x + self._margin, y + self._lines * _PITCH, 0.5, 0.5)
