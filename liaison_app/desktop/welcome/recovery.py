"""The recovery sheet: one page for the safe, with the code that opens the office without its passphrase.

It's printed, or saved where the officer says, and never kept by Liaison.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from liaison_app.desktop.look.look import look
from liaison_app.desktop.records.words import full_day
from liaison_app.system.messages import text

_DOTS = 300
_SIZES = {"display": 24, "title": 15, "body": 11, "small": 9}


@dataclass(frozen=True)
class Sheet:
    """What stands on it."""

    office: str
    officer: str
    path: Path
    code: str
    made_on: date
    paper: str = "letter"


def as_pdf(sheet: Sheet) -> bytes:
    """The page as a PDF, to be written where the officer says."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(text("recovery.title"))
    writer.setResolution(_DOTS)
    size = QPageSize.PageSizeId.Letter if sheet.paper == "letter" else QPageSize.PageSizeId.A4
    writer.setPageLayout(
        QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    draw(sheet, writer, _DOTS)
    buffer.close()
    return bytes(buffer.data().data())


def draw(sheet: Sheet, device: QPagedPaintDevice, dots: int) -> None:
    """Draw it on a page of so many dots per inch, with an inch of margin."""
    with QPainter(device) as painter:
        width, y = float(device.width() - 2 * dots), float(dots)
        for size, gap, words in _lines(sheet):
            font = look().font("body", size in ("display", "title"))
            font = type(font)(font)
            font.setPixelSize(round(_SIZES[size] * dots / 72))
            painter.setFont(font)
            wrap = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
            asked = QRectF(dots, y, width, float(device.height()))
            box = painter.boundingRect(asked, int(wrap), words)
            painter.drawText(asked, int(wrap), words)
            y += box.height() + gap * dots / 72


def _lines(sheet: Sheet) -> list[tuple[str, float, str]]:
    return [
        ("display", 8, text("recovery.title")),
        ("body", 20, text("recovery.keep")),
        ("small", 2, text("form.office")),
        ("title", 12, sheet.office),
        ("small", 2, text("form.officer")),
        ("title", 12, sheet.officer),
        ("small", 2, text("form.file")),
        ("title", 20, str(sheet.path)),
        ("small", 4, text("recovery.code")),
        *(("display", 4, line) for line in code_lines(sheet.code)),
        ("body", 14, text("recovery.letters")),
        ("body", 6, text("recovery.how")),
        ("body", 6, text("recovery.void")),
        ("small", 0, text("recovery.made", day=full_day(sheet.made_on))),
    ]


def code_lines(code: str) -> list[str]:
    """The code in lines of four groups, as one reads it aloud."""
    groups = code.split("-")
    return ["-".join(groups[at : at + 4]) for at in range(0, len(groups), 4)]
