"""What leaves the office from the window: the packet as it prints, the workbook of one reader."""

from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from liaison_app.desktop.look.ink import plain
from liaison_app.desktop.pages.exporting.page import ExportPage
from liaison_app.desktop.pages.packet.page import PacketPage
from liaison_app.desktop.parts.row import Row
from liaison_app.domain.kinds import Kind
from liaison_app.services import engagements, jurisdictions, what_left
from liaison_app.services.drafts import EngagementDraft, ParticipantDraft, PersonDraft
from liaison_app.services.office import Office
from liaison_app.services.what_left import There
from liaison_app.store import ledger
from tests.desktop.job.conftest import CTRL, KEY, Chosen, Officer, Paper, to_file


@pytest.fixture
def meeting(office: Office) -> str:
    """A meeting in Busan, with notes that are ours alone."""
    busan = jurisdictions.add(office, "Busan", kind="city")
    kim = PersonDraft("Kim Do-hyun", title="Mayor")
    draft = EngagementDraft(
        "Courtesy call",
        {"jurisdiction_id": busan.id, "notes": "He prefers tea.", "purpose": "Port memorandum"},
        participants=[ParticipantDraft(kim, facts={"role": "head"})],
    )
    return str(engagements.capture(office, draft).id)


def packet_of(officer: Officer, meeting: str) -> PacketPage:
    officer.session.open_page("packet", meeting)
    officer.settle()
    page = officer.page("packet")
    assert isinstance(page, PacketPage)
    return page


def test_the_pages_are_turned_by_keys(officer: Officer, meeting: str) -> None:
    page = packet_of(officer, meeting)
    assert page.viewer.hasFocus()
    assert page.viewer.accessibleDescription().startswith("1 of ")
    assert not page.viewer._leaf._picture.isNull()
    officer.press(KEY.Key_PageDown)
    assert page.viewer.accessibleDescription().startswith("2 of ")
    before = page.viewer._scale.text()
    officer.press(KEY.Key_Plus)
    assert page.viewer._scale.text() != before
    officer.press(KEY.Key_0)
    assert page.viewer._scale.text() == before
    officer.press(KEY.Key_End)
    assert page.viewer.page == len(page.viewer._sizes) - 1


def test_another_edition_and_paper_are_another_packet(officer: Officer, meeting: str) -> None:
    page = packet_of(officer, meeting)
    staff = len(page.viewer._sizes)
    page.asking.variant.choose("principal")
    page.asking.paper.choose("a4")
    page.asking.changed.emit()
    officer.settle()
    assert len(page.viewer._sizes) < staff
    assert page.viewer._sizes[0] == pytest.approx((595.3, 841.9), abs=0.5)


def test_what_is_left_out_is_told_to_us(officer: Officer, meeting: str, tmp_path: Path) -> None:
    page = packet_of(officer, meeting)
    page.asking.audience.pick.choose("hq")
    page.asking.audience.chosen.emit()
    officer.settle()
    assert page.left_out.accessibleName() == "Left out for headquarters"
    page.choose = Chosen(tmp_path / "hq.pdf")
    page.save()
    officer.settle()
    with pypdfium2.PdfDocument(tmp_path / "hq.pdf") as pdf:
        said = " ".join(one.get_textpage().get_text_range() for one in pdf)
    assert "Port memorandum" in said
    assert "prefers tea" not in said


def test_a_partner_is_always_somebody(officer: Officer, meeting: str) -> None:
    page = packet_of(officer, meeting)
    before = page._ready
    page.asking.audience.pick.choose("partner")
    page.asking.audience._picked()
    officer.settle()
    assert page._ready is before
    assert "Name the partner" in officer.notice
    assert page.asking.audience.party.hasFocus()


def test_it_is_printed_page_by_page_and_stands_in_the_ledger(
    officer: Officer, office: Office, meeting: str, tmp_path: Path
) -> None:
    page = packet_of(officer, meeting)
    printer = Paper(tmp_path / "printed.pdf", office)
    page.choose = Chosen(print_to=printer)
    page.print_()
    officer.settle()
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as pdf:
        assert len(pdf) == len(page.viewer._sizes)
    with office.read() as connection:
        (entry,) = ledger.entries(connection, "packet")
    assert printer.said == [entry.path]
    assert entry.path.startswith("printer:")
    assert entry.counts["pages"] == len(page.viewer._sizes)


def test_a_printer_that_takes_nothing_leaves_no_entry(
    officer: Officer, office: Office, meeting: str, tmp_path: Path
) -> None:
    page = packet_of(officer, meeting)
    printer = Paper(tmp_path / "no folder" / "printed.pdf", office)
    page.choose = Chosen(print_to=printer)
    page.print_()
    officer.settle()
    assert "The printer took nothing" in officer.notice
    assert len(printer.said) == 1
    assert what_left.what_left(office) == ()


def test_print_to_file_saves_a_file_that_can_be_cleaned_up(
    officer: Officer, office: Office, meeting: str, tmp_path: Path
) -> None:
    page = packet_of(officer, meeting)
    page.choose = Chosen(print_to=to_file(tmp_path / "printed.pdf"))
    page.print_()
    officer.settle()
    (entry,) = what_left.what_left(office)
    assert (entry.path, entry.there) == (str(tmp_path / "printed.pdf"), There.AS_WRITTEN)
    assert what_left.clean(office, [entry.n]).deleted
    assert not (tmp_path / "printed.pdf").exists()


def test_a_saved_packet_stands_in_the_ledger_and_the_next_is_version_2(
    officer: Officer, office: Office, meeting: str, tmp_path: Path
) -> None:
    page = packet_of(officer, meeting)
    page.choose = chosen = Chosen(tmp_path / "one.pdf")
    officer.press(KEY.Key_Return, CTRL)
    officer.press(KEY.Key_Return, CTRL)
    assert [name[-6:] for name in chosen.asked] == ["v1.pdf", "v2.pdf"]


def test_the_workbook_is_counted_before_it_is_written(
    officer: Officer, office: Office, meeting: str, tmp_path: Path
) -> None:
    officer.press(KEY.Key_E, CTRL)
    page = officer.page("export")
    assert isinstance(page, ExportPage)
    page.choose = Chosen(tmp_path / "hq.xlsx")
    officer.press(KEY.Key_Return, CTRL)
    book = openpyxl.load_workbook(tmp_path / "hq.xlsx", read_only=True)
    assert "Engagements" in book.sheetnames
    assert "hq.xlsx" in officer.notice
    with office.read() as connection:
        (entry,) = ledger.entries(connection, "workbook")
    counted = sum(int(plain(row.data.right)) for row in _rows(page))
    assert sum(entry.counts.values()) == counted


def _rows(page: ExportPage) -> list[Row]:
    return [row for row in page.inside.findChildren(Row) if not row.isHidden()]


def test_no_workbook_without_a_named_partner(officer: Officer, meeting: str) -> None:
    officer.press(KEY.Key_E, CTRL)
    page = officer.page("export")
    assert isinstance(page, ExportPage)
    page.audience.pick.choose("partner")
    page.audience._picked()
    officer.settle()
    assert not page.save_button.isEnabled()


def test_what_was_opened_lately_comes_first_in_ctrl_k(officer: Officer, meeting: str) -> None:
    officer.session.open_record(Kind.ENGAGEMENT, meeting)
    officer.settle()
    officer.press(KEY.Key_K, CTRL)
    assert officer.window.palette_.list.key == f"engagement {meeting}"
    officer.press(KEY.Key_Escape)


def test_ctrl_k_keeps_to_what_was_typed_last(officer: Officer, meeting: str) -> None:
    officer.press(KEY.Key_K, CTRL)
    box = officer.window.palette_.box
    for typed in ("k", "ki", "kim", "xyz", "@kim"):
        box.setText(typed)
    officer.settle()
    assert str(officer.window.palette_.list.key).startswith("person ")
    box.setText(">lock")
    officer.settle()
    assert officer.window.palette_.list.key == "action lock"
    officer.press(KEY.Key_Escape)
