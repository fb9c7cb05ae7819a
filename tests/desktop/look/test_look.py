"""Changing the look while the window is open."""

from PySide6.QtGui import QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QApplication

from liaison_app.desktop.frame.window import Frame
from liaison_app.desktop.look.icons import MIRRORED
from liaison_app.desktop.look.look import Look, look, wear
from liaison_app.desktop.look.shapes import SHAPES
from liaison_app.desktop.parts.button import Button
from liaison_app.system.fonts import FontShelf


def test_the_shipped_face_is_used_and_its_figures_align(worn: Look) -> None:
    assert QFontInfo(worn.font()).family() == "FiraGO"
    assert worn.width("1,111,111") == worn.width("8,888,888")
    assert worn.width("11:11", bold=True) == worn.width("08:08", bold=True)


def test_every_icon_can_be_drawn(worn: Look) -> None:
    for name in SHAPES:
        image = worn.icons.pixmap(name, "#000000", 16, 2.0).toImage()
        ink = sum(image.pixelColor(x, y).alpha() > 0 for x in range(32) for y in range(32))
        assert ink > 12, name


def test_back_and_forward_mirror_but_we_owe_and_they_owe_do_not() -> None:
    assert MIRRORED == {"left": "right", "right": "left"}


def test_a_switch_to_dark_repaints_the_open_window(frame: Frame, qapp: QApplication) -> None:
    light = frame.grab().toImage().pixelColor(700, 780)
    wear(qapp, "dark")
    qapp.processEvents()
    dark = frame.grab().toImage().pixelColor(700, 780)
    assert light.lightness() > 230
    assert dark.lightness() < 60


def test_icons_take_the_new_colours(qapp: QApplication, worn: Look) -> None:
    button = Button("Save", icon="save")
    before = button.icon().pixmap(20, 16).toImage()
    wear(qapp, "dark")
    button.show()
    qapp.processEvents()
    assert button.icon().pixmap(20, 16).toImage() != before


def test_larger_text_makes_rows_and_controls_taller(qapp: QApplication, frame: Frame) -> None:
    button = Button("Undo")
    before = button.sizeHint()
    wear(qapp, "light", 2.0)
    after = button.sizeHint()
    assert after.height() > before.height() * 1.4
    assert after.width() > before.width() * 1.4
    assert frame.notice.height() > 45


def test_text_is_never_drawn_smaller_or_larger_than_allowed(qapp: QApplication) -> None:
    assert wear(qapp, "light", 0.1).scale == 0.8
    assert wear(qapp, "light", 9).scale == 2.0
    assert look().font("micro").pixelSize() == 22


def test_no_name_is_drawn_as_boxes(worn: Look) -> None:
    """Wherever the machine keeps a face for a script, the window finds it, and the right one of two."""
    missing = {}
    for name in ("平山 直美", "길혜원", "ريما الدرة", "Алматы", "Nguyễn", "Tłʼízí Łání", "ᏣᎳᎩ"):
        script = "Hang" if name == "길혜원" else "Cher" if name == "ᏣᎳᎩ" else "Hani"
        if not name.isascii() and not FontShelf().candidates(script):
            continue
        boxes = [
            letter for letter in name if _picture(worn, letter) == _picture(worn, "\U0010fffd")
        ]
        if boxes:
            missing[name] = boxes
    assert not missing


def _picture(worn: Look, letter: str) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_Grayscale8)
    image.fill(255)
    with QPainter(image) as painter:
        painter.setFont(worn.font("display"))
        painter.drawText(4, 30, letter)
    return image
