"""The head of a page: back and forward, title with its native form, a quiet line below, buttons at the end."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from liaison_app.desktop.actions import Actions
from liaison_app.desktop.look.ink import Words, name_runs
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.flow import Flow
from liaison_app.desktop.parts.text import Line
from liaison_app.system.messages import text


class Header(QWidget):
    """``show_title`` at any time; ``add`` puts buttons at the end. Without ``actions`` there is no back and forward."""

    def __init__(
        self, actions: Actions | None = None, *, margins: tuple[int, int, int, int] = (24, 8, 24, 8)
    ) -> None:
        super().__init__()
        self._title = Line("", "display", bold=True, wraps=True)
        self._sub = Line("", "small", "text3")
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(*margins)
        self._whole.setSpacing(8)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._acts = QWidget()
        self._flow = Flow(8)
        self._acts.setLayout(self._flow)
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
        self._whole.addLayout(self._row, 1)
        self._whole.addWidget(self._acts)
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
            self._flow.addWidget(widget)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest button: the others wrap."""
        widest = max(self._flow.minimumSize().width(), look().px(220)) + 48
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large text or a narrow window: the buttons go below the title."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        wide = self._flow.line_width()
        title = min(self._title.sizeHint().width(), look().px(220)) + look().px(100)
        beside = wide + title < self.width()
        way = QBoxLayout.Direction
        self._acts.setFixedWidth(wide if beside else max(self.width() - 48, 1))
        self._acts.setFixedHeight(self._flow.heightForWidth(self._acts.width()))
        self._whole.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def _add_step(self, actions: Actions, id_: str, icon: str) -> None:
        button = Button.icon_only(icon, text(f"header.{id_}"))
        action = actions.get(id_)
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        self._row.addWidget(button)
