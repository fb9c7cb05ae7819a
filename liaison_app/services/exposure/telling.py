"""Looking into a lost copy, or the backup nearest to it, and telling what it held.

The file is opened to be read alone: it isn't migrated, becomes no copy of this machine, and is as it was
afterwards. What was deleted or merged there is counted too, as whoever opens the file finds it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from liaison_app.domain.errors import Refusal
from liaison_app.services.exposure.held import (
    CopyHeld,
    Exposure,
    FilesHeld,
    KindHeld,
    PacketHeld,
    PeopleHeld,
    PersonNamed,
    ReadableHeld,
)
from liaison_app.services.exposure.naming import Names
from liaison_app.services.exposure.tables import Found
from liaison_app.services.reading import TABLES, AnyRow
from liaison_app.services.what_left import There, there_now
from liaison_app.store import ledger, office_file
from liaison_app.store.key import Key
from liaison_app.store.tables.declare import is_private
from liaison_app.store.tables.house import draft, export_ledger, setting, source_row
from liaison_app.store.tables.journal import change, node, step
from liaison_app.store.tables.papers import attachment, packet, packet_copy
from liaison_app.store.tables.people import person, person_private
from liaison_app.system.machine import machine_id

_UNTOLD = "untold"
"""The machine of entries that older programs made, which don't say it: no machine is called so."""

_PRIVATE = tuple(column for column in person_private.c if is_private(column))


def exposure_of(path: Path, passphrase: str, *, names: bool = False) -> Exposure:
    """What the office or backup at ``path`` holds; with ``names`` also whom it names with what.

    Refused as opening an office is; nothing is written to the file in any case.
    """
    return held_in(path, office_file.key_for(path, passphrase), names=names)


def held_in(path: Path, key: Key, *, names: bool = False) -> Exposure:
    """Like ``exposure_of``, with the key."""
    with office_file.found(path, key) as (connection, schema):
        try:
            return _tell(Found.look(connection), path, schema, names=names)
        except DBAPIError as fault:
            if "no such" in str(fault.orig):  # a table or column that every office has
                raise Refusal("store.damaged") from fault
            raise


def _tell(file: Found, path: Path, schema: int, *, names: bool) -> Exposure:
    settings = {row.key: row.value or "" for row in file.rows(setting, ~setting.c.deleted)}
    called = Names(file)
    last = _last_step(file)
    private = _private(file)
    return Exposure(
        path=str(path),
        bytes=path.stat().st_size,
        format=schema,
        office=settings.get("name", ""),
        home=called.of_text(settings.get("home")),
        marking=settings.get("marking", ""),
        officers=tuple(called.of(one) for one in _officers(file)),
        copies=file.count(node),
        steps=file.count(step),
        changes=file.count(change),
        first_step_at=file.connection.scalar(select(func.min(step.c.made_at))),
        last_step_at=last.made_at if last is not None else None,
        last_step_by=called.of(last.officer) if last is not None else "",
        records=_records(file),
        people=_people(file, private),
        notes=file.notes(),
        in_confidence=_in_confidence(file, called),
        ours_alone=sum(
            file.count(one, one.c.readers == "")
            for one in TABLES.values()
            if file.has(one.c.readers)
        ),
        markings=_markings(file),
        files=_files(file),
        drafts=file.count(draft),
        imported_rows=file.count(source_row),
        held=sum(
            file.count(one, one.c.legal_hold)
            for one in TABLES.values()
            if file.has(one.c.legal_hold)
        ),
        packets=tuple(_packets(file, called)),
        readable=tuple(_readable(file, called)),
        people_named=_people_named(file, private) if names else None,
    )


def _last_step(file: Found) -> AnyRow | None:
    chosen = select(step.c.made_at, step.c.officer).order_by(step.c.n.desc()).limit(1)
    return file.connection.execute(chosen).first()


def _officers(file: Found) -> list[UUID]:
    """Whoever wrote in it, the first first."""
    wrote = select(step.c.officer).where(step.c.officer.is_not(None))
    ordered = wrote.group_by(step.c.officer).order_by(func.min(step.c.n))
    return list(file.connection.scalars(ordered))


def _records(file: Found) -> Mapping[str, KindHeld]:
    held = {}
    for kind, table in TABLES.items():
        if table.name in file.columns:
            deleted = file.count(table, table.c.deleted)
            held[kind] = KindHeld(file.count(table) - deleted, deleted)
    return {kind: one for kind, one in held.items() if one.shown or one.deleted}


def _private(file: Found) -> dict[UUID, tuple[str, ...]]:
    """Which private facts stand about whom."""
    found: dict[UUID, set[str]] = defaultdict(set)
    for row in file.rows(person_private):
        cells = row._mapping
        said = {one.name for one in _PRIVATE if cells.get(one.name)}
        if said and row.person_id is not None:
            found[row.person_id] |= said
    return {one: tuple(sorted(said)) for one, said in found.items()}


def _people(file: Found, private: Mapping[UUID, tuple[str, ...]]) -> PeopleHeld:
    p, a = person.c, attachment.c
    return PeopleHeld(
        all=file.count(person),
        ours=file.count(person, p.is_ours),
        with_email=file.filled(p.email),
        with_phone=file.filled(p.phone),
        with_biography=file.filled(p.biography),
        with_vetting=file.filled(p.vetting),
        with_portrait=file.count(attachment, a.about_kind == "person", a.role == "portrait"),
        with_private_facts=len(private),
        private=Counter(name for said in private.values() for name in said),
    )


def _people_named(file: Found, private: Mapping[UUID, tuple[str, ...]]) -> tuple[PersonNamed, ...]:
    """Those whose ways to be reached or private facts it held; private facts first, then by name."""
    found = [
        PersonNamed(
            ref=row.ref or "",
            name=row.full_name or "",
            native=row.native_name,
            is_ours=row.is_ours,
            email=bool(row.email),
            phone=bool(row.phone),
            private=private.get(row.id, ()),
        )
        for row in file.rows(person)
        if row.email or row.phone or row.id in private
    ]
    return tuple(sorted(found, key=lambda one: (not one.private, one.name.casefold())))


def _in_confidence(file: Found, called: Names) -> Mapping[str, int]:
    counts: Counter[str] = Counter()
    for table in TABLES.values():
        if file.has(table.c.readers):
            for cell, count in file.grouped(
                table.c.readers, table.c.readers.like("%with:%")
            ).items():
                for code in cell.split():
                    kind, _, party = code.partition(":")
                    if kind == "with":
                        counts[called.of_text(party)] += count
    return dict(counts)


def _markings(file: Found) -> Mapping[str, int]:
    counts: Counter[str] = Counter()
    for table in file.tables():
        if "marking" in table.c:
            counts.update(file.grouped(table.c.marking))
    return dict(counts)


def _files(file: Found) -> FilesHeld:
    size, by_role = file.sum(attachment.c.size), file.grouped(attachment.c.role)
    return FilesHeld(file.count(attachment), size, by_role)


def _packets(file: Found, called: Names) -> Iterator[PacketHeld]:
    copies: dict[UUID, list[CopyHeld]] = defaultdict(list)
    for row in file.rows(packet_copy, ~packet_copy.c.deleted):
        holder = called.of(row.person_id) if row.person_id is not None else row.holder or ""
        days = row.handed_on, row.returned_on, row.destroyed_on
        copies[row.packet_id].append(CopyHeld(row.copy_number, holder, *days))
    for row in file.rows(packet, ~packet.c.deleted):
        yield PacketHeld(
            about=called.of(row.trip_id or row.engagement_id),
            version=row.version,
            as_of=row.as_of,
            audience=row.audience or "",
            has_content=row.content_sha256 is not None,
            copies=tuple(sorted(copies[row.id], key=lambda one: one.number or 0)),
        )


def _readable(file: Found, called: Names) -> Iterator[ReadableHeld]:
    """The ledger, the latest first; files are looked at only where this is the machine that it says."""
    here = machine_id()
    for one in reversed(ledger.entries_of(file.rows(export_ledger))):
        party = one.audience.party
        there = there_now(replace(one, machine=one.machine or _UNTOLD), here)
        yield ReadableHeld(
            made_at=one.made_at,
            kind=one.kind,
            audience=called.of(party) if party is not None else one.audience.reader.value,
            path=one.path,
            sha256=one.sha256,
            there=None if one.machine is None and there is There.ELSEWHERE else there,
        )
