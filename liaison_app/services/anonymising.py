"""Anonymising a person: what would go is shown first, then all of it is erased as one step, for good.

What made them known goes: names, ways to reach them, biography, notes, private facts, languages,
offices, files, notes of links, titles at meetings, and their names wherever others' records say them.
The record stays as "Person P-0412 (anonymised)", with its meetings, sides and roles: counts don't
change. Nothing of it comes back, by undo or by a late parcel.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Table, or_, select

from liaison_app.domain.errors import Refusal
from liaison_app.services.editing import Done
from liaison_app.services.erasing_in_backups import Dealt, Reach, in_each, in_reach
from liaison_app.services.office import Office
from liaison_app.services.pages.fields import record_of
from liaison_app.services.reading import AnyRow, Looking, all_standing_for, looking
from liaison_app.store import blobs, traces
from liaison_app.store.erase import Cell, erase, every_cell
from liaison_app.store.held import holder
from liaison_app.store.mentions import mentions, without
from liaison_app.store.tables.declare import metadata
from liaison_app.store.tables.house import export_ledger
from liaison_app.store.tables.meetings import participation
from liaison_app.store.tables.papers import attachment
from liaison_app.store.tables.people import (
    person,
    person_language,
    person_link,
    person_private,
    tenure,
)
from liaison_app.system import messages

_AT_MEETINGS = ("title_as_of", "unnamed", "seat", "note")
_OF_TENURES = (
    "office_id",
    "start_on",
    "end_on",
    "standing",
    "term_ends_on",
    "next_election_on",
    "seniority_on",
    "source",
    "verified_on",
)


@dataclass(frozen=True)
class WouldGo:
    """What anonymising a person would erase, without the words themselves.

    ``facts``: columns of theirs that are filled; ``counts``: rows by what they are (tenure, attachment,
    participation…, ``mention`` for cells of other records that name them); ``held``: records whose
    legal hold stands in the way; ``exports``: files that left about them; ``backups``: copies that
    still say it all. Files that left and backups are not touched by it.
    """

    ref: str
    facts: tuple[str, ...]
    counts: dict[str, int]
    held: tuple[str, ...]
    exports: tuple[str, ...]
    backups: Reach


@dataclass(frozen=True)
class _Plan:
    """The cells of the person's own rows, and those of other records beside them."""

    row: AnyRow
    names: frozenset[str]
    own: tuple[Cell, ...]
    beside: tuple[Cell, ...]
    counts: dict[str, int]
    held: tuple[str, ...]


def preview(office: Office, person_id: UUID, folders: tuple[Path, ...] = ()) -> WouldGo:
    """What would go; ``folders`` are looked through for backups, besides those of the office."""
    with looking(office) as look:
        plan = _plan(look, person_id)
        left = look.connection.scalars(
            select(export_ledger.c.path).where(export_ledger.c.subject_id == plan.row.id)
        ).all()
    cells = plan.row._mapping
    own = [cell.col for cell in every_cell("person", plan.row.id) if cells[cell.col]]
    copied = in_reach(office, folders)
    return WouldGo(plan.row.ref, tuple(own), plan.counts, plan.held, tuple(left), copied)


def anonymise(office: Office, person_id: UUID) -> Done:
    """Erase what makes a person known, as one step that says what without the words.

    Can't be undone. Refused whole where anything of it is under a legal hold, for whoever has the
    office open, and where it was done already.
    """
    with looking(office) as look:
        plan = _plan(look, person_id)
    if plan.row.full_name == _called(plan.row.ref):
        raise Refusal("anonymise.already", ref=plan.row.ref)
    if plan.row.id == office.store.node.officer:
        raise Refusal("anonymise.officer", ref=plan.row.ref)
    return Done(plan.row.id, plan.row.ref, _carry_out(office, plan))


def _carry_out(office: Office, plan: _Plan) -> str | None:
    if plan.held:
        raise Refusal("anonymise.held", ref=plan.row.ref, by=", ".join(plan.held))
    return erase(office.store, plan.row.id, plan.own, plan.beside)


def rewrite_backups(office: Office, person_id: UUID, copied: Iterable[Path]) -> Dealt:
    """Erase in copies of the office what ``anonymise`` erases here, whatever they said of the person,
    and of those merged into them since, at their time."""
    with looking(office) as look:
        same = list(look.connection.scalars(all_standing_for(person, [person_id])))

    def erase_there(copy: Office) -> str | None:
        steps = [_erase_again(copy, one) for one in same]
        return next(filter(None, steps), None)

    return in_each(office, copied, erase_there)


def _erase_again(copy: Office, person_id: UUID) -> str | None:
    """Anonymise whoever had this id then; None where nobody had, or it was done."""
    with looking(copy) as look:
        there = select(person.c.full_name, person.c.ref).where(person.c.id == person_id)
        found = look.one(there)
        if found is None or found.full_name == _called(found.ref):
            return None
        plan = _plan(look, person_id)
    return _carry_out(copy, plan)


def _called(ref: str) -> str:
    return messages.text("person.anonymised", ref=ref)


def _plan(look: Looking, person_id: UUID) -> _Plan:
    row = record_of(look, "person", person_id)
    connection = look.connection
    same = all_standing_for(person, [row.id])
    people = list(connection.scalars(same))
    own = [cell for one in people for cell in _named_anew(look, one)]
    counts: dict[str, int] = {}

    def rows(name: str, chosen: Select[Any]) -> list[UUID]:
        found = list(connection.scalars(chosen))
        counts[name] = len(found)
        return found

    for one in rows("person_private", _of(person_private, same)):
        own += every_cell("person_private", one)
    for one in rows("person_language", _of(person_language, same)):
        own += _gone("person_language", one, ("language", "level"))
    for one in rows("tenure", _of(tenure, same)):
        own += _gone("tenure", one, _OF_TENURES)
    about = select(attachment.c.id).where(
        attachment.c.about_kind == "person", attachment.c.about_id.in_(people)
    )
    for one in rows("attachment", about):
        columns = [cell.col for cell in every_cell("attachment", one)]
        own += _gone("attachment", one, (*columns, "permission"))

    names = traces.names_in(connection, ((c.table, c.row, c.col) for c in own))
    names.discard(_called(row.ref))
    either = or_(person_link.c.person_id.in_(people), person_link.c.other_id.in_(people))
    links = rows("person_link", select(person_link.c.id).where(either))
    beside = [Cell("person_link", one, "note") for one in links]
    for one in rows("participation", _of(participation, same)):
        beside += [Cell("participation", one, col) for col in _AT_MEETINGS]
    known = {(cell.table, cell.row, cell.col) for cell in (*own, *beside)}
    named = [one for one in mentions(connection, names) if one not in known]
    counts["mention"] = len(named)
    beside += [_rewritten(look, one, names, row.ref) for one in named]
    touched = {row.id, *people}
    counts["source_row"] = len(traces.sources(connection, touched, names))
    counts["packet"] = len(list(blobs.packets_saying(connection, touched, names)))

    rows_touched = {(cell.table, cell.row) for cell in (*own, *beside)}
    held = {holder(connection, table, one) for table, one in rows_touched}
    held |= set(traces.held_saying(connection, touched, names))
    return _Plan(
        row=row,
        names=frozenset(names),
        own=tuple(own),
        beside=tuple(beside),
        counts={name: count for name, count in counts.items() if count},
        held=tuple(sorted(ref for ref in held if ref is not None)),
    )


def _named_anew(look: Looking, one: UUID) -> Iterator[Cell]:
    """The cells of a person, the name with what it says from now on."""
    ref = look.connection.scalar(select(person.c.ref).where(person.c.id == one))
    for cell in every_cell("person", one):
        yield (
            Cell("person", one, "full_name", _called(ref or ""))
            if cell.col == "full_name"
            else cell
        )


def _of(table: Table, same: Any) -> Select[Any]:
    return select(table.c.id).where(table.c.person_id.in_(same))


def _gone(table: str, one: UUID, columns: tuple[str, ...]) -> Iterator[Cell]:
    """The cells of a row that is deleted with what it says."""
    yield from (Cell(table, one, column) for column in columns)
    yield Cell(table, one, "deleted", instead=True)


def _rewritten(look: Looking, place: tuple[str, UUID, str], names: set[str], ref: str) -> Cell:
    table = metadata.tables[place[0]]
    shown = look.connection.scalar(select(table.c[place[2]]).where(table.c.id == place[1]))
    return Cell(*place, instead=None if shown is None else without(shown, names, ref))
