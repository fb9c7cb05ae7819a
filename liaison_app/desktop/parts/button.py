"""Buttons. Their words are verbs of the trade; “…” only when more is asked."""

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from liaison_app.desktop.look.look import look, right_to_left


class Kind(Enum):
    """What a button is to its view: one ``PRIMARY`` a view; ``QUIET`` is words alone; ``ICON`` an icon alone."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    ICON = "icon"


_ICON_TONES = {
    Kind.PRIMARY: "on_accent",
    Kind.PLAIN: "text2",
    Kind.QUIET: "accent",
    Kind.ICON: "text2",
}


class Button(QPushButton):
    """A button. ``clicked`` when pressed by mouse, Space or Enter.

    An ``ICON`` button has a ``tip`` instead of words: its name with its key, ``Back (Alt+Left)``.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.PLAIN,
        icon: str = "",
        *,
        tip: str = "",
        small: bool = False,
        enabled: bool = True,
    ) -> None:
        """``tip`` of a disabled button is the reason why it can't be pressed."""
        if kind is Kind.ICON and not (icon and tip):
            raise ValueError("an icon button needs an icon and a tip, which is its name")
        super().__init__("" if kind is Kind.ICON else text)
        self._kind, self._icon, self._small = kind, icon, small
        self.setProperty("kind", kind.value)
        self.setProperty("small", "true" if small else "false")
        self.setAutoDefault(False)
        self.setToolTip(tip)
        self.setAccessibleName(text or tip)
        self.setAccessibleDescription(tip if text else "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setEnabled(enabled)
        self._put_icon()

    @classmethod
    def primary(cls, text: str, icon: str = "", tip: str = "") -> "Button":
        """The one action of a view."""
        return cls(text, Kind.PRIMARY, icon, tip=tip)

    @classmethod
    def quiet(cls, text: str, icon: str = "", tip: str = "") -> "Button":
        """Words that can be pressed."""
        return cls(text, Kind.QUIET, icon, tip=tip)

    @classmethod
    def icon_only(cls, icon: str, tip: str) -> "Button":
        """An icon alone, named by its ``tip``."""
        return cls("", Kind.ICON, icon, tip=tip)

    def say(self, text: str) -> None:
        """Change the words, such as ``Unlock in 4 s``."""
        self.setText(text)
        self.setAccessibleName(text)

    def change_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self._put_icon()

    def sizeHint(self) -> QSize:
        """Words, icon and air; bold words of a primary button are measured bold."""
        worn = look()
        if self._kind is Kind.ICON:
            return QSize(worn.control, worn.control)
        height = round(worn.control * 0.8) if self._small else worn.control
        size, bold = ("small" if self._small else "body"), self._kind is Kind.PRIMARY
        air = 16 if self._kind is Kind.QUIET else 18 if self._small else 24
        icon = self.iconSize().width() + 6 if self._icon else 0
        return QSize(round(worn.width(self.text(), size, bold)) + icon + air + 2, height)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Tint the icon anew when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._put_icon()

    def _put_icon(self) -> None:
        if not self._icon:
            return
        worn = look()
        side = worn.px(14 if self._small else 16)
        tone = worn.colour(_ICON_TONES[self._kind]).name()
        icon = worn.icons.icon(self._icon, tone, worn.colour("text3").name(), side)
        air = 4 if self.text() else 0
        if air:
            icon = worn.icons.spaced(icon, side, air, mirrored=right_to_left())
        self.setIcon(icon)
        self.setIconSize(QSize(side + air, side))
