"""The sheets that every workbook has beside its records: README, what didn't fit, and the Manifest."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from liaison_app.documents.workbook.canonical import digest
from liaison_app.documents.workbook.cells import ready
from liaison_app.documents.workbook.sheet import About, Book, Column, Form, Sheet, Value
from liaison_app.documents.workbook.text import pieces
from liaison_app.system.messages import text

_CONTINUED = "Continued"


def all_sheets(book: Book) -> tuple[Sheet, ...]:
    """Every sheet of the workbook in its order, each value ready for its cell."""
    rest: list[tuple[Value, ...]] = []
    records = [_fitted(ready(sheet), rest) for sheet in book.sheets if sheet.rows]
    if rest:
        records.append(_continued(rest))
    codes = ready(book.code_lists)
    readme = ready(_readme(book, records))
    return (readme, *records, codes, _manifest([readme, *records, codes]))


def _fitted(sheet: Sheet, rest: list[tuple[Value, ...]]) -> Sheet:
    """The sheet with texts too long for a cell cut; what follows goes to ``rest``."""
    rows = tuple(tuple(_cut(sheet, row, at, rest) for at in range(len(row))) for row in sheet.rows)
    return Sheet(sheet.name, sheet.caption, sheet.columns, rows)


def _cut(sheet: Sheet, row: tuple[Value, ...], at: int, rest: list[tuple[Value, ...]]) -> Value:
    value = row[at]
    if not isinstance(value, str) or len(value) < 16_000:
        return value
    first, *others = pieces(value)
    if not others:
        return value
    for number, piece in enumerate(others, start=2):
        rest.append((row[0], sheet.name, sheet.columns[at].name, number, piece))
    return f"{first} {text('workbook.continued', sheet=_CONTINUED, parts=len(others) + 1)}"


def _continued(rest: list[tuple[Value, ...]]) -> Sheet:
    columns = (
        Column("id", Form.ID),
        Column("sheet"),
        Column("column"),
        Column("part", Form.WHOLE),
        Column("text", Form.LONG),
    )
    return Sheet(_CONTINUED, text("workbook.caption.Continued"), columns, tuple(rest))


def _readme(book: Book, records: list[Sheet]) -> Sheet:
    rows = [(text(f"workbook.readme.{key}"), said) for key, said in _lines(book) if said]
    rows += [
        (text("workbook.readme.rows_in", sheet=sheet.name), str(len(sheet.rows)))
        for sheet in records
    ]
    columns = (Column("item"), Column("value", Form.LONG))
    return Sheet("README", text("workbook.caption.README"), columns, tuple(rows))


def _lines(book: Book) -> Iterator[tuple[str, str]]:
    about = book.about
    local = about.as_of.astimezone(ZoneInfo(about.zone))
    yield "purpose", text("workbook.readme.purpose_text", office=about.office)
    yield "office", about.office
    yield "officer", about.officer
    yield "marking", book.marking
    yield "audience", about.audience
    yield "period", about.period
    yield "as_of_utc", f"{about.as_of:%Y-%m-%d %H:%M:%S} UTC"
    yield "as_of_local", f"{local:%Y-%m-%d %H:%M:%S} {about.zone}"
    yield from _identity(about)
    yield "dates", text("workbook.readme.dates_text")
    yield "ids", text("workbook.readme.ids_text")
    yield "digest", text("workbook.readme.digest_text")
    yield "send_back", text("workbook.readme.send_back_text")
    yield "contact", about.contact


def _identity(about: About) -> Iterator[tuple[str, str]]:
    yield "export_id", about.export_id
    yield "office_id", about.office_id
    yield "schema_version", str(about.schema_version)
    yield "program", about.program


def _manifest(sheets: list[Sheet]) -> Sheet:
    columns = (
        Column("sheet"),
        Column("rows", Form.WHOLE),
        Column("columns", Form.WHOLE),
        Column("sha256", Form.TEXT),
    )
    rows = tuple((s.name, len(s.rows), len(s.columns), digest(s)) for s in sheets)
    return Sheet("Manifest", text("workbook.caption.Manifest"), columns, rows)
