"""Facts of a record: what is known, how fresh it is, and Verify where it has gone stale."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.layout import across, down
from liaison_app.desktop.parts.text import Icon, Line, Paragraph, Rule
from liaison_app.desktop.records.words import Said

_WIDTH = 92


@dataclass(frozen=True)
class Fact:
    """One thing known: its name, its value, and how fresh it is in words (``age_words``)."""

    name: str
    value: str
    age: Said = ("", "")


class FactsCard(Card):
    """A card of facts; those of which nothing is known are left out. ``button`` stands at the end of its title."""

    def __init__(self, title: str, facts: Sequence[Fact], button: Button | None = None) -> None:
        super().__init__(title, action=button)
        self.add(facts_grid(facts))

    @staticmethod
    def has_any(facts: Sequence[Fact]) -> bool:
        """Whether there is anything to show."""
        return any(fact.value or fact.age[0] for fact in facts)


def facts_grid(facts: Sequence[Fact]) -> QWidget:
    """Names at left, values at right, a hairline between facts."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(15, 4, 15, 6)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(0)
    grid.setColumnMinimumWidth(0, look().px(_WIDTH) - 20)
    grid.setColumnStretch(1, 1)
    for at, fact in enumerate(fact for fact in facts if fact.value or fact.age[0]):
        if at:
            grid.addWidget(Rule(), at * 2, 0, 1, 2)
        name = Paragraph(fact.name, "small", "text3")
        name.setContentsMargins(0, 5, 0, 5)
        grid.addWidget(name, at * 2 + 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_value(fact), at * 2 + 1, 1)
    return box


def _value(fact: Fact) -> QWidget:
    box = QWidget()
    value = Paragraph(fact.value, "small", "text") if fact.value else None
    if value is not None:
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setLayout(down(value, age_line(fact.age), gap=1, margins=(0, 5, 0, 5)))
    return box


def age_line(age: Said) -> QWidget | None:
    """How fresh something is: quiet, or amber with its sign."""
    words, tone = age
    if not words:
        return None
    line = Line(words, "micro", tone or "text3", bold=bool(tone))
    if not tone:
        return line
    box = QWidget()
    box.setLayout(across(Icon("warn", tone, 12), (line, 1), gap=4))
    return box
