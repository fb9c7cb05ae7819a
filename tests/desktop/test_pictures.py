"""Pictures of the window, as the README shows them."""

from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from liaison_app.desktop.pictures import SIZE, take
from liaison_app.desktop.start import application
from liaison_app.services.office import Office


def test_pictures_are_taken_at_exactly_their_size(
    qtbot: QtBot, office: Office, tmp_path: Path
) -> None:
    application()
    taken = take(office, tmp_path)
    assert len(taken) >= 6
    for path in taken:
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == SIZE
    light, dark = (QImage(str(tmp_path / name)) for name in ("today.png", "today-dark.png"))
    assert light.pixelColor(640, 790).lightness() > 200
    assert dark.pixelColor(640, 790).lightness() < 80
