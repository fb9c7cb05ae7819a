"""Papers leave by the window: the packet is drawn and the workbook laid out elsewhere, and both can be kept."""

from pathlib import Path

import pypdfium2
from openpyxl import load_workbook

from liaison_app.desktop.pages.exporting.page import ExportPage
from liaison_app.desktop.pages.packet.page import PacketPage
from liaison_app.services import trips
from liaison_app.services.office import Office
from liaison_app.system.worker.worker import Worker
from tests.desktop.job.conftest import Chosen, Officer


def test_the_packet_is_shown_and_saved(officer: Officer, office: Office, tmp_path: Path) -> None:
    made = trips.plan(office, "Busan")
    officer.session.open_page("packet", str(made.id))
    officer.settle()
    page = officer.page("packet")
    assert isinstance(page, PacketPage)
    assert page._ready is not None
    page.choose = Chosen(tmp_path / "packet.pdf")
    page.save()
    officer.settle()
    with pypdfium2.PdfDocument(tmp_path / "packet.pdf") as pdf:
        assert "Busan" in pdf[0].get_textpage().get_text_range()


def test_the_workbook_is_written(officer: Officer, tmp_path: Path) -> None:
    officer.session.open_page("export")
    officer.settle()
    page = officer.page("export")
    assert isinstance(page, ExportPage)
    page.choose = Chosen(tmp_path / "book.xlsx")
    page.save()
    officer.settle()
    assert "README" in load_workbook(tmp_path / "book.xlsx").sheetnames
    assert not page.progress.isVisible()
    assert "export ledger" in officer.notice


def test_a_workbook_that_is_given_up_leaves_no_file(
    officer: Officer, worker: Worker, tmp_path: Path
) -> None:
    officer.session.open_page("export")
    officer.settle()
    page = officer.page("export")
    assert isinstance(page, ExportPage)
    worker.close()  # a new one takes longer to come than a person to press Cancel
    page.choose = Chosen(tmp_path / "book.xlsx")
    page.save()
    page.progress.cancelled.emit()
    officer.settle()
    assert list(tmp_path.glob("*.xlsx")) == []
    assert officer.notice == "Cancelled. No workbook was written."
    assert page.save_button.isEnabled()
