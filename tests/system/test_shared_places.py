"""A working office in a shared place is recognised; one on a disk of one's own isn't taken for one."""

from pathlib import Path

import pytest

from liaison_app.system.shared_places import SharedPlace, shared_place


def of(path: Path, home: Path, mounts: str = "", **environ: str) -> SharedPlace | None:
    return shared_place(path, mounts, environ, home)


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (City of Sasebo)/offices", "Dropbox"),
        ("OneDrive", "OneDrive"),
        ("OneDrive - Navajo Nation/Documents", "OneDrive"),
        ("Google Drive/My Drive", "Google Drive"),
        ("iCloudDrive", "iCloud Drive"),
        ("Nextcloud/office", "Nextcloud"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("Library/CloudStorage/GoogleDrive-ana@example.org/My Drive", "Google Drive"),
        ("Library/CloudStorage/OneDrive-Council", "OneDrive"),
        ("Documents", None),
        ("work/Box of letters", None),
        ("work/trips/Dropbox", None),
    ],
)
def test_folders_of_services_are_known_by_name_where_services_put_them(
    tmp_path: Path, folder: str, service: str | None
) -> None:
    (tmp_path / folder).mkdir(parents=True)
    found = of(tmp_path / folder / "office.liaison", tmp_path)
    assert (found.name if found else None) == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".stfolder", "Syncthing"),
        (".dropbox", "Dropbox"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        ("._sync_3f2a91c07b44.db", "Nextcloud"),
        (".tmp.driveupload", "Google Drive"),
        ("notes.txt", None),
    ],
)
def test_and_by_what_services_leave_in_them_wherever_they_are(
    tmp_path: Path, mark: str, service: str | None
) -> None:
    below = tmp_path / "far" / "away" / "shared" / "2026"
    below.mkdir(parents=True)
    (below.parent / mark).touch()
    found = of(below / "office.liaison", tmp_path / "home")
    assert (found.name if found else None) == service
    assert found is None or found.is_cloud


def test_a_folder_that_the_system_says_is_onedrives_is_so_under_any_name(tmp_path: Path) -> None:
    (tmp_path / "Cloud").mkdir()
    found = of(
        tmp_path / "Cloud" / "x.liaison", tmp_path, OneDriveCommercial=str(tmp_path / "Cloud")
    )
    assert found == SharedPlace("OneDrive", is_cloud=True)


def test_a_network_path_of_windows_is_known_by_its_beginning(tmp_path: Path) -> None:
    found = of(Path("\\\\server\\share\\x.liaison"), tmp_path)
    assert found == SharedPlace("network", is_cloud=False)
