"""A list is brought in: seen row by row, its questions answered, applied as one step and taken back as one."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison_app.desktop.pages.importing.page import ImportPage
from liaison_app.desktop.pages.importing.rows import state_of
from liaison_app.services.backups import own_folder
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.office import Office
from tests.desktop.job.conftest import CTRL, KEY, Chosen, Officer

LOG = """Date,Official,Organisation,Purpose,Action,Due
12/03/2026,Mayor Aldous,Port of Busan,Port MOU,Send the MOU draft,1 Apr 2026
31/02/2026,Mayor Aldous,Tōno City,Student exchange,,
25/05/2026,Deputy Mayor,Sasebo,Anniversary,,
"""
DOUBTFUL = """Date,Organisation,Purpose
3/4/2026,Sasebo,Anniversary
4/5/2026,Busan,Port
"""


def bring(officer: Officer, folder: Path, content: str) -> ImportPage:
    """Ctrl+I, Enter on the one button, and the file is chosen."""
    file = folder / "log.csv"
    file.write_text(content, encoding="utf-8")
    officer.press(KEY.Key_I, CTRL)
    page = officer.page("import")
    assert isinstance(page, ImportPage)
    page.choose = Chosen(file)
    officer.press(KEY.Key_Return)
    return page


def states(page: ImportPage) -> list[str]:
    assert page._preview is not None
    return [state_of(row) for row in page._preview.rows]


def said(page: ImportPage, row: int) -> str:
    assert page.table is not None
    model = page.table.table_model
    return " | ".join(str(model.index(row, at).data()) for at in range(model.columnCount()))


def test_a_list_is_seen_before_it_is_written(
    officer: Officer, office: Office, tmp_path: Path
) -> None:
    page = bring(officer, tmp_path, LOG)
    assert states(page) == ["new", "refused", "new"]
    assert ENGAGEMENTS.count(office) == 0
    assert "no such day" in said(page, 1), "the reason stands in the row itself"
    assert "Refused" in said(page, 1)


def test_it_is_applied_as_one_step_and_one_undo_takes_it_back(
    officer: Officer, office: Office, tmp_path: Path
) -> None:
    page = bring(officer, tmp_path, LOG)
    officer.press(KEY.Key_Return, CTRL)
    assert ENGAGEMENTS.count(office) == 2
    assert states(page) == ["same", "refused", "same"]
    assert not page.apply_button.isEnabled()
    officer.press(KEY.Key_Z, CTRL)
    assert ENGAGEMENTS.count(office) == 0
    assert states(page) == ["new", "refused", "new"], "what was undone is new again"


def test_the_way_back_is_kept_first(officer: Officer, office: Office, tmp_path: Path) -> None:
    bring(officer, tmp_path, LOG)
    officer.press(KEY.Key_Return, CTRL)
    (kept,) = own_folder(office).iterdir()
    assert kept.name.startswith("office before import ")


def test_a_way_back_that_can_not_be_kept_stops_nobody(
    officer: Officer, office: Office, tmp_path: Path
) -> None:
    own_folder(office).write_text("a file stands where the folder should be")
    bring(officer, tmp_path, LOG)
    officer.press(KEY.Key_Return, CTRL)
    assert ENGAGEMENTS.count(office) == 2


def test_what_changed_is_shown_in_its_cell(officer: Officer, tmp_path: Path) -> None:
    page = bring(officer, tmp_path, LOG)
    officer.press(KEY.Key_Return, CTRL)
    changed = tmp_path / "log.csv"
    changed.write_text(LOG.replace("Anniversary", "Ten years"), encoding="utf-8")
    page.bring(changed)
    officer.settle()
    assert states(page)[2] == "changed"
    assert "Ten years Anniversary" in said(page, 2)


def test_the_order_of_day_and_month_is_asked(officer: Officer, tmp_path: Path) -> None:
    page = bring(officer, tmp_path, DOUBTFUL)
    assert states(page) == ["question", "question"]
    page.asked.order.choose("day")
    page.asked.answered.emit()
    officer.settle()
    assert states(page) == ["new", "new"]


def test_the_meaning_of_a_column_is_changed_by_a_pick(
    officer: Officer, office: Office, tmp_path: Path
) -> None:
    page = bring(officer, tmp_path, LOG)
    names = [pick.accessibleName() for pick in page.head.picks]
    assert names[3] == "What the column Purpose means"
    page.head.picks[3].choose("notes")
    page.head.picks[3].picked.emit("notes")
    officer.settle()
    assert page.head.picks[3].code == "notes"
    assert page.head.picks[1].code == "our_person", "the other columns keep their meanings"
    officer.session.asked.emit("save")
    officer.settle()
    assert {row.title for row in ENGAGEMENTS.page(office)} == {"Port of Busan", "Sasebo"}


def test_a_file_that_cannot_be_read_is_one_sentence(officer: Officer, tmp_path: Path) -> None:
    page = bring(officer, tmp_path, "")
    assert "The file is empty" in page.trouble.accessibleName()
    assert not page.apply_button.isEnabled()


def test_a_reason_leads_to_its_row(officer: Officer, tmp_path: Path, qapp: QApplication) -> None:
    page = bring(officer, tmp_path, LOG)
    page.refused.shown.emit(3)
    assert page.table is not None
    assert page.table.key == 3
    assert page.table.hasFocus()


def test_a_list_that_takes_long_says_how_far_it_is_and_can_be_given_up(
    officer: Officer, tmp_path: Path, qtbot: QtBot
) -> None:
    page = bring(officer, tmp_path, LOG)
    long = tmp_path / "long.csv"
    rows = "".join(f"{1 + n % 28}/03/2026,Mayor,Port {n},Visit {n},,\n" for n in range(20_000))
    long.write_text(LOG + rows, encoding="utf-8")
    page.bring(long)
    qtbot.waitUntil(lambda: "20,003" in page.progress.accessibleDescription(), timeout=20_000)
    page.progress.cancelled.emit()
    officer.settle()
    assert not page.progress.isVisible()
    assert len(states(page)) == 3, "what was seen before is still there"
    page.bring(tmp_path / "log.csv")
    officer.settle()
    assert states(page) == ["new", "refused", "new"], "and the next list is read as ever"
