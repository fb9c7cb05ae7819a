"""People: who they are, what they speak, and who opens their door."""

from collections.abc import Iterable
from typing import Unpack
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain import codes
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.editing import (
    Done,
    add_in,
    add_record,
    change_in,
    change_record,
    living_row,
    ref_in,
    writing,
)
from liaison_app.services.facts import PersonFacts
from liaison_app.services.jurisdictions import verified_cells
from liaison_app.services.office import Office
from liaison_app.store.tables.people import person, person_language, person_link


def add(office: Office, full_name: str, **facts: Unpack[PersonFacts]) -> Done:
    """Add a person by the name as they write it."""
    return add_record(office, Kind.PERSON, {"full_name": full_name, **facts})


def change(
    office: Office, person_id: UUID, *, full_name: str | None = None, **facts: Unpack[PersonFacts]
) -> Done:
    """Change what is known of a person."""
    given: dict[str, object] = {**facts} if full_name is None else {"full_name": full_name, **facts}
    return change_record(office, Kind.PERSON, person_id, given)


def verify(office: Office, person_id: UUID, source: str | None = None) -> Done:
    """Say that what is known of a person was checked today."""
    with writing(office, "person.verify", person_id) as write:
        change_in(write, person, person_id, verified_cells(write, source))
        ref = ref_in(write, person, person_id)
    return Done(person_id, ref, write.records.step)


def set_languages(
    office: Office, person_id: UUID, languages: Iterable[tuple[str, str | None]]
) -> Done:
    """Say what a person speaks: ISO 639 codes with a level, in place of those before."""
    wanted = dict(languages)
    with writing(office, "person.languages", person_id) as write:
        living_row(write, person, person_id)
        known = select(person_language).where(
            person_language.c.person_id == person_id, ~person_language.c.deleted
        )
        for row in write.look.all(known):
            if row.language in wanted:
                level = _level(wanted.pop(row.language))
                write.records.change(person_language, row.id, level=level)
            else:
                write.records.remove(person_language, row.id)
        for language, level in wanted.items():
            write.records.add(
                person_language, person_id=person_id, language=language, level=_level(level)
            )
        ref = ref_in(write, person, person_id)
    return Done(person_id, ref, write.records.step)


def link(
    office: Office,
    person_id: UUID,
    other_id: UUID,
    kind: str,
    note: str | None = None,
    *,
    channel: str | None = None,
) -> Done:
    """Tie two people: ``other`` is the ``kind`` (scheduler, interpreter…) of the person.

    ``channel`` is the best way to reach ``other``, kept with them, whoever they work for next.
    """
    if person_id == other_id:
        raise Refusal("person.own_link")
    with writing(office, "person.link", person_id) as write:
        living_row(write, person, person_id)
        given = {"person_id": person_id, "other_id": other_id, "kind": kind, "note": note}
        add_in(write, person_link, given)
        if channel is not None:
            change_in(write, person, other_id, {"channel_preferred": channel})
        ref = ref_in(write, person, person_id)
    return Done(person_id, ref, write.records.step)


def unlink(office: Office, link_id: UUID) -> Done:
    """Take such a tie away."""
    with writing(office, "person.unlink") as write:
        row = living_row(write, person_link, link_id)
        write.records.subject = row.person_id
        write.records.remove(person_link, link_id)
        ref = ref_in(write, person, row.person_id)
    return Done(row.person_id, ref, write.records.step)


def _level(level: str | None) -> str | None:
    return None if not level else codes.check("language_level", level)
