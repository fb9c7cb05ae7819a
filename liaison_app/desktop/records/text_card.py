"""A long text of a record: biography, background, notes."""

from PySide6.QtCore import Qt

from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.text import Paragraph


class TextCard(Card):
    """A titled text that wraps and can be copied."""

    def __init__(
        self, title: str, words: str, note: str = "", button: Button | None = None
    ) -> None:
        super().__init__(title, note, action=button)
        body = Paragraph(words, "body", "text")
        body.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        body.setContentsMargins(16, 10, 16, 12)
        self.add(body)
