"""The pages keep the size of the window, in every look."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from liaison_app.desktop.frame.window import Frame
from liaison_app.desktop.look.look import wear


@pytest.mark.parametrize("page", ["today", "jurisdictions", "commitments"])
def test_no_page_pushes_the_window_past_the_size_asked(
    frame: Frame, page: str, qapp: QApplication
) -> None:
    frame.show_page(page)
    qapp.processEvents()
    assert frame.grab().size() == QSize(1280, 800)


@pytest.mark.parametrize(("colours", "scale"), [("dark", 1.0), ("high", 0.8), ("light", 2.0)])
def test_every_page_paints_in_every_look(
    frame: Frame, colours: str, scale: float, qapp: QApplication
) -> None:
    wear(qapp, colours, scale)
    for page in ("today", "jurisdictions", "commitments"):
        frame.show_page(page)
        qapp.processEvents()
        image = frame.grab().toImage().scaled(160, 100)
        seen = {image.pixel(x, y) for x in range(160) for y in range(100)}
        assert len(seen) > 50


def test_every_page_paints_from_right_to_left(frame: Frame, qapp: QApplication) -> None:
    before = frame.grab().toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        qapp.processEvents()
        after = frame.grab().toImage()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert before.pixelColor(4, 400) == after.pixelColor(1275, 400)
    assert before.pixelColor(4, 400) != after.pixelColor(4, 400)
