"""The sheets of a workbook, in the order of DOMAIN 8.5, and the code lists that explain them."""

from collections.abc import Sequence

from liaison_app.documents.workbook.sheet import Column, Form, Sheet
from liaison_app.domain.codes import LISTS
from liaison_app.services.outgoing import meetings, persons, places, promises
from liaison_app.services.outgoing.fields import Table
from liaison_app.services.outgoing.labels import label
from liaison_app.services.outgoing.records import Records
from liaison_app.services.redaction import Released
from liaison_app.system.messages import text

_ALL = (
    places.jurisdictions,
    places.organizations,
    persons.contacts,
    persons.tenures,
    meetings.trips,
    meetings.engagements,
    meetings.participants,
    promises.commitments,
)


def record_sheets(records: Records) -> tuple[tuple[Sheet, ...], Sheet]:
    """The sheets of records, and the code lists of those that have rows."""
    made = [make(records) for make in _ALL]
    written = [table for table, sheet in made if sheet.rows]
    return tuple(sheet for _, sheet in made), _code_lists(written, records.released)


def _code_lists(tables: Sequence[Table], released: Released) -> Sheet:
    """The lists of the columns shown: others would say what else an office keeps."""
    used = {one.code_list for table in tables for one in table.shown(released)} - {""}
    if any(table.name == "Engagements" for table in tables):
        used.add("priority")
    rows = [
        (name, code, label(name, code)) for name in LISTS if name in used for code in LISTS[name]
    ]
    columns = (Column("list", Form.CODE), Column("code", Form.CODE), Column("label"))
    return Sheet("Code_Lists", text("workbook.caption.Code_Lists"), columns, tuple(rows))
