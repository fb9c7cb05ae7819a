"""From the bytes of a file to its sheets, whatever its name says it is."""

from liaison_app.domain.errors import Refusal
from liaison_app.interchange.sheets import limits
from liaison_app.interchange.sheets.csv_text import read_text
from liaison_app.interchange.sheets.sheet import Sheet
from liaison_app.interchange.sheets.xlsx import read_workbook

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"SQLite format 3", "SQLite"),
    (b"{\\rtf", "RTF"),
)
"""Beginnings of files that people rename by mistake."""


def read_sheets(
    data: bytes, name: str, *, encoding: str | None = None, delimiter: str | None = None
) -> tuple[Sheet, ...]:
    """The sheets of a CSV, TSV or XLSX file; ``name`` names the sheet of a text file.

    Refused with a code ``sheet.…`` if it is empty, too big, damaged, protected by a password,
    hostile, or something else than a sheet. Never raises anything but ``Refusal``.
    """
    if len(data) > limits.FILE_BYTES:
        raise Refusal("sheet.file_too_big", limit=limits.FILE_BYTES // limits.MEGABYTE)
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Refusal("sheet.empty")
    if data.startswith(b"PK"):
        sheets = read_workbook(data)
    elif data.startswith(_OLE):
        raise Refusal("sheet.password" if _ENCRYPTED in data else "sheet.old_format")
    else:
        sheets = (_text(data, name, encoding, delimiter),)
    if not any(not row.is_empty for sheet in sheets for row in sheet.rows):
        raise Refusal("sheet.empty")
    return sheets


def _text(data: bytes, name: str, encoding: str | None, delimiter: str | None) -> Sheet:
    for beginning, kind in _OTHERS:
        if data.startswith(beginning):
            raise Refusal("sheet.other_kind", kind=kind)
    start = data[:1024].lstrip().lower()
    if start.startswith((b"<!doctype", b"<html", b"<?xml")):
        raise Refusal("sheet.other_kind", kind="HTML/XML")
    return read_text(data, name, encoding=encoding, delimiter=delimiter)
