"""Lists of any length, without a mouse."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison_app.desktop.lists.lazy_model import LazyModel
from liaison_app.desktop.lists.pages import KEPT, PAGE
from liaison_app.desktop.lists.row_list import RowList
from liaison_app.desktop.lists.rows_model import RowsModel
from liaison_app.desktop.lists.table import Table
from liaison_app.desktop.lists.table_model import TableModel, TableRow
from liaison_app.desktop.lists.timeline import Timeline, Touchpoint, Year
from liaison_app.desktop.parts.row import RowData
from tests.desktop.look import gallery_records

KEY = Qt.Key


class Shelf:
    """Invented places, and which of them were asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.gone: set[int] = set()
        self.version = 1

    def fetch(self, keys: Sequence[int]) -> dict[int, str]:
        self.asked.extend(keys)
        return {key: f"Place {key} v{self.version}" for key in keys if key not in self.gone}

    def model(self, count: int) -> LazyModel[str]:
        model: LazyModel[str] = LazyModel(self.fetch, RowData)
        model.show_keys(array("q", range(count)))
        return model


def test_half_a_million_rows_cost_the_pages_looked_at(qtbot: QtBot, qapp: QApplication) -> None:
    shelf = Shelf()
    view = RowList("Places", shelf.model(500_000))
    qtbot.addWidget(view)
    view.resize(300, 600)
    view.show()
    qapp.processEvents()
    assert 0 < len(set(shelf.asked)) <= 2 * PAGE
    view.scrollToBottom()
    qapp.processEvents()
    assert len(set(shelf.asked)) <= 4 * PAGE
    assert 499_999 in shelf.asked


def test_only_the_last_pages_are_kept() -> None:
    shelf = Shelf()
    model = shelf.model(PAGE * (KEPT + 2))
    for page in range(KEPT + 2):
        model.record(page * PAGE)
    shelf.asked.clear()
    model.record((KEPT + 1) * PAGE)
    assert not shelf.asked
    model.record(0)
    assert len(shelf.asked) == PAGE


def test_a_step_refreshes_the_rows_it_touched(qtbot: QtBot) -> None:
    shelf = Shelf()
    model = shelf.model(10)
    assert model.record(3) == "Place 3 v1"
    shelf.version = 2
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.patch([3])
    assert changed.args is not None
    assert changed.args[0].row() == 3
    assert model.record(3) == "Place 3 v2"


def test_a_record_that_has_gone_leaves_a_row_without_words(qtbot: QtBot) -> None:
    shelf = Shelf()
    shelf.gone = {1}
    model = shelf.model(3)
    assert model.record(1) is None
    assert model.index(1).data() == "…"


def test_keys_move_and_enter_opens(qtbot: QtBot) -> None:
    view = RowList("Places", Shelf().model(50))
    qtbot.addWidget(view)
    view.point_at(0)
    for key in (KEY.Key_J, KEY.Key_Down, KEY.Key_J, KEY.Key_K):
        QTest.keyClick(view, key)
    assert view.key == 2
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.keyClick(view, KEY.Key_Return)
    assert chosen.args == [2]
    assert not view.point_at(999)


def test_arrows_pass_over_headings(qtbot: QtBot) -> None:
    rows = [
        ("home", RowData("Home", heading=True)),
        ("a", RowData("Tennessee")),
        ("b", RowData("Abroad", heading=True)),
        ("c", RowData("Busan")),
    ]
    view = RowList("Places", RowsModel(rows))
    qtbot.addWidget(view)
    view.point_at("a")
    QTest.keyClick(view, KEY.Key_Down)
    assert view.key == "c"


def test_the_timeline_says_dates_and_states(qtbot: QtBot) -> None:
    line = Timeline("Timeline of Busan")
    qtbot.addWidget(line)
    late = Touchpoint(
        "14 Nov", "Sat", "commitment", "Port MOU", "D. Whitfield", ("late", "late", "late")
    )
    line.show_rows([("2026", Year("2026", "9 engagements")), ("C-1", late)])
    model = line.model()
    assert model.index(0, 0).data() == "2026, 9 engagements"
    assert model.index(1, 0).data() == "Sat 14 Nov, Port MOU, late, D. Whitfield"
    assert line.rowHeight(1) > line.rowHeight(0) > 20


def promises() -> TableModel[TableRow]:
    """The gallery's commitments."""
    model: TableModel[TableRow] = TableModel(
        gallery_records.COLUMNS,
        lambda keys: {k: gallery_records.PROMISES[k] for k in keys},
        lambda row: row,
    )
    model.show_keys(array("q", gallery_records.PROMISES))
    return model


def test_space_marks_rows_and_escape_takes_the_marks_away(qtbot: QtBot) -> None:
    model = promises()
    table = Table("Commitments", model, marking=True)
    qtbot.addWidget(table)
    table.point_at(1)
    with qtbot.waitSignal(model.marks_changed):
        QTest.keyClick(table, KEY.Key_Space)
    QTest.keyClick(table, KEY.Key_J)
    QTest.keyClick(table, KEY.Key_Space)
    assert model.marks == {1, 2}
    QTest.keyClick(table, KEY.Key_Escape)
    assert model.marks == frozenset()


def test_a_groups_heading_is_neither_marked_nor_opened(qtbot: QtBot) -> None:
    model = promises()
    table = Table("Commitments", model, marking=True)
    qtbot.addWidget(table)
    model.mark(0)
    assert model.marks == frozenset()
    with qtbot.assertNotEmitted(table.chosen):
        table.choose(model.index(0, 0))
    table.point_at(4)
    QTest.keyClick(table, KEY.Key_Down)
    assert table.key == 5


def test_marks_of_rows_no_longer_shown_are_dropped() -> None:
    model = promises()
    model.mark(1)
    model.show_keys(array("q", [2, 3]))
    assert model.marks == frozenset()


def test_cells_say_words_and_dates(qtbot: QtBot) -> None:
    model = promises()
    assert model.index(1, 4).data() == "9 days late, Sat 14 Nov"
    assert model.index(1, 0).data() == "We owe"
    assert model.index(0, 0).data() == "Busan 부산광역시, we owe 3, they owe 2"
    assert model.headerData(4, Qt.Orientation.Horizontal) == "Due"


def test_a_title_asks_for_its_order(qtbot: QtBot) -> None:
    table = Table("Commitments", promises())
    qtbot.addWidget(table)
    with qtbot.waitSignal(table.sort_asked) as asked:
        table.horizontalHeader().sectionClicked.emit(4)
    assert asked.args == ["due"]
    with qtbot.assertNotEmitted(table.sort_asked):
        table.horizontalHeader().sectionClicked.emit(0)
