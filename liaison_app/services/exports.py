"""Exports: the workbook of an office for an audience, written whole and entered in the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from liaison_app import __version__
from liaison_app.documents.workbook.sheet import About, Book, Paper
from liaison_app.domain.audience import Audience
from liaison_app.domain.ids import named_id
from liaison_app.services.office import Office, setting_in
from liaison_app.services.outgoing.laying_out import lay_out
from liaison_app.services.outgoing.leaving import Leaving, write_out
from liaison_app.services.outgoing.marking import marking_of, said_audience
from liaison_app.services.outgoing.records import Period, Records
from liaison_app.services.outgoing.sheets import record_sheets
from liaison_app.services.outgoing.targets import refuse_target
from liaison_app.services.outgoing.zones import zone_called
from liaison_app.services.redaction import Released
from liaison_app.services.releasing import released_to
from liaison_app.store.tables.every import SCHEMA
from liaison_app.store.tables.people import person
from liaison_app.system.messages import text
from liaison_app.system.worker.job import Do, here


@dataclass(frozen=True)
class Export:
    """A workbook that was written. ``rows`` by sheet; ``rows_left_out`` by table and
    ``cells_left_out`` by column are for our own side only, never for the audience."""

    path: Path
    sha256: str
    size: int
    rows: Mapping[str, int]
    rows_left_out: Mapping[str, int]
    cells_left_out: Mapping[str, int]


def export_workbook(
    office: Office,
    path: Path,
    audience: Audience,
    period: Period,
    as_of: datetime,
    do: Do = here,
) -> Export:
    """Write the workbook of an office, as ``audience`` may see it, to ``path``; ``do`` makes it.

    The file appears whole or not at all, entered in the export ledger. Refuses a
    target that is a folder or can't be written before anything is read.
    """
    refuse_target(office, path)
    with office.read() as connection:
        released = released_to(connection, audience)
        book = _book(office, released, period, as_of)
    data = do(lay_out, book)
    rows = {sheet.name: len(sheet.rows) for sheet in book.sheets if sheet.rows}
    leaving = Leaving("workbook", None, audience, _period_code(period), rows)
    digest = write_out(office, path, data, leaving)
    return Export(path, digest, len(data), rows, released.rows_left_out, released.cells_left_out)


def _book(office: Office, released: Released, period: Period, as_of: datetime) -> Book:
    def setting(key: str, default: str) -> str:
        return setting_in(released.connection, key) or default

    zone = zone_called(setting("zone", "UTC"), ZoneInfo("UTC")).key
    records = Records(released, as_of.astimezone(ZoneInfo(zone)).date(), period)
    sheets, code_lists = record_sheets(records)
    paper: Paper = "a4" if setting("paper", "letter") == "a4" else "letter"
    office_id = setting("organization", "")
    audience = released.audience
    about = About(
        office=setting("name", office.path.stem),
        officer=_officer(office, released),
        audience=said_audience(released),
        period=_period_words(period),
        as_of=as_of,
        zone=zone,
        export_id=str(
            named_id(
                "export",
                f"{office_id}/{as_of.isoformat()}/{audience.reader}/{audience.party}/"
                f"{_period_code(period)}",
            )
        ),
        office_id=office_id,
        schema_version=SCHEMA,
        program=f"Liaison {__version__}",
    )
    return Book(marking_of(released), paper, about, sheets, code_lists)


def _officer(office: Office, released: Released) -> str:
    who = released.get(person, [office.store.node.officer])
    return next((row.full_name for row in who.values()), "")


def _period_code(period: Period) -> str:
    return f"{period.first or ''}/{period.last or ''}" if not period.is_open else ""


def _period_words(period: Period) -> str:
    if period.is_open:
        return text("workbook.period.all")
    if period.first is None:
        return text("workbook.period.until", last=period.last)
    if period.last is None:
        return text("workbook.period.since", first=period.first)
    return text("workbook.period.between", first=period.first, last=period.last)
