"""The window round the pages, and Ctrl+K, by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from liaison_app.desktop.actions import ACTIONS
from liaison_app.desktop.frame.header import Header
from liaison_app.desktop.frame.keys import KeySheet
from liaison_app.desktop.frame.matching import matched
from liaison_app.desktop.frame.palette import Palette
from liaison_app.desktop.frame.trail import Place, Trail
from liaison_app.desktop.frame.window import Frame
from liaison_app.desktop.parts.button import Button

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def titles(palette: Palette) -> list[str]:
    model = palette.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_ctrl_k_finds_by_name_best_match_first(frame: Frame, qtbot: QtBot) -> None:
    QTest.keyClick(frame, KEY.Key_K, CTRL)
    palette = frame.palette_
    assert palette.isVisible()
    QTest.keyClicks(palette.box, "kim")
    found = titles(palette)
    assert found[0] == "Best match"
    assert found[1].startswith("Kim Do-hyun 김도현, Mayor of Busan")
    assert [t for t in found if t in {"People", "Jurisdictions", "Commitments"}] == [
        "People",
        "Jurisdictions",
        "Commitments",
    ]
    with qtbot.waitSignal(palette.chosen) as chosen:
        QTest.keyClick(palette.box, KEY.Key_Return)
    assert chosen.args is not None
    assert chosen.args[0].ref == "P-0007"
    assert not palette.isVisible()


def test_arrows_move_among_the_hits_and_are_told_to_a_screen_reader(
    frame: Frame, qtbot: QtBot
) -> None:
    palette = frame.palette_
    palette.open()
    QTest.keyClicks(palette.box, "kim")
    assert palette.box.accessibleDescription().startswith("Kim Do-hyun")
    QTest.keyClick(palette.box, KEY.Key_Down)
    assert palette.box.accessibleDescription().startswith("Irina Kim")
    assert palette.box.text() == "kim"


def test_a_sign_before_the_query_narrows_it(frame: Frame, qtbot: QtBot) -> None:
    palette = frame.palette_
    palette.open()
    QTest.keyClicks(palette.box, "#kim")
    assert [t.split(",")[0] for t in titles(palette)] == ["Best match", "Kimberley"]
    palette.box.clear()
    QTest.keyClicks(palette.box, ">new eng")
    assert titles(palette) == ["Do", "New engagement, Ctrl+Shift+M"]


def test_an_action_is_done_from_ctrl_k(frame: Frame, qtbot: QtBot) -> None:
    palette = frame.palette_
    palette.open()
    QTest.keyClicks(palette.box, ">lock")
    with qtbot.waitSignal(frame.actions_.asked) as asked:
        QTest.keyClick(palette.box, KEY.Key_Return)
    assert asked.args == ["lock"]


def test_nothing_found_names_the_query(frame: Frame, qtbot: QtBot) -> None:
    palette = frame.palette_
    palette.open()
    QTest.keyClicks(palette.box, "zzz")
    assert "“zzz”" in palette.box.accessibleDescription()


def test_escape_gives_the_focus_back(frame: Frame, qtbot: QtBot) -> None:
    frame.sidebar.focus_here()
    before = QApplication.focusWidget()
    assert before is not None
    frame.palette_.open()
    assert QApplication.focusWidget() is frame.palette_.box
    QTest.keyClick(frame.palette_.box, KEY.Key_Escape)
    assert QApplication.focusWidget() is before


def test_f6_goes_round_the_regions(frame: Frame, qtbot: QtBot) -> None:
    frame.show_page("jurisdictions")
    frame.sidebar.focus_here()
    seen = []
    for _ in range(4):
        frame.next_region()
        widget = QApplication.focusWidget()
        assert widget is not None
        seen.append(widget.accessibleName())
    assert seen[0] == "Filter jurisdictions"
    assert seen[2] == "Undo: Verify fact"
    assert seen[3] == "Jurisdictions, 412"


def test_pages_are_chosen_by_number_and_by_arrows(frame: Frame, qtbot: QtBot) -> None:
    with qtbot.waitSignal(frame.page_asked) as asked:
        QTest.keyClick(frame, KEY.Key_5, CTRL)
    assert asked.args == ["commitments"]
    frame.sidebar.focus_here()
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, KEY.Key_Down)
    below = QApplication.focusWidget()
    assert below is not None
    with qtbot.waitSignal(frame.page_asked) as asked:
        QTest.keyClick(below, KEY.Key_Return)
    assert asked.args == ["jurisdictions"]


def test_undo_names_the_step(frame: Frame, qtbot: QtBot) -> None:
    frame.actions_.name_step("undo", "Change the due date of C-2026-0172")
    assert frame.actions_.get("undo").text() == "Undo: Change the due date of C-2026-0172"
    with qtbot.waitSignal(frame.actions_.asked) as asked:
        frame.notice.undo.emit()
    assert asked.args == ["undo"]
    frame.actions_.name_step("undo", "")
    assert not frame.actions_.get("undo").isEnabled()


def test_every_key_means_one_thing_and_stands_on_the_sheet(qtbot: QtBot) -> None:
    keys = [action.shortcut for action in ACTIONS if action.shortcut]
    assert len(keys) == len(set(keys))
    sheet = KeySheet()
    qtbot.addWidget(sheet)
    said = {label.text() for label in sheet.findChildren(QLabel)}
    assert {key.replace("Return", "Enter") for key in keys} <= said
    assert {action.text for action in ACTIONS if action.shortcut} <= said


def test_letters_alone_can_be_switched_off(frame: Frame) -> None:
    frame.actions_.use_letters(False)
    assert frame.actions_.get("verify").shortcut().isEmpty()
    frame.actions_.use_letters(True)
    assert frame.actions_.get("verify").shortcut().toString() == "V"


def test_back_and_forward_follow_the_trail() -> None:
    trail = Trail()
    for page in ("today", "people", "people", "map"):
        trail.go(Place(page))
    assert trail.back() == Place("people")
    assert trail.back() == Place("today")
    assert not trail.can_go_back
    assert trail.forward() == Place("people")
    trail.go(Place("trips"))
    assert not trail.can_go_forward
    assert trail.back() == Place("people")


def test_matches_are_shown_in_the_script_where_they_were_found() -> None:
    assert matched("Kim Do-hyun", "kim hyun") == [(0, 3), (7, 11)]
    assert matched("Jörn Petersen-Groß", "jorn gross") == [(0, 4), (14, 18)]
    assert matched("Ирина Ким", "kim") == [(6, 9)]
    assert matched("Joakim", "kim") == [(3, 6)]
    assert matched("Joakim Kim", "kim") == [(7, 10)]
    assert matched("Busan", "kim") == []


def test_a_narrow_header_puts_its_buttons_below_the_title(qtbot: QtBot, qapp: QApplication) -> None:
    header = Header()
    qtbot.addWidget(header)
    header.show_title("Busan Metropolitan City", "부산광역시")
    packet = Button("Packet", icon="file")
    header.add(Button.primary("New engagement", "plus"), packet)
    header.resize(900, header.sizeHint().height())
    header.show()
    qapp.processEvents()
    beside = packet.mapTo(header, packet.rect().topLeft())
    header.resize(420, 200)
    qapp.processEvents()
    below = packet.mapTo(header, packet.rect().topLeft())
    assert beside.x() > 600
    assert below.y() > beside.y() + 20
    assert below.x() + packet.width() <= 420
