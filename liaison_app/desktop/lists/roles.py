"""What the models of this room tell their views beside Qt's own roles."""

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

#: What is painted in a row (``RowData``, ``TableRow``, ``Touchpoint`` …); the key that stands for the row.
SHOWN = int(Qt.ItemDataRole.UserRole) + 1
KEY = int(Qt.ItemDataRole.UserRole) + 2

DISPLAY = int(Qt.ItemDataRole.DisplayRole)
SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
TIP = int(Qt.ItemDataRole.ToolTipRole)
SELECTABLE = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)
HEADING = Qt.ItemFlag.ItemNeverHasChildren


class Shown(Protocol):
    """What any row can do: say its text twin, and whether it is a heading, which can't be chosen."""

    @property
    def twin(self) -> str:
        """Everything the row says."""

    @property
    def heading(self) -> bool:
        """Whether it heads a group."""
