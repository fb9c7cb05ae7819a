"""The one sheet of paper that a welcome page is: its body in the middle of the window."""

from PySide6.QtWidgets import QLayout

from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.card import Panel
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down


def in_the_middle(body: QLayout, width: int) -> QLayout:
    """A layout that shows ``body`` on a sheet so many pixels wide, at the usual text size."""
    sheet = Panel("surface", "line2")
    sheet.setLayout(across(boxed(body), margins=1))
    sheet.setFixedWidth(look().px(width))
    return down(STRETCH, across(STRETCH, sheet, STRETCH), STRETCH)
