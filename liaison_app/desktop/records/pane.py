"""The list beside a record: a title, a filter in the search language, the rows, how many there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from liaison_app.desktop.lists.lazy_model import LazyModel
from liaison_app.desktop.lists.roles import KEY
from liaison_app.desktop.lists.row_list import RowList
from liaison_app.desktop.lists.rows_model import RowsModel
from liaison_app.desktop.lists.view import RowsView
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.empty import EmptyState
from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.parts.layout import STRETCH, across, down
from liaison_app.desktop.parts.text import Line, Paragraph, Rule
from liaison_app.desktop.session import Session
from liaison_app.desktop.tasks import in_words
from liaison_app.system.messages import text


@dataclass(frozen=True)
class Shelf:
    """What a list pane holds. ``fetch(where)`` runs on the reading thread, where ``where`` is what the filter says;
    ``show(fetched)`` puts it into ``model`` and returns how many there are. ``new`` names its plus; ``empty`` says what
    is missing and how it fills."""

    name: str
    model: RowsModel | LazyModel[Any]
    fetch: Callable[[str], Any]
    show: Callable[[Any], int]
    new: str
    empty: tuple[str, str]


class AnyPane(QWidget):
    """What a page of records asks of its list, whether it's a narrow pane or a wide table."""

    pointed = Signal(object)
    chosen = Signal(object)
    new_asked = Signal()
    shown = Signal()
    list: RowsView
    filter: "FilterBox"

    def load(self) -> None:
        """Fetch the rows anew, keeping the current one if it's still there."""

    def point_at(self, key: object) -> bool:
        """Mark the row of a record as the current one, without saying so; whether it is here."""
        self.list.blockSignals(True)
        found = self.list.point_at(key)
        self.list.blockSignals(False)
        return found

    def fit(self) -> None:
        """The page has another width."""

    def point_at_first(self) -> None:
        """Go to the first row that is a record."""
        model = self.list.model()
        for row in range(min(model.rowCount(), 100)):
            index = model.index(row, 0)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                self.list.point_at(index.data(KEY))
                return


class FilterBox(Field):
    """The filter of a list: Esc empties it, Down goes to the rows."""

    left_down = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, hint=name, icon="search")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_down.emit()
        else:
            super().keyPressEvent(event)


class ListPane(AnyPane):
    """A list that fetches itself. ``pointed`` and ``chosen`` as any list; ``new_asked`` by its plus; ``shown`` when
    it has been filled."""

    def __init__(self, session: Session, shelf: Shelf, head: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._session, self._shelf = session, shelf
        name = shelf.name
        self.setProperty("region", "list")
        self.setAccessibleName(name)
        self.list = RowList(name, shelf.model, pad=12)
        self.list.lie_on_page()
        self.filter = FilterBox(text("pane.filter", what=name.lower()))
        self._wrong = Paragraph("", "micro", "late")
        self._wrong.hide()
        self._count = Line("", "micro", "text3")
        plus = Button.icon_only("plus", shelf.new)
        plus.clicked.connect(self.new_asked)
        self._nothing = EmptyState(*shelf.empty)
        self._body = QStackedWidget()
        self._body.addWidget(self.list)
        self._body.addWidget(self._nothing)
        title = across(*(head or (Line(name, "body", bold=True),)), STRETCH, plus)
        self.setLayout(
            down(
                down(title, self.filter, self._wrong, gap=8, margins=(12, 10, 12, 10)),
                (self._body, 1),
                Rule(),
                down(self._count, margins=(12, 8, 12, 8)),
                gap=0,
                margins=(0, 0, 1, 0),
            )
        )
        self.list.pointed.connect(self.pointed)
        self.list.chosen.connect(self.chosen)
        self.filter.textChanged.connect(lambda _: self.load())
        self.filter.left_down.connect(self.list.setFocus)
        self._measure()

    def load(self) -> None:
        """Fetch the rows anew, keeping the current one if it's still there."""
        where = self.filter.text().strip()
        self._session.tasks.read(
            lambda: self._shelf.fetch(where),
            self._fill,
            otherwise=self._refuse,
            owner=self,
            slot="rows",
        )

    def _fill(self, fetched: Any) -> None:
        key = self.list.key
        self.list.blockSignals(True)
        count = self._shelf.show(fetched)
        if key is not None:
            self.list.point_at(key)
        self.list.blockSignals(False)
        self._wrong.hide()
        self.filter.read_as("")
        asked = self.filter.text().strip()
        self._count.show_words(text("pane.count", count=count, what=self._shelf.name.lower()))
        if not count:
            missing, fills = self._shelf.empty
            if asked:
                missing, fills = text("pane.nothing", query=asked), text("pane.nothing_more")
            self._nothing.say(missing, fills)
        self._body.setCurrentWidget(self.list if count else self._nothing)
        self.shown.emit()

    def _refuse(self, fault: BaseException) -> None:
        self.filter.refuse("")
        self._wrong.setText(in_words(fault))
        self._wrong.show()

    def fit(self) -> None:
        """Leave most of the page to the record, however large the text is."""
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_count"):
            self._measure()

    def _measure(self) -> None:
        page = self.parentWidget()
        most = page.width() * 9 // 25 if page is not None else 0
        self.setFixedWidth(min(look().px(249), max(most, 249)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline between list and record."""
        with QPainter(self) as painter:
            painter.fillRect(self.width() - 1, 0, 1, self.height(), look().colour("line"))
