"""What the application wears: one ``Look`` of colours, faces and icons at one text scale.

A look never changes; switching makes another, so no cache can be stale. The application object carries it, and
every painted part asks ``look()`` while it paints or measures. Qt tells all widgets of a switch (``StyleChange``)
and they measure themselves anew.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from liaison_app.desktop.look import fonts
from liaison_app.desktop.look.icons import Icons
from liaison_app.desktop.look.sheet import sheet
from liaison_app.desktop.look.tokens import COLOURS, Colours

_PROPERTY = "liaison_look"
LEAST_SCALE, GREATEST_SCALE = 0.8, 2.0


class Look:
    """Colours, faces, metrics and icons at one text scale."""

    def __init__(self, colours: Colours, scale: float, families: tuple[str, ...]) -> None:
        self.colours = colours
        self.scale = scale
        self.families = families
        self.icons = Icons()
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self._metrics: dict[tuple[str, bool], QFontMetricsF] = {}

    def colour(self, token: str) -> QColor:
        """The colour of a token, such as ``text3``."""
        found = self._colours.get(token)
        if found is None:
            found = self._colours[token] = QColor(getattr(self.colours, token))
        return found

    def px(self, pixels: float) -> int:
        """A length given at 100 % text, at this scale."""
        return round(pixels * self.scale)

    def font(self, size: str = "body", bold: bool = False) -> QFont:
        """The font of a size of the scale (``display title body small micro``); shared, never change it."""
        found = self._fonts.get((size, bold))
        if found is None:
            pixels = max(round(fonts.SIZES[size] * self.scale), 9)
            found = self._fonts[size, bold] = fonts.face(self.families, pixels, bold)
        return found

    def metrics(self, size: str = "body", bold: bool = False) -> QFontMetricsF:
        """Measures of ``font(size, bold)``."""
        found = self._metrics.get((size, bold))
        if found is None:
            found = self._metrics[size, bold] = QFontMetricsF(self.font(size, bold))
        return found

    def width(self, text: str, size: str = "body", bold: bool = False) -> float:
        """Pixels that ``text`` takes on one line."""
        return self.metrics(size, bold).horizontalAdvance(text)

    def height(self, *sizes: str, air: float = 0) -> int:
        """Height of lines of these sizes one under the other, and ``air`` pixels at 100 % around them."""
        return round(sum(self.metrics(size).height() for size in sizes)) + self.px(air)

    @property
    def control(self) -> int:
        """Height of a button, a field and a pick: 30 at 100 %."""
        return self.height("body", air=14)


def wear(app: QApplication, colours: str = "light", scale: float = 1.0) -> Look:
    """Dress the application in ``colours`` (``light dark high``), text at ``scale`` (0.8 to 2.0); at any time."""
    scale = min(max(scale, LEAST_SCALE), GREATEST_SCALE)
    worn = app.property(_PROPERTY)
    families = worn.families if isinstance(worn, Look) else fonts.load()
    new = Look(COLOURS[colours], scale, families)
    app.setProperty(_PROPERTY, new)
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setFont(new.font())
    app.setPalette(_palette(new))
    app.setStyleSheet(sheet(new.colours, new.scale, new.control))
    return new


def look() -> Look:
    """What the application wears now. Raises ``RuntimeError`` before the first ``wear``."""
    app = QApplication.instance()
    worn = app.property(_PROPERTY) if app is not None else None
    if not isinstance(worn, Look):
        raise RuntimeError("no look yet: call wear(app) before making widgets")
    return worn


def _palette(worn: Look) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, token in (
        (role.Window, "page"),
        (role.Base, "surface"),
        (role.AlternateBase, "sunken"),
        (role.Text, "text"),
        (role.WindowText, "text"),
        (role.ButtonText, "text"),
        (role.Button, "surface"),
        (role.Highlight, "soft"),
        (role.HighlightedText, "text"),
        (role.Light, "surface"),
        (role.Mid, "line"),
        (role.Dark, "control"),
        (role.PlaceholderText, "text3"),
        (role.Link, "accent"),
        (role.Accent, "accent"),
        (role.ToolTipBase, "surface"),
        (role.ToolTipText, "text"),
    ):
        palette.setColor(which, worn.colour(token))
    for which in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, worn.colour("text3"))
    return palette


def right_to_left() -> bool:
    """Whether the window runs from right to left; painted parts mirror themselves then."""
    return QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
