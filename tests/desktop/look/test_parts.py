"""Each part does what its looks promise, by keyboard alone."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from liaison_app.desktop.look.ink import Run, runs_of
from liaison_app.desktop.parts.bulk import BulkBar
from liaison_app.desktop.parts.button import Button, Kind
from liaison_app.desktop.parts.chip import Chip
from liaison_app.desktop.parts.field import Field, State, TextBox
from liaison_app.desktop.parts.form import FormGrid
from liaison_app.desktop.parts.ledger import Ledger, our_row, their_row
from liaison_app.desktop.parts.notice import NoticeBar
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.parts.progress import Progress
from liaison_app.desktop.parts.row import Row, RowData
from liaison_app.desktop.parts.segmented import Choice, Segmented

KEY = Qt.Key
WAYS = (Choice("out", "We owe", "out"), Choice("in", "They owe", "in"))


def test_enter_presses_a_button(qtbot: QtBot) -> None:
    button = Button("Fulfil with evidence…")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, KEY.Key_Return)


def test_an_icon_alone_must_have_a_name() -> None:
    with pytest.raises(ValueError, match="tip"):
        Button("", Kind.ICON, "left")
    assert Button.icon_only("left", "Back (Alt+Left)").accessibleName() == "Back (Alt+Left)"


def test_a_field_says_how_it_was_read_and_what_it_needs(qtbot: QtBot) -> None:
    field = Field("Due", text="31/02/2024")
    qtbot.addWidget(field)
    field.refuse("no such day")
    assert (field.state, field.accessibleDescription(), field.text()) == (
        State.REFUSED,
        "no such day",
        "31/02/2024",
    )
    field.settle("2026 or 2027?")
    assert field.state is State.SETTLE
    field.read_as("Tue 1 Dec 2026")
    assert (field.state, field.reading) == (State.FINE, "Tue 1 Dec 2026")


def test_what_is_typed_never_runs_under_its_reading(qtbot: QtBot) -> None:
    field = Field("Due", text="1 dec")
    qtbot.addWidget(field)
    field.resize(240, 30)
    field.read_as("Tue 1 Dec 2026")
    assert field.textMargins().right() > 80


def test_tab_leaves_a_text_box_and_ctrl_enter_is_the_pages(qtbot: QtBot) -> None:
    form = FormGrid()
    qtbot.addWidget(form)
    box, after = form.field("Notes", TextBox("")), form.field("Due", Field(""))
    form.show()
    form.activateWindow()
    QApplication.processEvents()
    box.setFocus()
    QTest.keyClick(box, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(box, KEY.Key_Tab)
    assert box.text() == ""
    assert QApplication.focusWidget() is after
    QTest.keyClick(box, KEY.Key_Return)
    assert box.text() == "\n"


def test_a_form_names_each_field_and_says_what_is_wrong_below_it(qtbot: QtBot) -> None:
    form = FormGrid(2)
    qtbot.addWidget(form)
    due = form.field("D&ue", Field(""), note="A day, a month or a season.")
    label = next(tag for tag in form.findChildren(QLabel) if tag.buddy() is due)
    assert (label.text(), due.accessibleName(), form.label_of(due)) == ("D&ue", "Due", "Due")
    assert due.accessibleDescription() == "A day, a month or a season."
    form.complain(due, "No such day: 31/02/2024.")
    assert (due.state, due.accessibleDescription()) == (State.REFUSED, "No such day: 31/02/2024.")
    form.complain(due, "")
    assert (due.state, due.accessibleDescription()) == (State.FINE, "A day, a month or a season.")


def test_delete_takes_a_filter_off(qtbot: QtBot) -> None:
    chip = Chip.filter("Status: open")
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.removed):
        QTest.keyClick(chip, KEY.Key_Delete)


def test_the_cross_of_a_chip_removes_and_the_rest_presses(qtbot: QtBot) -> None:
    chip = Chip.person("Kim Do-hyun", "Mayor", note="Head", lead=True)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    middle = chip.height() // 2
    with qtbot.waitSignal(chip.removed), qtbot.assertNotEmitted(chip.clicked):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 12, middle))
    with qtbot.waitSignal(chip.clicked), qtbot.assertNotEmitted(chip.removed):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, middle))
    assert chip.accessibleName() == "Kim Do-hyun, Mayor, Head"


def test_arrows_move_a_choice_and_tab_stops_at_the_chosen_one(qtbot: QtBot) -> None:
    ways = Segmented("Direction", WAYS)
    qtbot.addWidget(ways)
    with qtbot.waitSignal(ways.chosen) as asked:
        QTest.keyClick(ways, KEY.Key_Right)
    assert (asked.args, ways.code) == (["in"], "in")
    with qtbot.assertNotEmitted(ways.chosen):
        QTest.keyClick(ways, KEY.Key_Right)


def test_the_wheel_never_changes_a_pick(qtbot: QtBot) -> None:
    pick = Pick(
        "Kind", [("call", "Courtesy call"), ("bilateral", "Bilateral")], current="bilateral"
    )
    qtbot.addWidget(pick)
    pick.show()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pick, turn)
    assert pick.code == "bilateral"


def test_choosing_by_program_is_silent_and_by_key_is_told(qtbot: QtBot) -> None:
    pick = Pick("Kind", [("call", "Courtesy call"), ("bilateral", "Bilateral")])
    qtbot.addWidget(pick)
    with qtbot.assertNotEmitted(pick.picked):
        pick.choose("bilateral")
    with qtbot.waitSignal(pick.picked) as picked:
        QTest.keyClick(pick, KEY.Key_Up)
    assert picked.args == ["call"]


def test_the_notice_names_the_step_that_undo_takes_back(qtbot: QtBot) -> None:
    bar = NoticeBar("OFFICE - internal")
    qtbot.addWidget(bar)
    bar.say("Verified: languages of Busan", undoes="Verify fact")
    undo = next(b for b in bar.findChildren(Button))
    assert undo.isVisibleTo(bar)
    assert undo.accessibleName() == "Undo: Verify fact"
    with qtbot.waitSignal(bar.undo):
        QTest.keyClick(undo, KEY.Key_Space)
    bar.say("Nothing to undo yet.")
    assert not undo.isVisibleTo(bar)


def test_late_is_red_on_our_side_only() -> None:
    ours = our_row("Port MOU", "9 days late", late=True)
    theirs = their_row("Guest list", "", awaited_since="7 Nov")
    assert ours.bar == "late"
    assert runs_of(ours.right) == [Run("9 days late", "late", True)]
    assert theirs.bar == ""
    assert runs_of(theirs.right)[0].text == "awaited since 7 Nov"
    assert all(run.tone != "late" for run in runs_of(theirs.right))


def test_the_ledger_names_both_sides_and_opens_what_is_pressed(qtbot: QtBot) -> None:
    ledger = Ledger("Busan")
    qtbot.addWidget(ledger)
    ledger.show_sides([("C-2026-0163", our_row("Port MOU", "9 Dec"))], [], "1", "0")
    names = {widget.accessibleName() for widget in ledger.findChildren(QLabel)}
    assert {"We owe Busan", "Busan owes us"} <= names
    with qtbot.waitSignal(ledger.chosen) as chosen:
        QTest.keyClick(ledger.findChildren(Row)[0], KEY.Key_Return)
    assert chosen.args == ["C-2026-0163"]


def test_a_row_says_everything_to_a_screen_reader(qtbot: QtBot) -> None:
    row = Row(RowData("Mayor of Wuxi", right="14 months ago"), button=Button("Verify", small=True))
    qtbot.addWidget(row)
    assert row.accessibleName() == "Mayor of Wuxi, 14 months ago"
    assert row.findChildren(Button)[0].accessibleDescription() == "Mayor of Wuxi, 14 months ago"


def test_progress_counts_in_words_and_can_be_cancelled(qtbot: QtBot) -> None:
    progress = Progress("Writing rows", "Cancelling leaves nothing half done.")
    qtbot.addWidget(progress)
    progress.show_done(6400, 15500)
    assert progress.accessibleDescription() == "Writing rows 6,400 of 15,500"
    with qtbot.waitSignal(progress.cancelled):
        progress.findChildren(Button)[0].click()


def test_the_bulk_bar_is_there_while_rows_are_marked(qtbot: QtBot) -> None:
    bar = BulkBar(Button("Owner…", icon="person"))
    qtbot.addWidget(bar)
    assert not bar.isVisible()
    bar.show_marked(3, "in 2 jurisdictions, 2 owners")
    assert bar.isVisible()
    assert bar.accessibleName() == "3 selected"
    with qtbot.waitSignal(bar.cleared):
        next(b for b in bar.findChildren(Button) if b.text() == "Clear").click()


def test_a_title_too_long_for_its_row_takes_a_second_line(qtbot: QtBot) -> None:
    row = Row(RowData("Send the rooftop solar contract form and two installers", sub="Almaty"))
    qtbot.addWidget(row)
    assert row.heightForWidth(900) < row.heightForWidth(260)
    row.resize(260, 10)
    assert row.sizeHint().height() == row.heightForWidth(260)


def test_a_text_grows_with_its_broken_lines_and_never_scrolls_sideways(qtbot: QtBot) -> None:
    box = TextBox("Purpose", lines=2)
    qtbot.addWidget(box)
    box.resize(300, 60)
    box.show()
    before = box.sizeHint().height()
    box.setPlainText("Ask for six places in the spring course on leak detection. " * 4)
    assert box.sizeHint().height() > before
    assert not box.horizontalScrollBar().isVisible()
