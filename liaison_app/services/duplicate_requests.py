"""Which requests may be the same: asked on demand, and while one is entered (DOMAIN 3.1)."""

from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.duplicate_requests import Asked, Candidate, candidates
from liaison_app.domain.errors import Refusal
from liaison_app.services.office import Office
from liaison_app.services.reading import AnyRow, Looking, living, looking, stand_ins
from liaison_app.store.tables.people import person
from liaison_app.store.tables.places import jurisdiction, organization
from liaison_app.store.tables.requests import request
from liaison_app.system.letters import fold

_ASKERS = (("asker_organization_id", organization), ("asker_id", person))


def duplicates(office: Office, request_id: UUID) -> list[Candidate]:
    """The requests that may be the same as this one, each with the reasons, the likeliest first."""
    with looking(office) as look:
        return duplicates_in(look, request_id)


def duplicates_in(look: Looking, request_id: UUID) -> list[Candidate]:
    """Like ``duplicates``, within a look."""
    asked = {one.id: one for one in _all(look)}
    if request_id not in asked:
        raise Refusal("record.gone")
    return candidates(asked.pop(request_id), asked.values())


def _all(look: Looking) -> list[Asked]:
    rows = look.all(select(request).where(living(request)))
    same: dict[UUID, UUID] = {}
    for column, table in (*_ASKERS, ("jurisdiction_id", jurisdiction)):
        named = [one for row in rows if (one := row._mapping[column]) is not None]
        chosen = select(table.c.stands_for).where(table.c.id.in_(named))
        same |= stand_ins(look, table, look.connection.scalars(chosen))
    return [_asked(row, same) for row in rows]


def _asked(row: AnyRow, same: dict[UUID, UUID]) -> Asked:
    named = (row._mapping[column] for column, _ in _ASKERS)
    who = {str(same.get(one, one)) for one in named if one is not None}
    if row.asker:
        who.add(fold(row.asker))
    return Asked(
        id=row.id,
        ref=row.ref or "",
        askers=frozenset(who),
        jurisdiction=same.get(row.jurisdiction_id, row.jurisdiction_id),
        words=frozenset(fold(f"{row.title or ''} {row.purpose or ''}").split()),
        received_on=row.received_on,
        settled=row.duplicate_of_id,
    )
