"""The editor of an engagement: its day and times are typed by the clock of the place."""

from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from liaison_app.desktop.pages.engagements.times import clock, instant
from liaison_app.desktop.records.form import Ask, Asks, RecordForm, Section
from liaison_app.desktop.session import Session
from liaison_app.domain.dates import PartialDate, Precision
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import engagements
from liaison_app.services.drafts import EngagementDraft
from liaison_app.services.editing import Done
from liaison_app.services.office import Office
from liaison_app.services.pages.engagement import EngagementPage
from liaison_app.services.rows import Named
from liaison_app.system.messages import text

_WHEN = frozenset({"held", "from_time", "to_time", "zone"})

SECTIONS = (
    Section(
        text("section.when"),
        (
            Ask("title", must=True, span=2),
            Ask("status", Asks.CODE, of="engagement_status", must=True),
            Ask("held", Asks.WHEN),
            Ask("from_time", note=text("note.time")),
            Ask("to_time"),
            Ask("zone", note=text("note.zone")),
            Ask("venue", span=2),
            Ask("jurisdiction_id", Asks.RECORD, of=Kind.JURISDICTION),
            Ask("trip_id", Asks.RECORD, of=Kind.TRIP),
            Ask("kind", Asks.CODE, of="engagement_kind"),
            Ask("direction", Asks.CODE, of="direction"),
            Ask("level", Asks.CODE, of="level"),
            Ask("press", Asks.CODE, of="press"),
            Ask("interpreter", Asks.CODE, of="interpreter"),
            Ask("language"),
            Ask("dress"),
        ),
    ),
    Section(
        text("section.purpose"),
        (
            Ask("purpose", Asks.TEXT, span=3),
            Ask("objectives", Asks.TEXT, span=3),
            Ask("background", Asks.TEXT, span=3),
            Ask("logistics", Asks.TEXT, span=3),
            Ask("watch_outs", Asks.TEXT, span=3, note=text("note.ours")),
        ),
    ),
    Section(
        text("section.record"),
        (
            Ask("decisions", Asks.TEXT, span=3),
            Ask("readout", Asks.TEXT, span=3),
            Ask("notes", Asks.TEXT, span=3, note=text("note.ours")),
            Ask("follow_up_on", Asks.DAY, ahead=True),
        ),
    ),
)


def editor(session: Session, data: EngagementPage | None, about: Mapping[str, Named]) -> RecordForm:
    """The form for an engagement, or for a new one about a place or trip."""
    if data is None:
        names = {"jurisdiction_id": about.get("jurisdiction"), "trip_id": about.get("trip")}
        known: dict[str, object] = {"zone": str(session.zone)}
        return RecordForm(session, text("new.engagement"), SECTIONS, known, names)
    record = data.record
    known = {
        **data.fields,
        "title": record.title,
        "from_time": clock(record.start_at, record.zone),
        "to_time": clock(record.end_at, record.zone),
    }
    names = {"jurisdiction_id": record.jurisdiction, "trip_id": record.trip}
    return RecordForm(session, record.title, SECTIONS, known, names)


def save(
    office: Office, record: UUID | None, given: Mapping[str, object], whole: Mapping[str, object]
) -> Done:
    """Add an engagement, or change one."""
    facts: dict[str, Any] = {k: v for k, v in given.items() if k not in _WHEN | {"title"}}
    if _WHEN & given.keys():
        facts |= when_facts(whole)
    title = str(given["title"] or "") if "title" in given else None
    if record is not None:
        return engagements.change(office, record, title=title, **cast("Any", facts))
    facts = {"status": whole["status"], "zone": whole["zone"], **facts}
    facts |= {k: whole[k] for k in ("jurisdiction_id", "trip_id") if whole[k] is not None}
    return engagements.capture(office, EngagementDraft(title or "", facts=cast("Any", facts)))


def when_facts(typed: Mapping[str, object]) -> dict[str, Any]:
    """Day, instants and zone from what was typed; times need a day. Refused: ``time.no_day``."""
    held, zone = typed.get("held"), str(typed.get("zone") or "UTC")
    times = [str(typed.get(name) or "") for name in ("from_time", "to_time")]
    found: dict[str, Any] = {
        "held": held,
        "start_at": None,
        "end_at": None,
        "zone": typed.get("zone"),
    }
    if not any(times):
        return found
    if (
        not isinstance(held, PartialDate)
        or held.precision is not Precision.DAY
        or held.last is None
    ):
        raise Refusal("time.no_day")
    start, end = (instant(held.last, one, zone) if one else None for one in times)
    return found | {"start_at": start, "end_at": end}
