"""The head of a page: back and forward, title with its native form, a quiet line below, buttons at the end."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from liaison_app.desktop.actions import Actions
from liaison_app.desktop.look.ink import Words, name_runs
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.text import Line
from liaison_app.system.messages import text


class Header(QWidget):
    """``show_title`` at any time; ``add`` puts buttons at the end. Without ``actions`` there is no back and forward."""

    def __init__(
        self, actions: Actions | None = None, *, margins: tuple[int, int, int, int] = (24, 8, 24, 8)
    ) -> None:
        super().__init__()
        self._title = Line("", "display", bold=True)
        self._sub = Line("", "small", "text3")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*margins)
        self._row.setSpacing(8)
        if actions is not None:
            for id_, icon in (("back", "left"), ("forward", "right")):
                self._add_step(actions, id_, icon)
            self._row.addSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._sub)
        words.addStretch(1)
        self._row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_title(self, title: str, native: str = "", sub: Words = "") -> None:
        """Title, native form, and the line below: ``24 open, 5 late. We owe 14, they owe 10.``"""
        self._title.show_words(name_runs(title, native, bold=True))
        self._sub.show_words(sub)
        self._sub.setVisible(bool(sub))
        self.setAccessibleName(title)

    def add(self, *widgets: QWidget) -> None:
        """Put buttons and the like at the end."""
        for widget in widgets:
            self._row.addWidget(widget)

    def _add_step(self, actions: Actions, id_: str, icon: str) -> None:
        button = Button.icon_only(icon, text(f"header.{id_}"))
        action = actions.get(id_)
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        self._row.addWidget(button)
