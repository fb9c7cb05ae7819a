"""The recovery sheet: one page for the safe, with the code that opens the office without its passphrase.

It's printed, or saved where the officer says, and never kept by Liaison.
"""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from liaison_app.desktop.look.look import look
from liaison_app.desktop.records.words import full_day
from liaison_app.services.recovery_sheets import RecoverySheet
from liaison_app.system.messages import text

_DOTS = 300
_SIZES = {"display": 24, "title": 15, "code": 20, "body": 11, "small": 9}
"""Points."""

_SQUARES = 1.7
"""Inches that the QR code is wide."""


def as_pdf(sheet: RecoverySheet) -> bytes:
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


def draw(sheet: RecoverySheet, device: QPagedPaintDevice, dots: int) -> bool:
    """Draw it on a page of so many dots per inch, with an inch of margin; False if the device takes nothing."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    with painter:
        width, y = float(device.width() - 2 * dots), float(dots)
        y = _write(painter, _head(sheet), QRectF(dots, y, width, device.height()), dots)
        side = round(_SQUARES * dots)
        _draw_squares(painter, sheet.squares, QPoint(round(dots + width - side), round(y)), side)
        room = QRectF(dots, y, width - side - 0.25 * dots, device.height())
        y = max(_write(painter, _code(sheet), room, dots), y + side) + 0.3 * dots
        _write(painter, _foot(), QRectF(dots, y, width, device.height()), dots)
    return True


def _write(
    painter: QPainter, lines: Sequence[tuple[str, float, str]], room: QRectF, dots: int
) -> float:
    """Write lines one under the other; where the next one would begin."""
    y = room.top()
    for size, gap, words in lines:
        font = look().font("body", size in ("display", "title", "code"))
        font = type(font)(font)
        font.setPixelSize(round(_SIZES[size] * dots / 72))
        painter.setFont(font)
        wrap = Qt.TextFlag.TextWordWrap if " " in words else Qt.TextFlag.TextWrapAnywhere
        asked = QRectF(room.left(), y, room.width(), room.height())
        box = painter.boundingRect(asked, int(wrap), words)
        painter.drawText(asked, int(wrap), words)
        y += box.height() + gap * dots / 72
    return y


def _draw_squares(
    painter: QPainter, squares: Sequence[Sequence[bool]], at: QPoint, width: int
) -> None:
    """Of whole dots each: between squares of broken ones a printer leaves light lines."""
    side = width // len(squares)
    for row, line in enumerate(squares):
        for column, dark in enumerate(line):
            if dark:
                place = at + QPoint(column * side, row * side)
                painter.fillRect(QRect(place, QSize(side, side)), Qt.GlobalColor.black)


def _head(sheet: RecoverySheet) -> list[tuple[str, float, str]]:
    return [
        ("display", 8, text("recovery.title")),
        ("body", 20, text("recovery.keep")),
        ("small", 2, text("form.office")),
        ("title", 12, sheet.office),
        ("small", 2, text("recovery.officer")),
        ("title", 12, sheet.officer),
        ("small", 2, text("form.file")),
        ("title", 12, str(sheet.path)),
        ("small", 2, text("recovery.made_on")),
        ("title", 20, full_day(sheet.made_on)),
    ]


def _code(sheet: RecoverySheet) -> list[tuple[str, float, str]]:
    return [
        ("small", 4, text("recovery.code")),
        *(("code", 4, line) for line in code_lines(sheet.code)),
        ("small", 2, ""),
        ("small", 0, text("recovery.fingerprint", fingerprint=sheet.fingerprint)),
    ]


def _foot() -> list[tuple[str, float, str]]:
    return [
        ("body", 10, text("recovery.letters")),
        ("body", 10, text("recovery.how")),
        ("body", 10, text("recovery.without_us")),
        ("body", 0, text("recovery.void")),
    ]


def code_lines(code: str) -> list[str]:
    """The code in lines of three groups, as one reads it aloud."""
    groups = code.split("-")
    return ["-".join(groups[at : at + 3]) for at in range(0, len(groups), 3)]
