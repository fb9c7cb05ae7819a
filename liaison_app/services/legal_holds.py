"""Legal holds: a record put under one keeps all that is held on it until the hold is lifted.

While it lasts nothing of the record is erased, purged or anonymised, nor are its files and packets
(``store/held.py``). Both are steps, with the reason kept.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.editing import Done, Writing, living_row, ref_in, writing
from liaison_app.services.office import Office
from liaison_app.services.reading import TABLES, Looking, all_standing_for, looking
from liaison_app.store.tables.rules import hold


@dataclass(frozen=True)
class Hold:
    """A hold of a record: why and since when; of one that was lifted, when and why."""

    reason: str
    put_on: date | None
    lifted_on: date | None = None
    lifted_reason: str | None = None


def put(office: Office, kind: Kind, record_id: UUID, reason: str) -> Done:
    """Put a record under a legal hold. Refused without a reason, or where it is under one."""
    table = TABLES[kind]
    with writing(office, "hold.put", record_id) as write:
        given = _reason(reason)
        row = living_row(write, table, record_id)
        if row.legal_hold:
            raise Refusal("hold.is_held", ref=row.ref)
        write.records.change(table, record_id, legal_hold=True)
        about = {"about_kind": kind.value, "about_id": record_id}
        write.records.add(hold, **about, put_on=write.today, reason=given)
        ref = ref_in(write, table, record_id)
    return Done(record_id, ref, write.records.step)


def lift(office: Office, kind: Kind, record_id: UUID, reason: str) -> Done:
    """Lift the hold of a record. Refused without a reason, or where there is none."""
    table = TABLES[kind]
    with writing(office, "hold.lift", record_id) as write:
        given = _reason(reason)
        row = living_row(write, table, record_id)
        if not row.legal_hold:
            raise Refusal("hold.not_held", ref=row.ref)
        write.records.change(table, record_id, legal_hold=False)
        for one in _standing(write, record_id):
            write.records.change(hold, one, lifted_on=write.today, lifted_reason=given)
        ref = ref_in(write, table, record_id)
    return Done(record_id, ref, write.records.step)


def holds_of(office: Office, kind: Kind, record_id: UUID) -> tuple[Hold, ...]:
    """The holds of a record and of what was merged into it, the latest first, lifted ones too."""
    with looking(office) as look:
        return holds_in(look, kind, record_id)


def holds_in(look: Looking, kind: Kind, record_id: UUID) -> tuple[Hold, ...]:
    """Like ``holds_of``, within a look."""
    same = all_standing_for(TABLES[kind], [record_id])
    chosen = select(hold).where(~hold.c.deleted, hold.c.about_id.in_(same))
    rows = look.all(chosen.order_by(hold.c.put_on.desc(), hold.c.n.desc()))
    return tuple(Hold(r.reason or "", r.put_on, r.lifted_on, r.lifted_reason) for r in rows)


def standing_hold(office: Office, kind: Kind, record_id: UUID) -> Hold | None:
    """The hold that a record is under now, None if it is under none."""
    found = holds_of(office, kind, record_id)
    return next((one for one in found if one.lifted_on is None), None)


def _standing(write: Writing, record_id: UUID) -> list[UUID]:
    chosen = select(hold.c.id).where(
        ~hold.c.deleted, hold.c.about_id == record_id, hold.c.lifted_on.is_(None)
    )
    return list(write.records.connection.scalars(chosen))


def _reason(given: str) -> str:
    if not given.strip():
        raise Refusal("hold.no_reason")
    return given.strip()
