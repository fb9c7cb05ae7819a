"""A short list, all in memory: side lists, trees, timelines, hits."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from liaison_app.desktop.lists.roles import (
    DISPLAY,
    HEADING,
    KEY,
    SELECTABLE,
    SHOWN,
    SPOKEN,
    Index,
    Shown,
)


class RowsModel(QAbstractListModel):
    """Rows as (key, what is shown); keys are references as a rule."""

    def __init__(
        self, rows: Sequence[tuple[object, Shown]] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = list(rows)

    def show_rows(self, rows: Sequence[tuple[object, Shown]]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_of(self, key: object) -> int:
        """The row of ``key``; -1 if it isn't in the list."""
        return next((i for i, (k, _) in enumerate(self._rows) if k == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """As many as given."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can't be chosen; the arrow keys pass over them."""
        return HEADING if self._rows[index.row()][1].heading else SELECTABLE

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # Qt's own
        """What is painted, its key, its text twin."""
        key, shown = self._rows[index.row()]
        if role == SHOWN:
            return shown
        if role == KEY:
            return key
        return shown.twin if role in (DISPLAY, SPOKEN) else None
