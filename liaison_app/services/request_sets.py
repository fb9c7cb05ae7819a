"""Request sets: what is gathered for a records request, and a log of what of it is withheld and why.

A set is a search under a name. Its records are those that the search finds when it is asked: what is
added until the set is closed is not missed. Withholding is a step with its reason, and undone as one.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.domain.search_language import parse
from liaison_app.services import history
from liaison_app.services.attachments import attached_to
from liaison_app.services.editing import living_row, writing
from liaison_app.services.office import Office
from liaison_app.services.outgoing.leaving import Leaving, write_out
from liaison_app.services.outgoing.targets import refuse_target
from liaison_app.services.pages.fields import fields_of
from liaison_app.services.reading import TABLES, all_standing_for, looking
from liaison_app.services.saved_searches import saved_texts
from liaison_app.services.searching import search
from liaison_app.store.tables.rules import request_set, withholding

_MOST = 100_000


@dataclass(frozen=True)
class RequestSet:
    """One set: what is asked, by whom, when and until when."""

    id: UUID
    name: str
    query: str
    asked_by: str | None
    asked_on: date | None
    due_on: date | None
    closed_on: date | None


@dataclass(frozen=True)
class InSet:
    """A record of a set; ``withheld``: the reason, None where it is given."""

    kind: Kind
    id: UUID
    ref: str
    title: str
    withheld: str | None


@dataclass(frozen=True)
class Handed:
    """A set that was written: where, its SHA-256, how many records it gives and withholds."""

    path: Path
    sha256: str
    given: int
    withheld: int


def create(
    office: Office,
    name: str,
    query: str,
    asked_by: str | None = None,
    asked_on: date | None = None,
    due_on: date | None = None,
) -> UUID:
    """Gather a set from a search. Refused without a name, a search that is understood whole, or where
    a set of that name is there."""
    called = " ".join(name.split())
    if not called:
        raise Refusal("set.no_name")
    with writing(office, "set.create") as write:
        if parse(query, saved_texts(write.look)).is_empty:
            raise Refusal("saved.empty")
        same = select(request_set.c.id).where(~request_set.c.deleted, request_set.c.name == called)
        if write.records.connection.scalar(same) is not None:
            raise Refusal("set.taken", name=called)
        days = {"asked_on": asked_on or write.today, "due_on": due_on}
        made = write.records.add(request_set, name=called, query=query, asked_by=asked_by, **days)
        write.records.subject = made
    return made


def close(office: Office, set_id: UUID) -> None:
    """Say that a request was answered."""
    with writing(office, "set.close", set_id) as write:
        living_row(write, request_set, set_id)
        write.records.change(request_set, set_id, closed_on=write.today)


def request_sets(office: Office) -> list[RequestSet]:
    """All sets: open ones first, then by when they were asked for."""
    s = request_set.c
    with looking(office) as look:
        rows = look.all(
            select(request_set)
            .where(~s.deleted)
            .order_by(s.closed_on.is_not(None), s.asked_on, s.n)
        )
    return [
        RequestSet(r.id, r.name, r.query, r.asked_by, r.asked_on, r.due_on, r.closed_on)
        for r in rows
    ]


def by_name(office: Office, name: str) -> RequestSet:
    """The set of this name; refused with the names there are."""
    found = request_sets(office)
    called = " ".join(name.split())
    for one in found:
        if one.name == called:
            return one
    raise Refusal("set.unknown", name=name, choices=", ".join(f"“{s.name}”" for s in found) or "—")


def records_of(office: Office, set_id: UUID) -> list[InSet]:
    """The records of a set as its search finds them now, the withheld ones with their reason.

    What was withheld stays in the set, though the search may not find it any more.
    """
    with looking(office) as look:
        row = look.one(select(request_set).where(request_set.c.id == set_id))
        if row is None or row.deleted:
            raise Refusal("record.gone")
        w = withholding.c
        chosen = select(withholding).where(~w.deleted, w.request_set_id == set_id)
        kept = {one.about_id: one for one in look.all(chosen)}
    found = [
        InSet(one.kind, one.id, one.ref, one.title, kept[one.id].reason if one.id in kept else None)
        for one in search(office, row.query, _MOST)
    ]
    missing = kept.keys() - {one.id for one in found}
    with looking(office) as look:
        for about in sorted(missing, key=str):
            table = TABLES[kept[about].about_kind]
            one = look.one(select(table).where(table.c.id == about))
            kind = Kind(kept[about].about_kind)
            ref = one.ref if one is not None else ""
            found.append(InSet(kind, about, ref or "", "", kept[about].reason))
    return found


def withhold(office: Office, set_id: UUID, record_id: UUID, reason: str) -> str | None:
    """Withhold a record of a set, with the reason that its log gives; returns the step. Said again,
    the reason is changed. Refused without one, and for what isn't in the set."""
    if not reason.strip():
        raise Refusal("set.no_reason")
    inside = {one.id: one for one in records_of(office, set_id)}
    if record_id not in inside:
        raise Refusal("set.not_in_it")
    w = withholding.c
    with writing(office, "set.withhold", record_id) as write:
        about = {"about_kind": inside[record_id].kind.value, "about_id": record_id}
        same = select(w.id).where(~w.deleted, w.request_set_id == set_id, w.about_id == record_id)
        known = write.records.connection.scalar(same)
        if known is None:
            write.records.add(withholding, request_set_id=set_id, reason=reason.strip(), **about)
        else:
            write.records.change(withholding, known, reason=reason.strip())
    return write.records.step


def give(office: Office, set_id: UUID, record_id: UUID) -> str | None:
    """Withhold a record no longer; returns the step."""
    w = withholding.c
    with writing(office, "set.give", record_id) as write:
        same = select(w.id).where(~w.deleted, w.request_set_id == set_id, w.about_id == record_id)
        for one in write.records.connection.scalars(same).all():
            write.records.remove(withholding, one)
    return write.records.step


def write_set(office: Office, set_id: UUID, path: Path, as_of: datetime) -> Handed:
    """Write a set as JSON, whole or not at all, and enter it in the export ledger: its records with
    fields, history and files (named, with their SHA-256), and the log of what is withheld, of which
    only reference, kind and reason are told."""
    refuse_target(office, path)
    one = next((s for s in request_sets(office) if s.id == set_id), None)
    if one is None:
        raise Refusal("record.gone")
    records = records_of(office, set_id)
    given = [record for record in records if record.withheld is None]
    held = [record for record in records if record.withheld is not None]
    whole = {
        "set": {name: value for name, value in asdict(one).items() if name != "id"},
        "as_of": as_of,
        "records": [_document(office, record) for record in given],
        "withheld": [
            {"ref": record.ref, "kind": record.kind.value, "reason": record.withheld}
            for record in held
        ],
    }
    data = (json.dumps(whole, ensure_ascii=False, indent=2, default=_plain) + "\n").encode()
    counts = {"records": len(given), "withheld": len(held)}
    leaving = Leaving("request_set", set_id, filter=one.query, counts=counts)
    digest = write_out(office, path, data, leaving)
    return Handed(path, digest, len(given), len(held))


def _document(office: Office, record: InSet) -> dict[str, Any]:
    table = TABLES[record.kind]
    with looking(office) as look:
        row = look.one(select(table).where(table.c.id == record.id))
        fields = fields_of(table, row) if row is not None else {}
        files = attached_to(look, record.kind, all_standing_for(table, [record.id]))
    steps = history.of_record(office, record.id, _MOST)
    return {
        "ref": record.ref,
        "kind": record.kind.value,
        "title": record.title,
        "fields": {name: value for name, value in fields.items() if value not in (None, "")},
        "attachments": [{"name": f.name, "size": f.size, "sha256": f.sha256} for f in files],
        "history": [{"step": s.ref, "made_at": s.made_at, "done": s.done} for s in reversed(steps)],
    }


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    label = getattr(value, "label", None)
    return label() if callable(label) else str(value)
