"""Rows as lines of text for a terminal: reference, when, what, and what one wants to know."""

from collections.abc import Callable, Iterable
from functools import singledispatch
from typing import Any

from liaison_app.cli import exchange_lines
from liaison_app.cli.agreement_lines import LINES
from liaison_app.cli.joining import join, name, span
from liaison_app.domain.commitments import Standing
from liaison_app.domain.duplicate_requests import Candidate
from liaison_app.domain.outcomes import Totals
from liaison_app.domain.tenures import Seat
from liaison_app.services.attachments import Attached
from liaison_app.services.deadlines import DeadlineRow
from liaison_app.services.exchange_rows import (
    ConsultationRow,
    CoordinationRow,
    GiftRow,
    OutcomeRow,
    RequestRow,
)
from liaison_app.services.outgoing.labels import label
from liaison_app.services.pages.commitment import Evidence, LogLine
from liaison_app.services.pages.engagement import Participant, ScenarioStep, TalkingPoint
from liaison_app.services.pages.exchange import Concern
from liaison_app.services.pages.jurisdiction import Touchpoint
from liaison_app.services.pages.person import Language, Link
from liaison_app.services.pages.post import Term
from liaison_app.services.pages.trip import LegRow, Member
from liaison_app.services.rows import (
    CommitmentRow,
    EngagementRow,
    JurisdictionRow,
    Named,
    OfficeHeld,
    OfficeRow,
    OrganizationRow,
    PersonRow,
    TripRow,
)
from liaison_app.system import messages


@singledispatch
def line(row: object) -> str:
    """One line for a row of a list or a part of a page."""
    return str(row)


@line.register
def _(row: Named) -> str:
    return join(row.ref, name(row.title, row.native))


@line.register
def _(row: JurisdictionRow) -> str:
    owed = row.owed
    counts = [
        (owed.we_owe, messages.text("line.we_owe", count=owed.we_owe, late=owed.overdue)),
        (owed.they_owe, messages.text("line.they_owe", count=owed.they_owe)),
    ]
    said = ", ".join(text for count, text in counts if count)
    return join(row.ref, name(row.title, row.native), label("jurisdiction_kind", row.kind), said)


@line.register
def _(row: OrganizationRow) -> str:
    place = row.jurisdiction.title if row.jurisdiction is not None else ""
    kind = label("organization_kind", row.kind)
    return join(row.ref, name(row.title, row.native), kind, place)


@line.register
def _(row: PersonRow) -> str:
    return join(row.ref, name(row.title, row.native), _held(row.held) if row.held else "")


@line.register
def _(row: OfficeHeld) -> str:
    return join(_held(row), span(row.start_on, row.end_on))


@line.register
def _(row: OfficeRow) -> str:
    place = row.jurisdiction or row.organization
    who = ", ".join(one.title for one in row.holders)
    seat = "" if row.seat is Seat.HOLDER else messages.text(f"seat.{row.seat}")
    return join(row.ref, row.title, place.title if place else "", who, seat)


@line.register
def _(row: Term) -> str:
    seat = "" if row.seat is Seat.HOLDER else messages.text(f"seat.{row.seat}")
    return join(row.person.title, seat, span(row.start_on, row.end_on))


@line.register
def _(row: EngagementRow) -> str:
    place = row.jurisdiction.title if row.jurisdiction is not None else ""
    status = "" if row.status == "held" else label("engagement_status", row.status)
    when = row.when.label() if row.when is not None else messages.text("line.no_date")
    return join(row.ref, when, row.title, place, status)


@line.register
def _(row: CommitmentRow) -> str:
    due = row.due.label() if row.due is not None else messages.text("line.no_date")
    place = row.jurisdiction.title if row.jurisdiction is not None else ""
    return join(
        row.ref, label("commitment_direction", row.direction), row.title, place, due, stands(row)
    )


@line.register
def _(row: TripRow) -> str:
    return join(row.ref, span(row.start_on, row.end_on), row.title, row.places or "")


@line.register
def _(row: LegRow) -> str:
    places = " – ".join(one for one in (row.from_place, row.to_place) if one)
    return join(label("leg_kind", row.kind), row.title or "", places)


@line.register
def _(row: Member) -> str:
    return join(line(row.person), label("participant_role", row.role), row.track or "")


@line.register
def _(row: Participant) -> str:
    side, role = label("side", row.side), label("participant_role", row.role)
    return join(side, row.name, row.title or "", role)


@line.register
def _(row: TalkingPoint) -> str:
    return join(label("point_kind", row.kind), row.text)


@line.register
def _(row: ScenarioStep) -> str:
    minutes = messages.text("line.minutes", count=row.minutes) if row.minutes else ""
    return join(minutes, row.what, row.lead or "")


@line.register
def _(row: LogLine) -> str:
    day = row.noted_on.isoformat() if row.noted_on else ""
    statuses = [label("commitment_status", s) for s in (row.from_status, row.to_status) if s]
    return join(day, " → ".join(statuses), row.by.title if row.by else "", row.note or "")


@line.register
def _(row: Evidence) -> str:
    return join(label("evidence_kind", row.kind), row.reference or "", row.description or "")


@line.register
def _(row: Touchpoint) -> str:
    return join(row.when.label(), row.ref, row.title)


@line.register
def _(row: Language) -> str:
    return join(row.language, label("language_level", row.level))


@line.register
def _(row: Link) -> str:
    return join(label("link_kind", row.kind), line(row.other), row.note or "", row.channel or "")


def _joined(words: Callable[[Any], Iterable[str]]) -> Callable[[Any], str]:
    return lambda row: join(*words(row))


for _shown, _words in (
    (OutcomeRow, exchange_lines.outcome),
    (RequestRow, exchange_lines.request),
    (GiftRow, exchange_lines.gift),
    (CoordinationRow, exchange_lines.coordination),
    (ConsultationRow, exchange_lines.consultation),
    (Concern, exchange_lines.concern),
    (Totals, exchange_lines.totals),
    (DeadlineRow, exchange_lines.deadline),
    (Attached, exchange_lines.attached),
    (Candidate, exchange_lines.candidate),
):
    line.register(_shown, _joined(_words))


def stands(row: CommitmentRow) -> str:
    """How a commitment stands, in words: "9 days late", "awaited since…", its status."""
    number = "one" if row.days_past == 1 else "many"
    if row.standing is Standing.OVERDUE:
        return messages.text(f"line.late_{number}", count=row.days_past)
    if row.standing is Standing.AWAITED:
        return messages.text(f"line.awaited_{number}", count=row.days_past)
    if row.standing is Standing.NOT_REVIEWED:
        return messages.text("line.not_reviewed")
    return label("commitment_status", row.status)


def _held(held: OfficeHeld) -> str:
    place = held.jurisdiction or held.organization
    seat = "" if held.seat is Seat.HOLDER else f" ({messages.text(f'seat.{held.seat}')})"
    return f"{held.title}{seat}" + (f", {place.title}" if place is not None else "")


for _kind, _said in LINES.items():
    line.register(_kind)(_said)
