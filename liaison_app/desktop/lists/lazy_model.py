"""A list of any length: its keys, and pages of rows fetched when they are looked at."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from liaison_app.desktop.lists.pages import Pages
from liaison_app.desktop.lists.roles import DISPLAY, KEY, SELECTABLE, SHOWN, SPOKEN, Index
from liaison_app.desktop.parts.row import RowData

T = TypeVar("T")
_GONE = RowData("…")


class LazyModel(QAbstractListModel, Generic[T]):
    """Rows for a ``RowList``: ``show_keys`` fills it, ``patch`` refreshes single records after a step."""

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Mapping[int, T]],
        present: Callable[[T], RowData],
        parent: QObject | None = None,
    ) -> None:
        """See ``Pages`` for ``fetch`` and ``present``."""
        super().__init__(parent)
        self._pages = Pages(fetch, present)

    def show_keys(self, keys: Sequence[int]) -> None:
        """Show the records with these keys, in this order."""
        self.beginResetModel()
        self._pages.replace(keys)
        self.endResetModel()

    def patch(self, keys: Collection[int]) -> None:
        """These records have changed; show them anew where they are."""
        for row in self._pages.forget(keys):
            self.dataChanged.emit(self.index(row), self.index(row))

    def record(self, row: int) -> T | None:
        """The record shown in ``row``."""
        return self._pages.record(row)

    def row_of(self, key: object) -> int:
        """The row of ``key``; -1 if it isn't in the list."""
        keys = self._pages.keys
        return keys.index(key) if isinstance(key, int) and key in keys else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """As many as keys."""
        return 0 if parent.isValid() else len(self._pages.keys)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be chosen."""
        return SELECTABLE

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # Qt's own
        """What is painted, its key, its text twin. Asked very often: nothing is made here."""
        if role == SHOWN:
            return self._pages.shown(index.row()) or _GONE
        if role == KEY:
            return self._pages.keys[index.row()]
        if role in (DISPLAY, SPOKEN):
            return (self._pages.shown(index.row()) or _GONE).twin
        return None
