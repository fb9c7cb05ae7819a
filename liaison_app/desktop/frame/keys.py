"""Ctrl+/: all keys on one sheet, from the same table as menus and shortcuts."""

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from liaison_app.desktop.actions import ACTIONS, GROUPS
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.layout import STRETCH, across, down
from liaison_app.desktop.parts.text import Key, Line, Paragraph
from liaison_app.system.messages import text


class KeySheet(QDialog):
    """All keys; Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(text("keys.title"))
        grid = QGridLayout()
        grid.setSpacing(12)
        groups = [g for g in GROUPS if any(a.group == g and a.shortcut for a in ACTIONS)]
        for at, group in enumerate(groups):
            grid.addWidget(_group_card(group), at // 2, at % 2)
        self.setLayout(
            down(grid, Paragraph(text("keys.letters"), "micro", "text3"), gap=12, margins=20)
        )


def _group_card(group: str) -> Card:
    card = Card(text(f"menu.{group}").replace("&", ""))
    body = QWidget()
    lines = [
        across(Line(action.text, "small"), STRETCH, Key(action.shortcut.replace("Return", "Enter")))
        for action in ACTIONS
        if action.group == group and action.shortcut
    ]
    body.setLayout(down(*lines, STRETCH, gap=6, margins=(15, 10, 15, 12)))
    card.add(body, 1)
    return card
