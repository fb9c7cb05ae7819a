"""Entering the sample's agreements and memberships, programmes, money and people assigned."""

import re
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Table

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.order import spread
from liaison_app.services.sample import dates
from liaison_app.services.sample.book import Book, Entry
from liaison_app.services.sample.entering import add_parts
from liaison_app.services.sample.numbering import Numbers
from liaison_app.store.entries import date_of
from liaison_app.store.records import Records
from liaison_app.store.tables import agreements, programmes

_AS_IT_IS = re.compile(r"\d{4}(-\d\d){0,2}")


def enter_agreements(records: Records, book: Book, numbers: Numbers) -> None:
    """Agreements with parties, signatories, reports and the meetings about them; memberships with
    pledges; programmes with their meetings and money; assignments."""
    _enter(records, book, numbers, "agreements", agreements.agreement, signed="signed")
    _enter(records, book, numbers, "memberships", agreements.membership, since="since")
    _enter(records, book, numbers, "programmes", programmes.programme)
    _enter(records, book, numbers, "funding", programmes.funding)
    _enter(records, book, numbers, "assignments", programmes.assignment)
    for key, entry in book.entries["agreements"].items():
        _enter_parts(records, book, book.id("agreement", key), entry)
    for key, entry in book.entries["memberships"].items():
        _enter_pledges(records, book, book.id("membership", key), entry)
    for key, entry in book.entries["programmes"].items():
        for met in entry.get("engagements", ()):
            link = programmes.programme_engagement
            records.link(link, book.id("programme", key), book.id("engagement", met))


def _enter(
    records: Records, book: Book, numbers: Numbers, file: str, table: Table, **partial: str
) -> None:
    """The records of one file, the oldest first, each numbered in the year that it's from."""
    rows = []
    for key, entry in book.entries[file].items():
        row: dict[str, Any] = {**book.row(table, entry), "id": book.id(table.name, key)}
        for name, said in partial.items():
            if said in entry:
                when = _partial(entry[said], book.today)
                row |= {f"{name}_on": when.last, f"{name}_precision": when.precision.value}
        rows.append((date_of(table.name, row), row))
    for on, row in sorted(rows, key=lambda one: one[0]):
        records.add(table, **row, ref=numbers.next(table.name, on))


def _enter_parts(records: Records, book: Book, agreement: UUID, entry: Entry) -> None:
    parties = entry.get("parties", ())
    for order, party in zip(spread(len(parties)), parties, strict=True):
        what, who, side = party.split(":")
        named = {"named": who} if what == "named" else {f"{what}_id": book.id(what, who)}
        records.add(
            agreements.agreement_party, agreement_id=agreement, side=side, order_key=order, **named
        )
    add_parts(records, book, "signatories", entry, agreement_id=agreement)
    add_parts(records, book, "notifications", entry, agreement_id=agreement)
    for language in entry.get("languages", ()):
        records.add(agreements.agreement_language, agreement_id=agreement, language=language)
    for met in entry.get("engagements", ()):
        records.link(agreements.engagement_agreement, book.id("engagement", met), agreement)


def _enter_pledges(records: Records, book: Book, membership: UUID, entry: Entry) -> None:
    pledges = entry.get("pledges", ())
    for order, pledge in zip(spread(len(pledges)), pledges, strict=True):
        row = book.row(agreements.membership_pledge, pledge)
        due = dates.due(pledge["due"], book.today)
        row |= {"due_on": due.last, "due_precision": due.precision.value, "order_key": order}
        records.add(agreements.membership_pledge, membership_id=membership, **row)


def _partial(text: str, today: date) -> PartialDate:
    """A year, month or day as it is, or a day by its offset from today."""
    if _AS_IT_IS.fullmatch(text):
        return PartialDate.from_iso(text)
    return PartialDate.day(dates.moved(text, today))
