"""A card for a plain set of a record: a chip each, its cross takes it away, and below them what adds one more."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.chip import Chip
from liaison_app.desktop.parts.flow import flowing
from liaison_app.desktop.parts.layout import boxed, down
from liaison_app.desktop.parts.text import Paragraph


class ChipsCard(Card):
    """``nothing`` is said while the set is empty."""

    def __init__(
        self, title: str, chips: Sequence[Chip], adder: QWidget, nothing: str, icon: str = ""
    ) -> None:
        super().__init__(title, str(len(chips)) if len(chips) > 1 else "", icon=icon)
        shown = flowing(*chips) if chips else Paragraph(nothing, "small", "text3")
        self.add(boxed(down(shown, adder, gap=8, margins=(15, 10, 15, 10))))
