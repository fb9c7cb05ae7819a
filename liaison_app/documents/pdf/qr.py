"""A text as the dark and light squares of a QR code, for whoever draws it."""

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

Squares = tuple[tuple[bool, ...], ...]
"""Rows from the top; True is dark. The four light squares around it are up to whoever draws it."""


def squares(text: str) -> Squares:
    """The smallest code for ``text`` that can be read with a seventh of it soiled."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    return tuple(tuple(bool(dark) for dark in row) for row in code.modules)
