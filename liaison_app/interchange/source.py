"""From the bytes of a file to what it lists, in one call."""

from dataclasses import replace
from datetime import date
from pathlib import PurePath

from liaison_app.domain.errors import Refusal
from liaison_app.interchange.columns import Columns, find_columns
from liaison_app.interchange.contact_list import ContactList, read_contact_list
from liaison_app.interchange.given_map import GivenMap
from liaison_app.interchange.meanings import ListKind
from liaison_app.interchange.meeting_log import MeetingLog, read_meeting_log
from liaison_app.interchange.records import Remark
from liaison_app.interchange.sheets.read import read_sheets
from liaison_app.interchange.sheets.sheet import Sheet
from liaison_app.interchange.taken_as import describe_columns
from liaison_app.system.worker.job import Tell, unheard


def read_source(
    data: bytes,
    name: str,
    *,
    today: date,
    given: GivenMap | None = None,
    tell: Tell = unheard,
) -> MeetingLog | ContactList:
    """Read a meeting log or a contact list from a CSV or XLSX file called ``name``.

    A workbook's first sheet that holds such a list is taken, or the one that ``given`` names; the
    others are named in the remarks. ``tell`` counts its records. Never raises anything but
    ``Refusal``: codes ``sheet.…``, ``columns.…``, ``map.…``.
    """
    given = given or GivenMap()
    stem = PurePath(name).stem
    sheets = read_sheets(data, stem, encoding=given.encoding, delimiter=given.delimiter)
    sheet, columns = _choose(sheets, given)
    remarks = [*describe_columns(sheet, columns), *_left(sheets, sheet)]
    if columns.kind is ListKind.CONTACTS:
        contacts = read_contact_list(sheet, columns, tell)
        return replace(contacts, remarks=(*remarks, *contacts.remarks))
    log = read_meeting_log(sheet, columns, file_name=stem, today=today, given=given, tell=tell)
    return replace(log, remarks=(*remarks, *log.remarks))


def _choose(sheets: tuple[Sheet, ...], given: GivenMap) -> tuple[Sheet, Columns]:
    if given.sheet is not None:
        sheets = tuple(sheet for sheet in sheets if sheet.name == given.sheet)
        if not sheets:
            raise Refusal("map.no_such_sheet", sheet=given.sheet)
    first: Refusal | None = None
    for sheet in sheets:
        try:
            return sheet, find_columns(sheet, given)
        except Refusal as refusal:
            first = first or refusal
    raise first or Refusal("sheet.empty")


def _left(sheets: tuple[Sheet, ...], taken: Sheet) -> list[Remark]:
    others = [
        sheet.name
        for sheet in sheets
        if sheet is not taken and any(not row.is_empty for row in sheet.rows)
    ]
    return [Remark("reading.sheets_left", {"sheets": ", ".join(others)})] if others else []
