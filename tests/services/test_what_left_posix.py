"""What left the office through a link: the file that it leads to is what is deleted."""

from pathlib import Path

import pytest

from liaison_app.services import what_left
from liaison_app.services.office import Office
from liaison_app.store.tables.house import export_ledger
from tests.services.test_what_left import put


def test_a_file_saved_through_a_link_is_deleted_itself(office: Office, tmp_path: Path) -> None:
    folder = tmp_path / "real"
    folder.mkdir()
    (tmp_path / "link").symlink_to(folder)
    number = put(office, tmp_path / "link" / "hq.xlsx")
    assert len(what_left.clean(office, [number]).deleted) == 1
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("is_old", [False, True], ids=["now", "entered before links were followed"])
def test_a_file_saved_over_a_link_is_deleted_not_the_link(
    office: Office, tmp_path: Path, *, is_old: bool
) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_bytes(b"what stood there")
    link.symlink_to(real)
    number = put(office, link)
    if is_old:
        with office.store.write_local() as connection:
            connection.execute(export_ledger.update().values(path=str(link)))
    assert len(what_left.clean(office, [number]).deleted) == 1
    assert not real.exists()
