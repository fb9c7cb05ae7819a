"""The head of the preview: the file's own heading, and under it what the column means, to be changed by a pick."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from liaison_app.desktop.lists.table import Head, Table
from liaison_app.desktop.look.ink import Ink
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.pick import Pick
from liaison_app.interchange.columns import Columns
from liaison_app.interchange.meanings import Meaning
from liaison_app.system.messages import TEXTS, text

FIXED = 2
"""Columns of ours before those of the file."""


class MeaningsHead(Head):
    """``changed(column, meaning)`` is called with the heading and the meaning's code when a person picks another."""

    def __init__(self, table: Table, changed: Callable[[str, str], None]) -> None:
        super().__init__(table)
        self._changed = changed
        self._picks: list[Pick] = []
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setSectionsClickable(False)
        self.sectionResized.connect(lambda *_: self.place())
        table.horizontalScrollBar().valueChanged.connect(lambda _: self.place())

    @property
    def picks(self) -> tuple[Pick, ...]:
        """One for each column of the file."""
        return tuple(self._picks)

    def show_columns(self, columns: Columns) -> None:
        """Offer the meanings for these columns."""
        for pick in self._picks:
            pick.hide()
            pick.deleteLater()
        self._picks = []
        for name, meaning in zip(columns.header, columns.meanings, strict=True):
            pick = Pick(text("importing.means", column=name), _meanings())
            pick.choose((meaning or Meaning.IGNORE).value)
            pick.setParent(self.viewport())
            pick.picked.connect(lambda code, name=name: self._changed(name, code))
            pick.show()
            self._picks.append(pick)
        self.place()

    def place(self) -> None:
        """Put each pick into its section."""
        tall = look().height("micro", air=8)
        for at, pick in enumerate(self._picks):
            section = at + FIXED
            if section < self.count():
                x = self.sectionViewportPosition(section)
                pick.setGeometry(
                    x + 4, tall, max(self.sectionSize(section) - 8, 40), look().control - 4
                )

    def sizeHint(self) -> QSize:
        """A heading and a pick."""
        return QSize(100, look().height("micro", air=12) + look().control)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The file's own heading, in quotes."""
        painter.save()
        ink = Ink(painter, QRectF(rect))
        painter.fillRect(rect, look().colour("surface"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look().colour("line2"))
        title = self._table.table_model.columns[section].title
        baseline = ink.baseline(look().height("micro", air=10) / 2, "micro")
        ink.text(
            rect.x() + 8, baseline, rect.width() - 12, title, "micro", "text2", section < FIXED
        )
        painter.restore()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_picks"):
            self.place()


def meaning_words(meaning: Meaning) -> str:
    """What a meaning is called."""
    code = f"importing.meaning.{meaning.value}"
    return TEXTS.get(code) or meaning.value.replace("_", " ").capitalize()


def _meanings() -> list[tuple[str, str]]:
    return [(one.value, meaning_words(one)) for one in Meaning]
