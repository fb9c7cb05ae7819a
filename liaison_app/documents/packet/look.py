"""Sheets and type: one system for Letter and A4, black on white. Lengths are points."""

from dataclasses import dataclass

from liaison_app.documents.packet.content.packet import PacketKind, Paper
from liaison_app.documents.text.style import TextStyle

SECOND = 0.72
"""Grey of second words (office, home time): contrast 9 to 1."""


@dataclass(frozen=True)
class Sheet:
    """A page and its margins; ``inner`` is the side of the binder holes, at least 25 mm."""

    width: float
    height: float
    inner: float
    outer: float
    top: float
    bottom: float

    @property
    def block_width(self) -> float:
        """Width of the text block."""
        return self.width - self.inner - self.outer

    @property
    def block_height(self) -> float:
        """Height of the text block."""
        return self.height - self.top - self.bottom


SHEETS: dict[Paper, Sheet] = {
    "letter": Sheet(612, 792, inner=76, outer=52, top=84, bottom=72),
    "a4": Sheet(595.28, 841.89, inner=74, outer=50, top=86, bottom=72),
}
SCALES: dict[PacketKind, float] = {"staff": 1.0, "principal": 14 / 12}
"""Staff read 12 pt, principals 14."""


class Looks:
    """The type scale; ``scale`` enlarges what is read, not titles or labels, ``cells`` the text of tables."""

    def __init__(self, scale: float = 1.0, cells: float = 0.0) -> None:
        """``cells`` 0 takes ``scale``."""
        self.scale = scale
        cells = cells or scale
        self.body = _scaled(12, 16, scale)
        self.lead = TextStyle(max(14, 12 * scale), max(20, 16 * scale))
        self.cell = _scaled(11, 14, cells)
        self.cell_bold = _scaled(11, 14, cells).but(bold=True)
        self.cell_small = _scaled(10, 13, cells).but(grey=SECOND)
        self.name = _scaled(12, 15, cells).but(bold=True)
        self.native = _scaled(11, 15, cells)
        self.time = _scaled(14, 15, cells).but(bold=True)
        self.caption = TextStyle(9.5, 12, grey=SECOND)
        self.label = TextStyle(9, 14, bold=True, track=0.5)
        self.table_head = TextStyle(9, 12, bold=True, track=0.35)
        self.tag = TextStyle(9.5, 14, bold=True)
        self.title = TextStyle(23, 27, bold=True)
        self.heading = TextStyle(14, 18, bold=True)
        self.subtitle = TextStyle(12, 16, grey=SECOND)
        self.bio_name = TextStyle(18, 22, bold=True)
        self.display = TextStyle(46, 50, bold=True)
        self.display_native = TextStyle(24, 30)
        self.cover_subtitle = TextStyle(20, 26)
        self.point = TextStyle(14, 19)
        self.point_head = TextStyle(16, 20, bold=True)


def _scaled(size: float, leading: float, by: float) -> TextStyle:
    return TextStyle(round(size * by, 2), round(leading * by, 2))
