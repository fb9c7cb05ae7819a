"""A workbook written: real tables under frozen headings, marked on screen and paper alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.packaging.custom import CustomPropertyList, StringProperty
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from liaison_app.documents.workbook.archive import archive_bytes
from liaison_app.documents.workbook.furniture import all_sheets
from liaison_app.documents.workbook.layout import column_widths, row_height
from liaison_app.documents.workbook.printing import set_up_print
from liaison_app.documents.workbook.sheet import Book, Column, Form, Sheet, Value
from liaison_app.documents.workbook.text import escaped, looks_live, safe
from liaison_app.domain.errors import Refusal
from liaison_app.system.worker.job import Tell, counted, unheard

HEAD_ROW = 3
_MOST_ROWS = 1_048_576 - HEAD_ROW
_FORMATS = {
    Form.DAY: "yyyy-mm-dd",
    Form.INSTANT: "yyyy-mm-dd hh:mm",
    Form.WHOLE: "0",
    # Excel shows TRUE and FALSE whatever the format; others show these words.
    Form.FLAG: '"yes";"yes";"no"',
}
_ALIGNED = {Form.DAY: "left", Form.INSTANT: "left", Form.FLAG: "left", Form.WHOLE: "right"}
_QUIET = "FF595959"


def write(book: Book, tell: Tell = unheard) -> bytes:
    """The XLSX file of a workbook: the same bytes for the same book. ``tell`` counts rows.

    Refuses more rows than a sheet of Excel has (``workbook.too_many_rows``).
    """
    workbook = Workbook()
    del workbook[workbook.sheetnames[0]]
    _describe(workbook, book)
    rows = {}
    sheets = all_sheets(book)
    before, whole = 0, sum(len(sheet.rows) for sheet in sheets)
    for sheet in sheets:
        if len(sheet.rows) > _MOST_ROWS:
            raise Refusal("workbook.too_many_rows", sheet=sheet.name, rows=len(sheet.rows))
        ws = workbook.create_sheet(sheet.name)
        _lay_out(ws, sheet, book)
        rows[sheet.name] = (
            _Pen(ws, sheet, book, _told_from(tell, before, whole)).rows(),
            f"A1:{_last_cell(sheet)}",
        )
        before += len(sheet.rows)
    return archive_bytes(workbook, rows)


def _told_from(tell: Tell, before: int, whole: int) -> Tell:
    """Counts the rows of a sheet after those of the sheets before it."""
    return lambda done, _: tell(before + done, whole)


def _describe(workbook: Workbook, book: Book) -> None:
    about, made = book.about, book.about.as_of.astimezone(UTC).replace(tzinfo=None)
    told = workbook.properties
    told.title = safe(f"{about.office}: {about.period}")
    told.subject = safe(about.audience)
    told.creator = told.lastModifiedBy = safe(about.office)
    told.category = safe(book.marking)
    told.created = told.modified = made.replace(microsecond=0)
    custom: CustomPropertyList[str | None] = vars(workbook)["custom_doc_props"]
    for name, value in (
        ("marking", book.marking),
        ("export_id", about.export_id),
        ("schema_version", str(about.schema_version)),
    ):
        custom.append(StringProperty(name=name, value=safe(value)))


def _lay_out(ws: Worksheet, sheet: Sheet, book: Book) -> None:
    widths = column_widths(sheet)
    for at, width in enumerate(widths, start=1):
        ws.column_dimensions[get_column_letter(at)].width = width
    for at, row in enumerate(sheet.rows, start=HEAD_ROW + 1):
        if (height := row_height(sheet, row, widths)) is not None:
            ws.row_dimensions[at].height = height
    ws.freeze_panes = f"A{HEAD_ROW + 1}"
    ws.sheet_view.showGridLines = False
    ws.add_table(_table(sheet))
    set_up_print(ws, sheet, book, HEAD_ROW, widths)


def _table(sheet: Sheet) -> Table:
    extent = f"A{HEAD_ROW}:{_last_cell(sheet)}"
    table = Table(displayName=sheet.name, ref=extent)
    table.tableColumns = [
        TableColumn(id=at, name=column.name) for at, column in enumerate(sheet.columns, start=1)
    ]
    table.autoFilter = AutoFilter(ref=extent)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    return table


def _last_cell(sheet: Sheet) -> str:
    return f"{get_column_letter(len(sheet.columns))}{HEAD_ROW + len(sheet.rows)}"


@dataclass(frozen=True)
class _Pen:
    """Makes the cells of a sheet, one row at a time; each column has one cell that is used again."""

    ws: Worksheet
    sheet: Sheet
    book: Book
    tell: Tell

    def rows(self) -> Iterator[Iterator[Cell]]:
        """Marking, caption, headings, then the rows."""
        yield iter([self._plain(1, self.book.marking, Font(bold=True, size=12))])
        yield iter([self._plain(2, self.sheet.caption, Font(color=_QUIET))])
        yield self._headings()
        pens = [self._cell(column) for column in self.sheet.columns]
        for number, row in enumerate(counted(self.sheet.rows, self.tell), start=HEAD_ROW + 1):
            yield self._row(pens, number, row)

    def _plain(self, number: int, text: str, font: Font) -> Cell:
        cell = WriteOnlyCell(self.ws)
        cell.font = font
        _put(cell, number, 1, safe(text))
        return cell

    def _headings(self) -> Iterator[Cell]:
        for at, column in enumerate(self.sheet.columns, start=1):
            cell = WriteOnlyCell(self.ws)
            cell.font = Font(bold=True)
            cell.fill = PatternFill("solid", fgColor="FFE6E6E6")
            cell.border = Border(bottom=Side("medium"))
            cell.alignment = Alignment(vertical="center")
            _put(cell, HEAD_ROW, at, column.name)
            yield cell

    def _cell(self, column: Column) -> tuple[Cell, Cell]:
        """A cell in the column's own form, and one for text that somebody might take for a formula."""
        plain, quoted = WriteOnlyCell(self.ws), WriteOnlyCell(self.ws)
        for cell in (plain, quoted):
            cell.number_format = _FORMATS.get(column.form, "@")
            cell.alignment = Alignment(
                horizontal=_ALIGNED.get(column.form),
                # Numbers keep away from the text of the next column.
                indent=1 if column.form is Form.WHOLE else 0,
                vertical="top",
                wrap_text=column.form is not Form.ID,
            )
            if column.form is Form.ID:
                cell.font = Font(size=8, color=_QUIET)
        quoted.number_format = "@"
        quoted.quotePrefix = True
        return plain, quoted

    def _row(
        self, pens: list[tuple[Cell, Cell]], number: int, row: tuple[Value, ...]
    ) -> Iterator[Cell]:
        for at, value in enumerate(row, start=1):
            if value is not None:
                live = isinstance(value, str) and looks_live(value)
                cell = pens[at - 1][live]
                _put(cell, number, at, value)
                yield cell


def _put(cell: Cell, row: int, column: int, value: Value) -> None:
    """Put a value in place. Text stays text, whatever it looks like (formula, error, escape)."""
    cell.row, cell.column = row, column
    if isinstance(value, str):
        cell.value = escaped(value)
        cell.data_type = "s"
    else:
        cell.value = value
