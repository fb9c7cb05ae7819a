"""A meeting is captured by keyboard alone: one screen, one step, nothing lost."""

from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
from PySide6.QtWidgets import QApplication

from liaison_app.desktop.pages.capture.page import CapturePage
from liaison_app.desktop.pages.packet.page import PacketPage
from liaison_app.desktop.parts.chip import Chip
from liaison_app.desktop.parts.field import State
from liaison_app.services import jurisdictions, people
from liaison_app.services.capturing import unsaved
from liaison_app.services.capturing.typed import unpacked
from liaison_app.services.lists.commitments import COMMITMENTS
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.lists.people import PEOPLE
from liaison_app.services.office import Office
from tests.desktop.job.conftest import CTRL, KEY, SHIFT, Chosen, Officer


def begin(officer: Officer) -> CapturePage:
    officer.press(KEY.Key_M, CTRL | SHIFT)
    page = officer.page("capture")
    assert isinstance(page, CapturePage)
    assert page.quick.line.hasFocus()
    officer.press(KEY.Key_Tab)
    assert page.when.date.hasFocus()
    return page


def write_meeting(officer: Officer) -> CapturePage:
    """Two people, two commitments, by keys alone."""
    page = begin(officer)
    officer.write("1 dec")
    officer.press(KEY.Key_Tab)
    officer.write("10")
    officer.press(KEY.Key_Tab)
    officer.write("11")
    officer.press(KEY.Key_Tab)
    officer.write("seoul")
    officer.press(KEY.Key_Return)
    officer.press(KEY.Key_Tab)
    officer.write("City Hall")
    officer.press(KEY.Key_Tab)
    officer.write("Busan")
    officer.press(KEY.Key_Return)
    officer.tab_to(page.who.theirs.add)
    officer.write("Kim Do-hyun, Mayor")
    officer.press(KEY.Key_Return)
    officer.write("Park Seo-yeon")
    officer.press(KEY.Key_Return)
    officer.press(KEY.Key_C, CTRL | SHIFT)
    officer.write("Send port MOU draft")
    officer.tab_to(page.promises.rows[0].due)
    officer.write("by fri")
    officer.press(KEY.Key_C, CTRL | SHIFT)
    officer.press(KEY.Key_Tab, SHIFT)
    officer.press(KEY.Key_Right)
    officer.press(KEY.Key_Tab)
    officer.write("20 places for students")
    return page


def test_the_main_job_by_keyboard_alone(
    officer: Officer, office: Office, tmp_path: Path, qapp: QApplication
) -> None:
    write_meeting(officer)
    officer.press(KEY.Key_Return, CTRL)
    (meeting,) = ENGAGEMENTS.page(office)
    assert meeting.title == "Bilateral with Kim Do-hyun"
    assert meeting.start_at == datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
    assert (meeting.ours, meeting.theirs, meeting.commitments) == (1, 2, 2)
    assert {(c.title, c.direction) for c in COMMITMENTS.page(office)} == {
        ("Send port MOU draft", "we_owe"),
        ("20 places for students", "they_owe"),
    }

    officer.press(KEY.Key_Z, CTRL)
    assert ENGAGEMENTS.count(office) == 0
    assert PEOPLE.count(office) == 1, "the people entered with it went with it"
    officer.press(KEY.Key_Z, CTRL | SHIFT)
    assert ENGAGEMENTS.count(office) == 1

    officer.press(KEY.Key_K, CTRL)
    officer.write("bilat")
    assert officer.window.palette_.list.key == f"engagement {meeting.id}"
    officer.press(KEY.Key_Return)
    assert officer.page("engagements").record == ("engagement", meeting.id)

    officer.press(KEY.Key_P, CTRL)
    packet = officer.page("packet")
    assert isinstance(packet, PacketPage)
    packet.choose = chosen = Chosen(tmp_path / "kim.pdf")
    officer.press(KEY.Key_Return, CTRL)
    assert chosen.asked == [f"{meeting.ref}-packet-v1.pdf"]
    with pypdfium2.PdfDocument(tmp_path / "kim.pdf") as pdf:
        said = " ".join(page.get_textpage().get_text_range() for page in pdf)
    assert "Kim Do-hyun" in said
    assert "Send port MOU draft" not in said, "what this meeting itself promises isn't prior"
    assert "kim.pdf" in officer.notice
    assert qapp.activeModalWidget() is None


def test_the_whole_meeting_fits_one_screen(officer: Officer, qapp: QApplication) -> None:
    page = write_meeting(officer)
    size = officer.window.grab().size()
    assert (size.width(), size.height()) == (1280, 800)
    for box in (page.when.purpose, page.points.notes, page.promises.rows[1].due):
        corner = box.mapTo(officer.window, box.rect().bottomRight())
        assert corner.x() < 1280
        assert corner.y() < 800
        assert box.isVisible()


def test_what_is_typed_is_said_back_as_it_was_read(officer: Officer) -> None:
    page = write_meeting(officer)
    assert page.when.date.reading == "Tue 1 Dec 2026"
    assert page.when.zone.reading == "KST (UTC+9)"
    assert page.promises.rows[0].due.reading == "Fri 4 Dec 2026"
    assert page.when.title.placeholderText() == "Bilateral with Kim Do-hyun"


def test_nothing_is_saved_while_something_must_be_settled(officer: Officer, office: Office) -> None:
    page = write_meeting(officer)
    due = page.promises.rows[1].due
    due.setFocus()
    officer.write("in fall")
    assert (due.reading, due.state) == ("2026 or 2027?", State.SETTLE)
    page.when.date.setFocus()
    officer.press(KEY.Key_Return, CTRL)
    assert ENGAGEMENTS.count(office) == 0
    assert due.hasFocus(), "one is taken to what must be settled"
    assert "in fall" in officer.notice
    officer.write(" 2027")
    officer.press(KEY.Key_Return, CTRL)
    assert ENGAGEMENTS.count(office) == 1


def test_words_that_name_nobody_are_not_dropped(officer: Officer, office: Office) -> None:
    page = write_meeting(officer)
    page.who.ours.add.setFocus()
    officer.write("Danie")
    officer.press(KEY.Key_Escape)
    officer.press(KEY.Key_Return, CTRL)
    assert ENGAGEMENTS.count(office) == 0
    assert "Danie" in officer.notice


def test_a_crash_loses_nothing_that_was_kept(officer: Officer, office: Office) -> None:
    page = write_meeting(officer)
    before = page.typed
    page.keep()
    officer.settle()
    assert unsaved.kept(office, "capture") is not None
    after = CapturePage(officer.session)
    officer.settle()
    assert "Bilateral with Kim Do-hyun" in after.found.accessibleName()
    after._take_up()
    assert after.typed == before
    assert after.may_leave()
    after.deleteLater()


def test_what_is_typed_is_kept_when_another_page_is_shown(officer: Officer, office: Office) -> None:
    page = write_meeting(officer)
    officer.session.open_page("people")
    officer.settle()
    assert unsaved.kept(office, "capture") is not None
    officer.press(KEY.Key_M, CTRL | SHIFT)
    assert page.who.theirs.people[0].name == "Kim Do-hyun"


def test_what_is_typed_is_kept_when_the_window_goes(officer: Officer, office: Office) -> None:
    begin(officer)
    officer.write("1 dec")
    officer.window.close()
    officer.settle()  # a last backup is made first
    assert not officer.window.isVisible()
    assert not officer.session.tasks.busy
    kept = unsaved.kept(office, "capture")
    assert kept is not None
    assert unpacked(kept.content).date == "1 dec"


def test_a_saved_meeting_leaves_no_draft(officer: Officer, office: Office) -> None:
    page = write_meeting(officer)
    page.keep()
    officer.press(KEY.Key_Return, CTRL)
    assert unsaved.kept(office, "capture") is None
    assert not page.typed_anything


def test_discard_asks_once(officer: Officer, office: Office) -> None:
    page = write_meeting(officer)
    page.discard()
    assert page.typed_anything
    page.discard()
    officer.settle()
    assert not page.typed_anything
    assert unsaved.kept(office, "capture") is None


def test_one_line_fills_the_page(officer: Officer, office: Office) -> None:
    busan = jurisdictions.add(office, "Busan", kind="city", zone="Asia/Seoul")
    kim = people.add(office, "Kim Do-hyun")
    officer.press(KEY.Key_M, CTRL | SHIFT)
    officer.write(
        "bilat w/ Kim Busan, Park Seo-yeon tue 1 dec 10-11 city hall; we: send MOU draft by Fri;"
        " they: 20 students in fall 2027"
    )
    page = officer.page("capture")
    assert isinstance(page, CapturePage)
    chips = [chip.accessibleName() for chip in page.quick.findChildren(Chip)]
    assert "Kim Do-hyun" in chips
    assert "new: Park Seo-yeon" in chips
    officer.press(KEY.Key_Return)
    typed = page.typed
    assert (typed.date, typed.start, typed.end, typed.zone) == (
        "tue 1 dec",
        "10",
        "11",
        "Asia/Seoul",
    )
    assert typed.place is not None
    assert typed.place.id == str(busan.id)
    assert [(one.name, one.id) for one in typed.side("theirs")] == [
        ("Kim Do-hyun", str(kim.id)),
        ("Park Seo-yeon", ""),
    ]
    officer.press(KEY.Key_Return, CTRL)
    (meeting,) = ENGAGEMENTS.page(office)
    assert (meeting.theirs, meeting.commitments) == (2, 2)


def test_a_line_that_was_not_filled_in_is_not_lost(officer: Officer, office: Office) -> None:
    page = write_meeting(officer)
    page.quick.line.setFocus()
    officer.write("they: the guest list by fri")
    officer.press(KEY.Key_Return, CTRL)
    assert ENGAGEMENTS.count(office) == 0
    assert page.quick.line.hasFocus()
    page.keep()
    officer.settle()
    kept = unsaved.kept(office, "capture")
    assert kept is not None
    assert unpacked(kept.content).line == "they: the guest list by fri"
    officer.press(KEY.Key_Return)
    officer.press(KEY.Key_Return, CTRL)
    assert "The guest list" in {one.title for one in COMMITMENTS.page(office)}
