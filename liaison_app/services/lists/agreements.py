"""The list of agreements: sister cities, memoranda, letters of intent, in force or not."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select

from liaison_app.domain import agreements as rules
from liaison_app.domain.dates import PartialDate
from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.listing import Listing, Sort
from liaison_app.services.lists.narrowing import coded, dated, standing_for
from liaison_app.services.lists.signs_of_life import last_signs, no_sign_between
from liaison_app.services.reading import (
    AnyRow,
    Looking,
    Through,
    batches,
    following,
    named,
    names_of,
    partial_of,
    stand_ins,
)
from liaison_app.services.rows import Named, Row
from liaison_app.store.tables.agreements import agreement, agreement_party, agreement_signatory
from liaison_app.store.tables.people import person
from liaison_app.store.tables.places import jurisdiction


@dataclass(frozen=True)
class AgreementRow(Row):
    """An agreement. ``since``: when it came into force, else when it was signed. ``days_left`` until
    ``expires_on``: negative after it. ``parties`` are those of the other side, in their order."""

    kind: str | None
    status: str
    standing: rules.Standing
    signed: PartialDate | None
    since: date | None
    expires_on: date | None
    days_left: int | None
    auto_renews: bool
    review_on: date | None
    binding_status: str | None
    jurisdiction: Named | None
    parties: tuple[Named | str, ...]
    owner: Named | None
    expiring: bool
    dormant: bool
    last_sign_on: date | None


_A = agreement.c
_PLACE = Through(_A.jurisdiction_id, jurisdiction, "jurisdiction")
_OWNER = Through(_A.owner_id, person, "owner")
_CHOSEN = following(agreement, _PLACE, _OWNER)
_IN_FORCE = _A.status == "in_force"
_SINCE = func.coalesce(_A.effective_on, _A.signed_on)


def _make(look: Looking, rows: Sequence[AnyRow]) -> list[AgreementRow]:
    ids = [row.id for row in rows]
    parties, signs = _parties(look, ids), last_signs(look, ids)
    return [_row(look, row, parties.get(row.id, ()), signs.get(row.id)) for row in rows]


def _row(
    look: Looking, row: AnyRow, parties: Sequence[Named | str], last_sign: date | None
) -> AgreementRow:
    since, until, today = row.effective_on or row.signed_on, row.expires_on, look.today
    return AgreementRow(
        n=row.n,
        id=row.id,
        ref=row.ref or "",
        title=row.title or "",
        native=None,
        kind=row.kind,
        status=row.status,
        standing=rules.standing(row.status, since, until, row.auto_renews, today),
        signed=partial_of(row, "signed"),
        since=since,
        expires_on=until,
        days_left=rules.days_left(until, today),
        auto_renews=row.auto_renews,
        review_on=row.review_on,
        binding_status=row.binding_status,
        jurisdiction=named(row, "jurisdiction"),
        parties=tuple(parties),
        owner=named(row, "owner"),
        expiring=rules.is_expiring(row.status, until, row.auto_renews, row.review_on, today),
        dormant=rules.is_dormant(row.status, since, last_sign, today),
        last_sign_on=last_sign,
    )


def _parties(look: Looking, ids: Iterable[UUID]) -> Mapping[UUID, list[Named | str]]:
    p = agreement_party.c
    whole = stand_ins(look, agreement, ids)
    found: dict[UUID, list[Named | str]] = defaultdict(list)
    chosen = select(p.agreement_id, p.jurisdiction_id, p.organization_id, p.named).where(
        ~p.deleted, p.side.is_distinct_from("ours")
    )
    rows = [
        row
        for some in batches(whole)
        for row in look.all(chosen.where(p.agreement_id.in_(some)).order_by(p.order_key, p.id))
    ]
    places = names_of(look, Kind.JURISDICTION, _ids(rows, "jurisdiction_id"))
    bodies = names_of(look, Kind.ORGANIZATION, _ids(rows, "organization_id"))
    for row in rows:
        who = places.get(row.jurisdiction_id) or bodies.get(row.organization_id) or row.named
        if who:
            found[whole[row.agreement_id]].append(who)
    return found


def _ids(rows: Iterable[AnyRow], name: str) -> list[UUID]:
    return [row._mapping[name] for row in rows if row._mapping[name] is not None]


def _in_place(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    """Agreements filed with a place, or to which it's a party."""
    ids, p = standing_for(look, Kind.JURISDICTION, called), agreement_party.c
    party = select(p.agreement_id).where(~p.deleted, p.jurisdiction_id.in_(ids))
    return or_(_A.jurisdiction_id.in_(ids), _A.id.in_(party))


def _with_person(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    """Agreements that a person signed, reviewed or looks after."""
    ids, s = standing_for(look, Kind.PERSON, called), agreement_signatory.c
    signed = select(s.agreement_id).where(~s.deleted, s.person_id.in_(ids))
    ours = or_(_A.owner_id.in_(ids), _A.legal_review_by_id.in_(ids))
    return or_(ours, _A.id.in_(signed))


def _expiring(look: Looking, _: bool) -> ColumnElement[bool]:
    last = look.today + timedelta(days=rules.ENDING_DAYS)
    ends = and_(_A.expires_on <= last, or_(~_A.auto_renews, _A.expires_on >= look.today))
    return and_(_IN_FORCE, or_(ends, _A.review_on <= last))


def _dormant(look: Looking, _: bool) -> ColumnElement[bool]:
    since = rules.months_before(look.today, rules.DORMANT_MONTHS)
    return and_(
        _IN_FORCE, or_(_SINCE.is_(None), since > _SINCE), no_sign_between(since, look.today)
    )


AGREEMENTS = Listing[AgreementRow](
    kind=Kind.AGREEMENT,
    table=agreement,
    chosen=_CHOSEN,
    make=_make,
    sorts={
        "signed": Sort(_A.signed_on, descending=True),
        "expires": Sort(_A.expires_on),
        "review": Sort(_A.review_on),
        "title": Sort(_A.sort_key),
        "ref": Sort(_A.ref),
        "status": Sort(_A.status),
        "changed": Sort(_A.updated_at, descending=True),
    },
    narrows={
        **dated(agreement),
        "jurisdictions": _in_place,
        "persons": _with_person,
        "statuses": coded(agreement, "status"),
        "of_kinds": coded(agreement, "kind"),
        "open": lambda *_: _A.status.not_in(sorted(rules.ENDED)),
        "closed": lambda *_: _A.status.in_(sorted(rules.ENDED)),
        "expiring": _expiring,
        "dormant": _dormant,
        "mine": lambda look, _: _A.owner_id == look.officer,
    },
)
"""Every agreement that isn't deleted, the latest signed first."""
