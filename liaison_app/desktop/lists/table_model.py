"""A table of any length: columns, rows of cells, group rows among them, and the rows a person has marked."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from liaison_app.desktop.lists.pages import Pages
from liaison_app.desktop.lists.roles import DISPLAY, HEADING, KEY, SELECTABLE, SHOWN, SPOKEN, Index
from liaison_app.desktop.look.ink import Words, joined, plain
from liaison_app.desktop.parts.row import RowData

T = TypeVar("T")
CHECK = int(Qt.ItemDataRole.CheckStateRole)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title; its width in px at 100 % text, 0 for what is left; ``sort``: the service's name of it."""

    title: str
    width: int = 0
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: icon, words, and, right aligned in the same column, quieter words (``9 days late … Sat 14 Nov``)."""

    words: Words = ""
    end: Words = ""
    icon: str = ""
    tone: str = "text2"
    size: str = "small"
    badge: tuple[str, str, str] | None = None
    fill: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: a cell for each column, the tone of the bar at its start, the tone of its ground; or a group's heading."""

    cells: tuple[Cell, ...] = ()
    bar: str = ""
    ground: str = ""
    group: RowData | None = None

    @property
    def heading(self) -> bool:
        """Whether it heads a group."""
        return self.group is not None

    @property
    def twin(self) -> str:
        """Everything it says."""
        if self.group is not None:
            return self.group.twin
        return joined(*(words for cell in self.cells for words in (cell.words, cell.end)))


_GONE = TableRow(group=RowData("…", heading=True))


class TableModel(QAbstractTableModel, Generic[T]):
    """``show_keys`` fills it, ``patch`` refreshes single records; ``marks_changed`` when marks come or go."""

    marks_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column],
        fetch: Callable[[Sequence[int]], Mapping[int, T]],
        present: Callable[[T], TableRow],
        parent: QObject | None = None,
    ) -> None:
        """See ``Pages`` for ``fetch`` and ``present``. Group rows have their own keys (negative, as a rule)."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._pages = Pages(fetch, present)
        self._marks: set[int] = set()

    def show_keys(self, keys: Sequence[int]) -> None:
        """Show the records with these keys, in this order; marks of others are dropped."""
        self.beginResetModel()
        self._pages.replace(keys)
        if self._marks:
            self._marks &= set(keys)
        self.endResetModel()
        self.marks_changed.emit()

    def patch(self, keys: Collection[int]) -> None:
        """These records have changed; show them anew where they are."""
        for row in self._pages.forget(keys):
            self._repaint(row)

    def record(self, row: int) -> T | None:
        """The record shown in ``row``."""
        return self._pages.record(row)

    def row_of(self, key: int) -> int:
        """The row of ``key``; -1 if it isn't in the table."""
        try:
            return self._pages.keys.index(key)
        except ValueError:
            return -1

    @property
    def marks(self) -> frozenset[int]:
        """Keys of the rows marked."""
        return frozenset(self._marks)

    def marked(self, row: int) -> bool:
        """Whether ``row`` is marked."""
        return self._pages.keys[row] in self._marks

    def mark(self, row: int) -> None:
        """Mark a row, or no longer; a group's heading can't be."""
        if self.row(row).heading:
            return
        self._marks ^= {self._pages.keys[row]}
        self._repaint(row)
        self.marks_changed.emit()

    def clear_marks(self) -> None:
        """Mark none."""
        self._marks.clear()
        if self.rowCount():
            self.dataChanged.emit(
                self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1)
            )
        self.marks_changed.emit()

    def row(self, row: int) -> TableRow:
        """What is shown in ``row``."""
        return self._pages.shown(row) or _GONE

    def _repaint(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """As many as keys."""
        return 0 if parent.isValid() else len(self._pages.keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """As many as columns."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can't be chosen."""
        return HEADING if self.row(index.row()).heading else SELECTABLE

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """The titles."""
        across = orientation == Qt.Orientation.Horizontal
        return self.columns[section].title if across and role in (DISPLAY, SPOKEN) else None

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # Qt's own
        """What is painted, its key, its text twin, whether it is marked."""
        if role == SHOWN:
            return self.row(index.row())
        if role == KEY:
            return self._pages.keys[index.row()]
        if role in (DISPLAY, SPOKEN):
            return _spoken(self.row(index.row()), index.column())
        if role == CHECK and index.column() == 0 and self.marked(index.row()):
            return int(Qt.CheckState.Checked.value)
        return None


def _spoken(row: TableRow, column: int) -> str:
    if row.heading:
        return row.twin if column == 0 else ""
    cell = row.cells[column]
    return joined(cell.words, plain(cell.badge[0]) if cell.badge else "", cell.end)
