"""The zip file of a workbook: the same bytes for the same content, and nothing beside it on the disk.

openpyxl writes each sheet to a temporary file in the clear and stamps entries with the time of day;
here sheets go straight into the archive in memory, and entries have no time.
"""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.dimensions import SheetDimension
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

Rows = Iterable[Iterable[Cell]]
"""The cells of a sheet, row by row, made when they are asked for."""


class TimelessZip(ZipFile):
    """A zip archive whose entries all carry the same date."""

    def __init__(self, out: BytesIO) -> None:
        super().__init__(out, "w", ZIP_DEFLATED)

    def entry(self, name: str) -> ZipInfo:
        """The description of an entry, without the time of day."""
        info = ZipInfo(name)
        info.compress_type = ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        return info

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: Any,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Add an entry from memory."""
        if isinstance(zinfo_or_arcname, str):
            zinfo_or_arcname = self.entry(zinfo_or_arcname)
        super().writestr(zinfo_or_arcname, data, compress_type, compresslevel)


class SheetWriter(WorksheetWriter):
    """Writes a sheet's cells as they come, into a stream that it is given."""

    def __init__(self, ws: Worksheet, out: Any, rows: Rows, extent: str) -> None:
        self._cells, self._extent = rows, extent
        super().__init__(ws, out)

    def write_dimensions(self) -> None:
        """Say how far the sheet extends; no cells are kept that could be asked."""
        self.xf.send(SheetDimension(self._extent).to_tree())

    @property
    def relations(self) -> Any:
        """What the sheet refers to: its table."""
        return vars(self)["_rels"]

    def rows(self) -> Any:
        """The rows with their numbers."""
        return enumerate(self._cells, start=1)


class ArchiveWriter(ExcelWriter):
    """Writes a workbook whose cells are made while its sheets are written."""

    def __init__(
        self, workbook: Workbook, archive: TimelessZip, rows: Mapping[str, tuple[Rows, str]]
    ) -> None:
        super().__init__(workbook, archive)
        self._timeless, self._rows = archive, rows

    def write_worksheet(self, ws: Any) -> None:
        """Write one sheet straight into the archive."""
        rows, extent = self._rows[ws.title]
        with self._timeless.open(self._timeless.entry(ws.path[1:]), "w") as out:
            writer = SheetWriter(ws, out, rows, extent)
            writer.write()
        # openpyxl finishes the sheet from these two, and has no public name for them
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001 - see above
        ws._rels = writer.relations  # noqa: SLF001 - see above
        self.manifest.append(ws)


def archive_bytes(workbook: Workbook, rows: Mapping[str, tuple[Rows, str]]) -> bytes:
    """The file of a workbook. ``rows`` gives each sheet's cells and extent by its name."""
    out = BytesIO()
    ArchiveWriter(workbook, TimelessZip(out), rows).save()
    return out.getvalue()
