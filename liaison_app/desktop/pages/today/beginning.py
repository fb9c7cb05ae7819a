"""Today in an empty office: three ways to begin, and five keys to know."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Card, Panel
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down
from liaison_app.desktop.parts.row import Row, RowData
from liaison_app.desktop.parts.text import Icon, Key, Line, Paragraph
from liaison_app.desktop.session import Session
from liaison_app.system.messages import text

_WAYS = (
    ("meeting", "engagement", "new_engagement", "Ctrl+Shift+M"),
    ("import", "import", "import", "Ctrl+I"),
    ("places", "place", "new_jurisdiction", "Ctrl+Shift+J"),
)
_EXAMPLES = (
    ("next", "engagement"),
    ("promised", "out"),
    ("owed", "in"),
    ("stale", "verified"),
    ("trip", "trip"),
)
_KEYS = (
    ("Ctrl+K", "find"),
    ("Ctrl+Shift+M", "meeting"),
    ("F2", "edit"),
    ("Ctrl+Z", "undo"),
    ("Ctrl+/", "keys"),
)


def beginning(session: Session) -> QWidget:
    """The whole page below its head."""
    ways = across(*((_way(session, *one), 1) for one in _WAYS), gap=16)
    example = Card(text("begin.example"), text("begin.example_note"))
    example.show_rows(
        Row(
            RowData(text(f"begin.{name}"), sub=text(f"begin.{name}_more"), icon=icon),
            pressable=False,
        )
        for name, icon in _EXAMPLES
    )
    keys = Panel()
    pairs: list[QWidget | int] = []
    for key, does in _KEYS:
        pairs += [Key(key), Line(text(f"begin.key_{does}"), "small", "text2"), 8]
    head = Line(text("begin.keys"), "small", bold=True)
    keys.setLayout(across(head, 6, *pairs, STRETCH, margins=(16, 8, 16, 8)))
    return boxed(down(ways, example, keys, STRETCH, gap=16))


def _way(session: Session, name: str, icon: str, action: str, key: str) -> QWidget:
    first = name == "meeting"
    panel = Panel("surface", "soft_line" if first else "line")
    words = text(f"begin.{name}_do")
    button = Button.primary(words) if first else Button(words)
    button.clicked.connect(_asking(session, action))
    title = Line(text(f"begin.{name}"), "title", bold=True)
    body = Paragraph(text(f"begin.{name}_more"), "body", "text2")
    body.setAlignment(Qt.AlignmentFlag.AlignTop)
    body.setMinimumHeight(look().height("body", "body", "body"))
    panel.setLayout(
        down(
            across(Icon(icon, "accent", 18), (title, 1), gap=10),
            body,
            STRETCH,
            across(button, Key(key), STRETCH, gap=10),
            gap=8,
            margins=(20, 16, 20, 16),
        )
    )
    return panel


def _asking(session: Session, action: str) -> Callable[[], None]:
    return lambda: session.asked.emit(action)
