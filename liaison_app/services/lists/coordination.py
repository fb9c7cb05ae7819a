"""The list of coordination: whom we told and asked, and what they said."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from liaison_app.domain.kinds import Kind
from liaison_app.services.exchange_rows import CoordinationRow
from liaison_app.services.lists.listing import Listing, Sort
from liaison_app.services.lists.narrowing import at, coded, dated, standing_for
from liaison_app.services.reading import AnyRow, Looking, Through, named
from liaison_app.store.tables.agreements import agreement
from liaison_app.store.tables.coordination import coordination
from liaison_app.store.tables.meetings import engagement, trip
from liaison_app.store.tables.people import person
from liaison_app.store.tables.places import jurisdiction, organization
from liaison_app.store.tables.requests import request

_K = coordination.c
_BODY = Through(_K.organization_id, organization, "organization")
_WHO = Through(_K.person_id, person, "who")
_PLACE = Through(_K.jurisdiction_id, jurisdiction, "jurisdiction")
_OWNER = Through(_K.owner_id, person, "owner")
_ABOUT = (
    Through(_K.engagement_id, engagement, "engagement"),
    Through(_K.trip_id, trip, "trip"),
    Through(_K.agreement_id, agreement, "agreement"),
    Through(_K.request_id, request, "request"),
)
_ABOUT_NAMES = ("engagement", "trip", "agreement", "request")


def _joined() -> Any:
    source: Any = coordination
    for through in (_BODY, _WHO, _PLACE, _OWNER, *_ABOUT):
        source = through.onto(source)
    return source


_CHOSEN = select(
    coordination,
    *(column for one in (_BODY, _WHO, _PLACE, _OWNER, *_ABOUT) for column in one.columns()),
).select_from(_joined())


def _make(look: Looking, rows: Sequence[AnyRow]) -> list[CoordinationRow]:
    return [
        CoordinationRow(
            n=row.n,
            id=row.id,
            ref=row.ref or "",
            title=row.title or "",
            native=None,
            body=row.body,
            action=row.action,
            who=named(row, "organization") or named(row, "who"),
            asked_on=row.asked_on,
            done_on=row.done_on,
            answer_due_on=row.answer_due_on,
            reference=row.reference,
            answer=row.answer,
            is_awaited=_is_unanswered(row)
            and row.answer_due_on is not None
            and row.answer_due_on < look.today,
            jurisdiction=named(row, "jurisdiction"),
            about=next((one for name in _ABOUT_NAMES if (one := named(row, name))), None),
            owner=named(row, "owner"),
        )
        for row in rows
    ]


def _is_unanswered(row: AnyRow) -> bool:
    return row.action == "consulted" and row.done_on is None


_UNANSWERED = and_(_K.action == "consulted", _K.done_on.is_(None))


def _with_person(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    ids = standing_for(look, Kind.PERSON, called)
    return or_(_K.person_id.in_(ids), _K.owner_id.in_(ids))


COORDINATION = Listing[CoordinationRow](
    kind=Kind.COORDINATION,
    table=coordination,
    chosen=_CHOSEN,
    make=_make,
    sorts={
        "when": Sort(_K.found_at, descending=True),
        "due": Sort(_K.answer_due_on),
        "title": Sort(_K.sort_key),
        "ref": Sort(_K.ref),
        "status": Sort(_K.action),
        "changed": Sort(_K.updated_at, descending=True),
    },
    narrows={
        **dated(coordination),
        "jurisdictions": at(_K.jurisdiction_id, Kind.JURISDICTION),
        "persons": _with_person,
        "trips": at(_K.trip_id, Kind.TRIP),
        "statuses": coded(coordination, "action"),
        "of_kinds": coded(coordination, "body"),
        "open": lambda *_: _UNANSWERED,
        "closed": lambda *_: ~_UNANSWERED,
        "awaited": lambda look, _: and_(_UNANSWERED, _K.answer_due_on < look.today),
        "mine": lambda look, _: _K.owner_id == look.officer,
    },
)
"""Every entry that isn't deleted, the latest first. ``status:`` is the action, ``kind:`` the body;
``open``: asked and not answered."""
