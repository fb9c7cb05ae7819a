r"""The canonical form of a sheet's rows and its digest, so that headquarters can prove what it was sent.

One line a row, the headings first: a JSON array of texts. Empty cells are empty texts, dates are
``2026-11-24``, times ``2026-11-24T09:30:00``, yes and no are ``true`` and ``false``. Lines end in ``\n``.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import date

from liaison_app.documents.workbook.sheet import Sheet, Value


def digest(sheet: Sheet) -> str:
    """SHA-256 of the canonical rows of a sheet whose values are ready for cells."""
    whole = hashlib.sha256()
    for line in canonical_rows(sheet):
        whole.update(line.encode("utf-8") + b"\n")
    return whole.hexdigest()


def canonical_rows(sheet: Sheet) -> Iterator[str]:
    """The canonical lines of a sheet."""
    yield _line([column.name for column in sheet.columns])
    for row in sheet.rows:
        yield _line([_text(value) for value in row])


def _line(texts: list[str]) -> str:
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
