"""Gifts planned, carried, given, received, declined, returned, and what became of them (DOMAIN 3.4).

Whether a statement is due, and when, is worked out by the rules the office switched on (``deadlines.py``).
"""

from collections.abc import Mapping
from datetime import date
from typing import Unpack
from uuid import UUID

from liaison_app.domain.errors import Refusal
from liaison_app.services.editing import (
    Done,
    Writing,
    add_in,
    change_in,
    living_row,
    ref_in,
    writing,
)
from liaison_app.services.exchange_facts import GiftFacts
from liaison_app.services.happened import happened_on
from liaison_app.services.office import Office
from liaison_app.services.reading import AnyRow
from liaison_app.store.tables.gifts import gift

_BEFORE = {
    "carried": ("planned",),
    "given": ("planned", "carried"),
    "declined": ("planned", "carried", "given", "received"),
    "returned": ("given", "received"),
}
"""From which statuses a gift comes into each."""


def plan(office: Office, title: str, **facts: Unpack[GiftFacts]) -> Done:
    """Plan a gift that we will give."""
    return _enter(office, "gift.plan", title, facts, {"direction": "given", "status": "planned"})


def receive(office: Office, title: str, on: date | None = None, **facts: Unpack[GiftFacts]) -> Done:
    """Enter a gift that was given to us, on its day (today if not given)."""
    said: dict[str, object] = {"direction": "received", "status": "received", "given_on": on}
    return _enter(office, "gift.receive", title, facts, said)


def change(
    office: Office, gift_id: UUID, *, title: str | None = None, **facts: Unpack[GiftFacts]
) -> Done:
    """Change what is written down of a gift."""
    given: dict[str, object] = {**facts} if title is None else {"title": title, **facts}
    with writing(office, "gift.change", gift_id) as write:
        row = living_row(write, gift, gift_id)
        _refuse_bare_sums({**row._mapping, **given})
        change_in(write, gift, gift_id, given)
    return Done(gift_id, row.ref or "", write.records.step)


def carry(office: Office, gift_id: UUID, trip_id: UUID | None = None) -> Done:
    """Say that a planned gift is packed, for a trip where one is named."""
    more: dict[str, object] = {} if trip_id is None else {"trip_id": trip_id}
    return _move(office, "gift.carry", gift_id, "carried", more)


def give(
    office: Office,
    gift_id: UUID,
    on: date | None = None,
    *,
    engagement_id: UUID | None = None,
    circumstances: str | None = None,
) -> Done:
    """Say that our gift was given, on a day (today if not given), at an engagement where one is named."""
    more = {"engagement_id": engagement_id, "circumstances": circumstances}
    given = {name: value for name, value in more.items() if value is not None}
    return _move(office, "gift.give", gift_id, "given", given, on, dated=True)


def decline(office: Office, gift_id: UUID, circumstances: str | None = None) -> Done:
    """Say that a gift was not taken: ours by them, or theirs by us."""
    more: dict[str, object] = {} if circumstances is None else {"circumstances": circumstances}
    return _move(office, "gift.decline", gift_id, "declined", more)


def give_back(office: Office, gift_id: UUID, circumstances: str | None = None) -> Done:
    """Say that a gift went back to whoever gave it."""
    more: dict[str, object] = {} if circumstances is None else {"circumstances": circumstances}
    return _move(office, "gift.return", gift_id, "returned", more)


def dispose(
    office: Office,
    gift_id: UUID,
    disposition: str,
    on: date | None = None,
    location: str | None = None,
) -> Done:
    """Say what became of a gift that we received: in use, displayed, stored, transferred…"""
    with writing(office, "gift.dispose", gift_id) as write:
        row = _ours(write, gift_id)
        given: dict[str, object] = {"disposition": disposition}
        given["disposed_on"] = happened_on(write, on, row.given_on)
        if location is not None:
            given["location"] = location
        change_in(write, gift, gift_id, given)
    return Done(gift_id, row.ref or "", write.records.step)


def file_statement(
    office: Office, gift_id: UUID, reference: str | None = None, on: date | None = None
) -> Done:
    """Say that the statement about a gift received was filed, when, and under which reference."""
    with writing(office, "gift.file", gift_id) as write:
        row = _ours(write, gift_id)
        day = happened_on(write, on, row.given_on)
        cells = {"statement_filed_on": day, "statement_reference": reference}
        change_in(write, gift, gift_id, cells)
    return Done(gift_id, row.ref or "", write.records.step)


def _enter(
    office: Office, verb: str, title: str, facts: GiftFacts, said: dict[str, object]
) -> Done:
    with writing(office, verb) as write:
        if said["status"] == "received":
            on = said["given_on"]
            said["given_on"] = happened_on(write, on if isinstance(on, date) else None)
        _refuse_bare_sums({**facts})
        made = add_in(write, gift, {"title": title, **facts, **said})
        write.records.subject = made
        ref = ref_in(write, gift, made)
    return Done(made, ref, write.records.step)


def _move(
    office: Office,
    verb: str,
    gift_id: UUID,
    status: str,
    more: Mapping[str, object],
    on: date | None = None,
    *,
    dated: bool = False,
) -> Done:
    with writing(office, verb, gift_id) as write:
        row = living_row(write, gift, gift_id)
        if status in ("carried", "given") and row.direction != "given":
            raise Refusal("gift.not_ours_to_give", ref=row.ref)
        if row.status not in _BEFORE[status]:
            raise Refusal("gift.not_so", ref=row.ref, status=row.status, wanted=status)
        cells: dict[str, object] = {"status": status, **more}
        if dated:
            cells["given_on"] = happened_on(write, on)
        change_in(write, gift, gift_id, cells)
    return Done(gift_id, row.ref or "", write.records.step)


def _ours(write: Writing, gift_id: UUID) -> AnyRow:
    """A gift that was given to us: only of those a statement is made, and only those are kept."""
    row = living_row(write, gift, gift_id)
    if row.direction != "received":
        raise Refusal("gift.not_received", ref=row.ref)
    return row


def _refuse_bare_sums(given: dict[str, object]) -> None:
    for which in ("value", "reported"):
        amount = given.get(f"{which}_amount")
        if amount is not None and not given.get(f"{which}_currency"):
            raise Refusal("money.no_currency", amount=amount)
