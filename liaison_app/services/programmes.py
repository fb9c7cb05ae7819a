"""Programmes and exchanges: planned, started, finished, and the engagements that belong to them."""

from collections.abc import Iterable
from datetime import date
from typing import Unpack
from uuid import UUID

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.editing import (
    Done,
    add_record,
    change_in,
    change_record,
    living_row,
    ref_in,
    writing,
)
from liaison_app.services.facts_programmes import ProgrammeFacts
from liaison_app.services.office import Office
from liaison_app.store.tables.meetings import engagement
from liaison_app.store.tables.programmes import programme, programme_engagement


def plan(office: Office, title: str, **facts: Unpack[ProgrammeFacts]) -> Done:
    """Enter a programme or exchange that is planned."""
    return add_record(office, Kind.PROGRAMME, {**facts, "title": title}, "programme.plan")


def change(
    office: Office,
    programme_id: UUID,
    *,
    title: str | None = None,
    **facts: Unpack[ProgrammeFacts],
) -> Done:
    """Change a programme, but not its status."""
    given: dict[str, object] = {**facts} if title is None else {"title": title, **facts}
    return change_record(office, Kind.PROGRAMME, programme_id, given)


def start(office: Office, programme_id: UUID, on: date | None = None) -> Done:
    """Say that a programme has begun, on a day (today if not given)."""
    return _moved(office, "start", programme_id, {"planned"}, "running", "start_on", on)


def finish(
    office: Office,
    programme_id: UUID,
    on: date | None = None,
    *,
    result: str | None = None,
    people_sent: int | None = None,
    people_received: int | None = None,
) -> Done:
    """Say that a programme has ended, on a day (today if not given), with what came of it and how
    many people went and came."""
    said = {"result": result, "people_sent": people_sent, "people_received": people_received}
    given = {name: value for name, value in said.items() if value is not None}
    return _moved(office, "finish", programme_id, {"running"}, "finished", "end_on", on, **given)


def cancel(office: Office, programme_id: UUID) -> Done:
    """Say that a programme won't take place, or not to its end."""
    with writing(office, "programme.cancel", programme_id) as write:
        row = living_row(write, programme, programme_id)
        if row.status not in ("planned", "running"):
            raise Refusal("programme.not_now", ref=row.ref, status=row.status)
        write.records.change(programme, programme_id, status="cancelled")
    return Done(programme_id, row.ref or "", write.records.step)


def link_engagement(office: Office, programme_id: UUID, engagement_id: UUID) -> Done:
    """Say that an engagement was part of a programme."""
    with writing(office, "programme.engagement", programme_id) as write:
        living_row(write, programme, programme_id)
        living_row(write, engagement, engagement_id)
        write.records.link(programme_engagement, programme_id, engagement_id)
        ref = ref_in(write, programme, programme_id)
    return Done(programme_id, ref, write.records.step)


def unlink_engagement(office: Office, programme_id: UUID, engagement_id: UUID) -> Done:
    """Take such a link away."""
    with writing(office, "programme.engagement_remove", programme_id) as write:
        living_row(write, programme, programme_id)
        write.records.unlink(programme_engagement, programme_id, engagement_id)
        ref = ref_in(write, programme, programme_id)
    return Done(programme_id, ref, write.records.step)


def _moved(
    office: Office,
    verb: str,
    programme_id: UUID,
    before: Iterable[str],
    status: str,
    day: str,
    on: date | None,
    **given: object,
) -> Done:
    with writing(office, f"programme.{verb}", programme_id) as write:
        row = living_row(write, programme, programme_id)
        if row.status not in before:
            raise Refusal("programme.not_now", ref=row.ref, status=row.status)
        happened = on or write.today
        if happened > write.today:
            raise Refusal("date.in_future", day=happened)
        cells = {**given, "status": status, day: happened}
        change_in(write, programme, programme_id, cells)
    return Done(programme_id, row.ref or "", write.records.step)
