"""How a sheet prints: marked on every page, wide sheets over several pages, headings on each."""

import math
from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from liaison_app.documents.workbook.sheet import Book, Form, Sheet
from liaison_app.documents.workbook.text import safe

_PAPER_CODES = {"letter": 1, "a4": 9}
_MOST_MARKING = 100
"""A printed header holds 255 characters with its codes; A1 always has the marking whole."""


_PAGE_CHARACTERS = 205
"""Characters across a landscape page at the smallest scale that people read, about 7 points."""


def set_up_print(
    ws: Worksheet, sheet: Sheet, book: Book, head_row: int, widths: Sequence[float]
) -> None:
    """Landscape, fitted to as few pages across as stay legible, headings and the first column
    repeated, marking top and bottom. Leading columns of identities stay off the paper."""
    ws.page_setup.orientation = "landscape"
    ws.page_setup.paperSize = _PAPER_CODES[book.paper]
    first, last = _first_printed(sheet), len(sheet.columns)
    across = math.ceil(sum(widths[first - 1 :]) / _PAGE_CHARACTERS)
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = across, 0
    ws.page_setup.pageOrder = "overThenDown"
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    ws.print_title_rows = f"{head_row}:{head_row}"
    if across > 1:
        ws.print_title_cols = f"{get_column_letter(first)}:{get_column_letter(first)}"
    ws.print_area = (
        f"{get_column_letter(first)}{head_row}:"
        f"{get_column_letter(last)}{head_row + len(sheet.rows)}"
    )
    ws.page_margins.top = ws.page_margins.bottom = 0.9
    ws.page_margins.left = ws.page_margins.right = 0.5
    marking = _for_header(book.marking)
    head, foot = HeaderFooterItem(), HeaderFooterItem()
    for part in (head, foot):
        part.center.text = marking
        part.center.font = "Calibri,Bold"
    head.left.text = _for_header(sheet.name)
    foot.left.text = f"as of {book.about.as_of:%Y-%m-%d %H:%M} UTC"
    foot.right.text = "Page &P of &N"
    ws.oddHeader, ws.oddFooter = head, foot


def _first_printed(sheet: Sheet) -> int:
    for at, column in enumerate(sheet.columns, start=1):
        if column.form is not Form.ID:
            return at
    return 1


def _for_header(text: str) -> str:
    line = " ".join(safe(text).split())
    if len(line) > _MOST_MARKING:
        line = line[: _MOST_MARKING - 1] + "…"
    return line.replace("&", "&&")
