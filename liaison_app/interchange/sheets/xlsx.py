"""Workbooks (.xlsx, .xlsm) into rows. Every part is checked before the reader sees any.

The reader is given a package made anew of the parts that were checked, so that a package that lies
about itself has nobody to lie to.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from liaison_app.domain.errors import Refusal
from liaison_app.interchange.sheets import limits
from liaison_app.interchange.sheets.sheet import NO_TEXT, Cell, Row, Sheet

_WANTED = re.compile(
    r"\[content_types\]\.xml|_rels/\.rels|xl/(?:_rels/)?workbook\.xml(?:\.rels)?"
    r"|xl/(?:sharedstrings|styles)\.xml|xl/worksheets/[^/]+\.xml",
    re.IGNORECASE,
)
"""What a table needs; pictures, charts, macros, links and comments are left where they are."""

_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_DECLARED = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!doctype", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
_TAG = re.compile(rb"<(?:\w+:)?(row|c)\b([^<>]*)>")
_PLACE = re.compile(rb"""(?:^|\s)r\s*=\s*["']([A-Za-z]*)(\d+)["']""")


def read_workbook(data: bytes) -> tuple[Sheet, ...]:
    """The visible sheets of a workbook, with the values of formulas, never the formulas.

    Refused: ``sheet.damaged``, ``sheet.not_a_workbook``, ``sheet.zip_bomb``, ``sheet.entities``,
    ``sheet.too_many_columns``, ``sheet.too_many_rows``, ``sheet.too_big``.
    """
    package = _repacked(data)
    try:
        return tuple(_sheets(package))
    except (Refusal, KeyboardInterrupt, SystemExit, MemoryError, GeneratorExit):
        raise
    except BaseException:  # noqa: BLE001  # a panic of the Rust reader is no Exception
        raise Refusal("sheet.damaged") from None


def _repacked(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            _check_sizes(parts)
            wanted = [part for part in parts if _WANTED.fullmatch(part.filename)]
            if not any(part.filename.lower() == "xl/workbook.xml" for part in wanted):
                raise Refusal("sheet.not_a_workbook")
            clean = io.BytesIO()
            with zipfile.ZipFile(clean, "w", zipfile.ZIP_STORED) as anew:
                for part in wanted:
                    content = package.read(part)
                    _check_part(part.filename, content)
                    anew.writestr(part.filename, content)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
        raise Refusal("sheet.damaged") from None
    except RuntimeError:
        raise Refusal("sheet.password") from None
    return clean.getvalue()


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > limits.PARTS:
        raise Refusal("sheet.zip_bomb")
    if sum(part.file_size for part in parts) > limits.UNPACKED_BYTES:
        raise Refusal("sheet.zip_bomb")
    for part in parts:
        tight = part.file_size > limits.PACKED_RATIO * max(part.compress_size, 1)
        if part.file_size > limits.PART_BYTES or (
            tight and part.file_size > limits.PACKED_RATIO_FROM
        ):
            raise Refusal("sheet.zip_bomb")


def _check_part(name: str, content: bytes) -> None:
    if any(word in content for word in _DECLARED):
        raise Refusal("sheet.entities")
    if _SHEET_PART.fullmatch(name):
        _check_extent(content)


def _check_extent(content: bytes) -> None:
    """Refuse a sheet whose filled cells span too large a rectangle; the reader would lay it out."""
    rows = columns = row = column = 0
    for tag, attributes in _TAG.findall(content):
        place = _PLACE.search(attributes)
        if tag == b"row":
            row, column = (_figure(place[2]) if place else row + 1), 0
            continue
        if place:
            row, column = _figure(place[2]), _column(place[1])
        else:
            column += 1
        if not attributes.endswith(b"/"):
            rows, columns = max(rows, row), max(columns, column)
    if columns > limits.COLUMNS:
        raise Refusal("sheet.too_many_columns", row=row, limit=limits.COLUMNS)
    if rows > limits.ROWS:
        raise Refusal("sheet.too_many_rows", limit=limits.ROWS)
    if rows * columns > limits.CELLS:
        raise Refusal("sheet.too_big", limit=limits.CELLS)


def _figure(digits: bytes) -> int:
    return int(digits[:9])


def _column(letters: bytes) -> int:
    """``A`` is 1; anything beyond three letters is beyond all limits."""
    if len(letters) > 3:
        return limits.COLUMNS + 1
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _sheets(package: bytes) -> Iterator[Sheet]:
    with CalamineWorkbook.from_filelike(io.BytesIO(package)) as workbook:
        for meta in workbook.sheets_metadata:
            if meta.typ is SheetTypeEnum.WorkSheet and meta.visible is SheetVisibleEnum.Visible:
                yield _sheet(workbook.get_sheet_by_name(meta.name))


def _sheet(found: CalamineSheet) -> Sheet:
    height, width = found.total_height, found.total_width
    if height * width > limits.CELLS:
        raise Refusal("sheet.too_big", limit=limits.CELLS)
    rows = tuple(
        Row(number, tuple(_cell(value) for value in values))
        for number, values in enumerate(found.to_python(skip_empty_area=False), 1)
    )
    for row in rows:
        if any(isinstance(c, str) and len(c) > limits.CELL_CHARACTERS for c in row.cells):
            raise Refusal("sheet.cell_too_long", row=row.number, limit=limits.CELL_CHARACTERS)
    merged = tuple((first, last) for first, last in found.merged_cell_ranges or ())
    return Sheet(found.name, rows, merged=merged)


def _cell(value: str | float | bool | date | time | datetime | timedelta) -> Cell:
    if isinstance(value, str):
        return value.translate(NO_TEXT)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, timedelta):
        return str(value)
    return value
