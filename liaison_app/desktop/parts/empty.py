"""Nothing here yet, or nothing found: what is missing, how it fills, one button."""

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.layout import STRETCH, across, down
from liaison_app.desktop.parts.text import Paragraph


class EmptyState(QWidget):
    """One bold line on what is missing, one on how it fills, one button."""

    def __init__(self, missing: str, fills: str, button: Button | None = None) -> None:
        super().__init__()
        self._missing = Paragraph(missing, "body", "text", bold=True)
        self._fills = Paragraph(fills)
        row = across(button, STRETCH) if button is not None else None
        gap = 4 if button is not None else None
        self.setLayout(down(self._missing, self._fills, gap, row, STRETCH, gap=4, margins=16))
        self.say(missing, fills)

    def say(self, missing: str, fills: str) -> None:
        """Say something else: ``Nothing matches “kimm”.``, ``Nearest: Kim Do-hyun. 2 filters are on.``"""
        self._missing.setText(missing)
        self._fills.setText(fills)
        self.setAccessibleName(f"{missing} {fills}")
