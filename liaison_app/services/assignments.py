"""Assignments: somebody detailed, seconded, embedded or exchanged; begun, extended, reported, ended."""

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
    writing,
)
from liaison_app.services.facts_programmes import AssignmentFacts
from liaison_app.services.office import Office
from liaison_app.store.tables.programmes import assignment


def begin(office: Office, title: str, **facts: Unpack[AssignmentFacts]) -> Done:
    """Enter that somebody is assigned: from whom, to whom, from when on (it may be ahead)."""
    return add_record(office, Kind.ASSIGNMENT, {**facts, "title": title}, "assignment.begin")


def change(
    office: Office,
    assignment_id: UUID,
    *,
    title: str | None = None,
    **facts: Unpack[AssignmentFacts],
) -> Done:
    """Change an assignment."""
    given: dict[str, object] = {**facts} if title is None else {"title": title, **facts}
    return change_record(office, Kind.ASSIGNMENT, assignment_id, given)


def extend(office: Office, assignment_id: UUID, until: date) -> Done:
    """Move the last day of an assignment on."""
    with writing(office, "assignment.extend", assignment_id) as write:
        row = living_row(write, assignment, assignment_id)
        if row.end_on is not None and until <= row.end_on:
            raise Refusal("assignment.not_longer", ref=row.ref, until=row.end_on)
        change_in(write, assignment, assignment_id, {"end_on": until})
    return Done(assignment_id, row.ref or "", write.records.step)


def report(
    office: Office, assignment_id: UUID, on: date | None = None, *, result: str | None = None
) -> Done:
    """Say that the report was given, on a day (today if not given), and what came of it."""
    return _said(office, "report", assignment_id, "reported_on", on, result)


def end(
    office: Office, assignment_id: UUID, on: date | None = None, *, result: str | None = None
) -> Done:
    """Say on which day an assignment ended (today if not given), and what came of it."""
    return _said(office, "end", assignment_id, "end_on", on, result)


def _said(
    office: Office, verb: str, assignment_id: UUID, day: str, on: date | None, result: str | None
) -> Done:
    with writing(office, f"assignment.{verb}", assignment_id) as write:
        row = living_row(write, assignment, assignment_id)
        happened = on or write.today
        if happened > write.today:
            raise Refusal("date.in_future", day=happened)
        given: dict[str, object] = {day: happened}
        change_in(
            write,
            assignment,
            assignment_id,
            given if result is None else given | {"result": result},
        )
    return Done(assignment_id, row.ref or "", write.records.step)
