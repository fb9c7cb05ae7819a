"""The editor of a trip or visit."""

from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from liaison_app.desktop.records.form import Ask, Asks, RecordForm, Section
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services import trips
from liaison_app.services.editing import Done
from liaison_app.services.office import Office
from liaison_app.services.pages.trip import TripPage
from liaison_app.system.messages import text

SECTIONS = (
    Section(
        text("section.trip"),
        (
            Ask("title", must=True, span=2),
            Ask("status", Asks.CODE, of="trip_status", must=True),
            Ask("start_on", Asks.DAY),
            Ask("end_on", Asks.DAY),
            Ask("direction", Asks.CODE, of="direction"),
            Ask("kind", Asks.CODE, of="trip_kind"),
            Ask("places", span=2),
            Ask("principal_id", Asks.RECORD, of=Kind.PERSON),
            Ask("lead_id", Asks.RECORD, of=Kind.PERSON),
        ),
    ),
    Section(
        text("section.purpose"),
        (
            Ask("purpose", Asks.TEXT, span=3),
            Ask("objectives", Asks.TEXT, span=3),
            Ask("hotel", span=2),
            Ask("emergency_notes", Asks.TEXT, span=3, note=text("note.ours")),
            Ask("notes", Asks.TEXT, span=3, note=text("note.ours")),
        ),
    ),
)


def editor(session: Session, data: TripPage | None) -> RecordForm:
    """The form for a trip, or for a new one."""
    if data is None:
        return RecordForm(session, text("new.trip"), SECTIONS, {}, {})
    names = {"principal_id": data.record.principal, "lead_id": data.record.lead}
    known = {**data.fields, "title": data.record.title}
    return RecordForm(session, data.record.title, SECTIONS, known, names)


def save(
    office: Office, record: UUID | None, given: Mapping[str, object], whole: Mapping[str, object]
) -> Done:
    """Add a trip, or change one."""
    facts = cast("Any", {k: v for k, v in given.items() if k != "title"})
    title = str(given["title"] or "") if "title" in given else None
    if record is None:
        return trips.plan(office, title or "", **{"status": whole["status"], **facts})
    return trips.change(office, record, title=title, **facts)
