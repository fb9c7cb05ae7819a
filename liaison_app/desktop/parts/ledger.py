"""The ledger: always two sides with names, what we owe and what they owe us.

Late is red on our side only; on theirs the words are “awaited since”.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_app.desktop.look.ink import Run
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.card import Panel
from liaison_app.desktop.parts.layout import STRETCH, across
from liaison_app.desktop.parts.row import Row, RowData
from liaison_app.desktop.parts.text import Icon, Line, Paragraph, Rule
from liaison_app.system.messages import text

LedgerRow = tuple[str, RowData]


class _Side(QWidget):
    chosen = Signal(str)

    def __init__(
        self, icon: str, title: str, count: str, rows: Sequence[LedgerRow], nothing: str
    ) -> None:
        super().__init__()
        self.setAccessibleName(title)
        head = QWidget()
        title_line, count_line = Line(title, "small", bold=True), Line(count, "small", "text3")
        head.setLayout(
            across(
                Icon(icon, size=14), title_line, count_line, STRETCH, gap=6, margins=(11, 0, 11, 0)
            )
        )
        head.setFixedHeight(look().height("small", air=15))
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(head)
        column.addWidget(Rule())
        for at, (ref, data) in enumerate(rows):
            row = Row(data, pad=12)
            row.be_last(at == len(rows) - 1)
            row.clicked.connect(lambda _=False, ref=ref: self.chosen.emit(ref))
            column.addWidget(row)
        if not rows:
            empty = Paragraph(nothing, "small", "text3")
            empty.setContentsMargins(12, 9, 12, 9)
            column.addWidget(empty)
        column.addStretch(1)


class Ledger(Panel):
    """``show_sides`` fills it; ``chosen(ref)`` when a row is pressed. ``stacked``: theirs below ours (wide windows)."""

    chosen = Signal(str)

    def __init__(self, them: str = "", *, stacked: bool = False) -> None:
        """``them`` names the other side, ``Busan``; empty for the ledger of the whole office."""
        super().__init__()
        self._them, self._stacked = them, stacked
        self._row = QVBoxLayout(self) if stacked else QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        self.show_sides((), (), "", "")

    def show_sides(
        self,
        ours: Sequence[LedgerRow],
        theirs: Sequence[LedgerRow],
        our_count: str,
        their_count: str,
    ) -> None:
        """Rows are (reference, row data); counts are words such as ``3, 1 late``."""
        for child in self.findChildren(QWidget, "side"):
            child.hide()
            child.setParent(None)
            child.deleteLater()
        we = text("ledger.we_owe", them=self._them) if self._them else text("ledger.we_owe_all")
        they = (
            text("ledger.they_owe", them=self._them) if self._them else text("ledger.they_owe_all")
        )
        sides = (
            _Side("out", we, our_count, ours, text("ledger.we_owe_nothing")),
            _Side("in", they, their_count, theirs, text("ledger.they_owe_nothing")),
        )
        for at, side in enumerate(sides):
            side.setObjectName("side")
            side.chosen.connect(self.chosen)
            if at:
                rule = Rule(upright=not self._stacked)
                rule.setObjectName("side")
                self._row.addWidget(rule)
            self._row.addWidget(side, 1)


def our_row(
    title: str, due: str, *, late: bool = False, soon: bool = False, icon: str = ""
) -> RowData:
    """A row of our side: red with a bar when late, amber when soon."""
    from_tone = "late" if late else "soon" if soon else ""
    return RowData(title, right=_due(due, from_tone), bar="late" if late else "", icon=icon)


def their_row(title: str, due: str, *, awaited_since: str = "", soon: bool = False) -> RowData:
    """A row of their side: never red; what they owe and haven't sent is ``awaited since 7 Nov``."""
    words = text("ledger.awaited", since=awaited_since) if awaited_since else due
    return RowData(title, right=_due(words, "soon" if soon or awaited_since else ""))


def _due(words: str, tone: str) -> list[Run]:
    return [Run(words, tone or "text2", bool(tone))]
