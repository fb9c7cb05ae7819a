"""Comma-separated text, and its relatives, into rows: encoding, delimiter, lone quotes, line ends."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

import chardet

from liaison_app.domain.errors import Refusal
from liaison_app.interchange.sheets import limits
from liaison_app.interchange.sheets.sheet import NO_TEXT, Row, Sheet

DELIMITERS = (",", ";", "\t", "|")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FEW_MARKED_LETTERS = 0.02
"""Below this share of bytes beyond ASCII a guess has nothing to go by; Western Windows is usual."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_STATED = re.compile(r"sep=(.)", re.IGNORECASE)
_TRIAL_LINES = 200


def read_text(
    data: bytes, name: str, *, encoding: str | None = None, delimiter: str | None = None
) -> Sheet:
    """The rows of a text file. Each record is one row, a blank line too.

    Refused: ``sheet.encoding``, ``sheet.too_many_rows``, ``sheet.too_many_columns``,
    ``sheet.cell_too_long``, ``sheet.not_a_table``.
    """
    found, text = decode(data, encoding)
    lines = _LINE_END.split(text)
    if lines and not lines[-1]:
        lines.pop()
    if len(lines) > limits.ROWS * 2:
        raise Refusal("sheet.too_many_rows", limit=limits.ROWS)
    sign = delimiter or _delimiter(lines)
    rows = []
    for number, cells in enumerate(_records(lines, sign), 1):
        if number > limits.ROWS:
            raise Refusal("sheet.too_many_rows", limit=limits.ROWS)
        if len(cells) > limits.COLUMNS:
            raise Refusal("sheet.too_many_columns", row=number, limit=limits.COLUMNS)
        if any(len(cell) > limits.CELL_CHARACTERS for cell in cells):
            raise Refusal("sheet.cell_too_long", row=number, limit=limits.CELL_CHARACTERS)
        rows.append(Row(number, tuple(cells)))
    return Sheet(name, tuple(rows), found, sign)


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The encoding found and the text, without NUL characters."""
    if encoding is not None:
        try:
            return encoding, data.decode(encoding).translate(NO_TEXT)
        except (UnicodeError, LookupError):
            raise Refusal("sheet.encoding", encoding=encoding) from None
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return marked, data.decode(marked, "replace").translate(NO_TEXT)
    unmarked = _utf16_without_mark(data)
    if unmarked:
        return unmarked, data.decode(unmarked, "replace").translate(NO_TEXT)
    data = data.replace(b"\0", b"")
    try:
        return "utf-8", data.decode("utf-8").translate(NO_TEXT)
    except UnicodeDecodeError:
        return _guess(data)


def _utf16_without_mark(data: bytes) -> str | None:
    start = data[:4096]
    if len(start) < 8 or start.count(0) < len(start) * 0.3:
        return None
    return "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"


def _guess(data: bytes) -> tuple[str, str]:
    beyond = sum(map(len, re.findall(rb"[\x80-\xff]+", data)))
    candidates = ["cp1252"]
    guessed = chardet.detect(data[: limits.MEGABYTE])["encoding"]
    if guessed and beyond >= len(data) * _FEW_MARKED_LETTERS:
        candidates.insert(0, guessed)
    for one in candidates:
        try:
            return one, data.decode(one).translate(NO_TEXT)
        except (UnicodeError, LookupError):
            continue
    return "latin-1", data.decode("latin-1").translate(NO_TEXT)


def _delimiter(lines: list[str]) -> str:
    """The delimiter that cuts most records, and most of them into the same number of fields."""
    if lines and (stated := _STATED.fullmatch(lines[0].strip())):
        return stated[1]
    filled = [line for line in lines if line.strip()][:_TRIAL_LINES]
    return max(DELIMITERS, key=lambda sign: _regularity(filled, sign))


def _regularity(lines: list[str], sign: str) -> tuple[float, int]:
    try:
        widths = Counter(len(cells) for cells in _records(lines, sign))
    except Refusal:
        return 0.0, 0
    widths.pop(1, None)
    if not widths:
        return 0.0, 0
    width, times = widths.most_common(1)[0]
    gap = re.escape(sign)
    misquoted = re.compile(rf'(?:^|{gap}) *"(?:[^"]|"")*"(?! *(?:{gap}|$))')
    well_quoted = sum(misquoted.search(line) is None for line in lines)
    return times * widths.total() * well_quoted / len(lines) ** 3, width


def _records(lines: list[str], sign: str) -> Iterator[list[str]]:
    """Records one by one. A quoted cell may hold line ends; a lone quotation mark holds nothing."""
    usual = _usual_width(lines, sign)
    at = 0
    while at < len(lines):
        line = lines[at]
        if '"' not in line:
            yield line.split(sign) if line else []
            at += 1
            continue
        cells, used = _quoted(lines, at, sign)
        if used > 1 and len(cells) != usual:
            alone = line.split(sign)
            if len(alone) == usual or used > limits.LINES_IN_A_CELL:
                cells, used = alone, 1
        yield cells
        at += used


def _usual_width(lines: list[str], sign: str) -> int:
    plain = Counter(line.count(sign) + 1 for line in lines[:_TRIAL_LINES] if '"' not in line)
    plain.pop(1, None)
    return plain.most_common(1)[0][0] if plain else 0


def _quoted(lines: list[str], at: int, sign: str) -> tuple[list[str], int]:
    """The record that begins at a line, and how many lines it takes."""
    taken = 0

    def feed() -> Iterator[str]:
        nonlocal taken
        for line in islice(lines, at, at + limits.LINES_IN_A_CELL):
            taken += 1
            yield line + "\n"

    try:
        cells = next(csv.reader(feed(), delimiter=sign, skipinitialspace=True, strict=True))
        return cells, taken
    except csv.Error:
        line = lines[at]
    if line.count('"') % 2:
        return line.split(sign), 1
    try:
        return next(csv.reader([line], delimiter=sign, skipinitialspace=True)), 1
    except csv.Error:
        raise Refusal("sheet.cell_too_long", row=at + 1, limit=limits.CELL_CHARACTERS) from None
