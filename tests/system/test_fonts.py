"""Where letters are looked for."""

from pathlib import Path

import pytest

from liaison_app.system.fonts import BUNDLED, FontShelf, bundled_face, font_folders


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "NotoSansCherokee-Regular.ttf",
        "malgun.ttf",
        "YuGothM.ttc",
        "Arial Unicode.ttf",
        "Aaa-Bold.ttf",
    ):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "notes.txt").write_text("no font")
    return tmp_path


def test_every_bundled_face_is_a_truetype_font() -> None:
    for family in BUNDLED:
        for bold in (False, True):
            assert bundled_face(family, bold=bold, italic=not bold)[:4] == b"\x00\x01\x00\x00"


def test_only_fonts_are_listed_and_plain_ones_first(folder: Path) -> None:
    names = [path.name for path in FontShelf([folder]).files]
    assert "notes.txt" not in names
    assert names[-1] == "Aaa-Bold.ttf"


def test_the_han_style_follows_the_language(folder: Path) -> None:
    shelf = FontShelf([folder])
    assert [p.name for p in shelf.candidates("Hani", "ja")] == ["YuGothM.ttc", "Arial Unicode.ttf"]
    assert [p.name for p in shelf.candidates("Hang")] == ["malgun.ttf", "Arial Unicode.ttf"]
    assert [p.name for p in shelf.candidates("Cher")] == ["NotoSansCherokee-Regular.ttf"]


def test_a_missing_folder_holds_no_fonts(tmp_path: Path) -> None:
    assert FontShelf([tmp_path / "nowhere"]).files == ()


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_each_system_has_its_folders(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert len(font_folders()) >= 1
