"""Entering the rows of a list: engagements with who took part, promises, and contacts."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Table

from liaison_app.domain.order import spread
from liaison_app.interchange.contact_list import LoggedContact
from liaison_app.interchange.meeting_log import LoggedCommitment, LoggedMeeting
from liaison_app.interchange.persons import NamedPerson
from liaison_app.services.imports.comparing import Compared
from liaison_app.services.imports.gathering import Gathered
from liaison_app.services.imports.incoming import Cells, promise_status
from liaison_app.store.tables import meetings, people, places, promises
from liaison_app.system.letters import fold


def typed(table: Table, cells: Cells) -> dict[str, Any]:
    """Cells as the table takes them: ISO texts made days."""
    return {
        name: date.fromisoformat(value) if isinstance(table.c[name].type, Date) else value
        for name, value in cells.items()
    }


def enter_meeting(
    gathered: Gathered, one: Compared, home: UUID, alive_from: date | None, source: str
) -> UUID:
    """A new engagement with organizations, people, topics and promises; returns its id."""
    meeting = one.incoming.entry.open()
    if not isinstance(meeting, LoggedMeeting):
        raise TypeError(f"no meeting: {meeting!r}")
    place = _place(gathered, meeting)
    engagement = gathered.add(
        meetings.engagement,
        **typed(meetings.engagement, one.put),
        jurisdiction_id=place,
        source=source,
    )
    if place is not None:
        gathered.link(meetings.engagement_jurisdiction, engagement, place)
    for name in meeting.parties.organizations:
        organization = gathered.named(places.organization, name, jurisdiction_id=place)
        gathered.link(meetings.engagement_organization, engagement, organization)
    for name in meeting.topics:
        gathered.link(meetings.engagement_topic, engagement, gathered.topic(name))
    _enter_people(gathered, meeting, engagement, home, came=one.put.get("status") == "held")
    enter_promises(gathered, one, engagement, alive_from)
    return engagement


def enter_promises(
    gathered: Gathered, one: Compared, engagement: UUID, alive_from: date | None
) -> None:
    """The promises of a row. Those made before ``alive_from`` (all, if None) aren't reviewed."""
    meeting = one.incoming.entry.open()
    if not isinstance(meeting, LoggedMeeting):
        return
    made_on = meeting.when.last
    alive = alive_from is not None and made_on is not None and made_on >= alive_from
    for promise in one.promises:
        due = promise.due
        gathered.add(
            promises.commitment,
            wording=promise.wording,
            direction=_direction(meeting, promise),
            obligor=promise.owner,
            engagement_id=engagement,
            jurisdiction_id=_place(gathered, meeting),
            made_on=made_on,
            due_on=due.last if due else None,
            due_precision=due.precision.value if due else None,
            status=promise_status(promise),
            status_note=promise.status,
            notes=f"Due: {promise.due_text}" if promise.due_text and due is None else "",
            reviewed=alive,
        )


def enter_contact(gathered: Gathered, one: Compared, source: str) -> UUID:
    """A new person with the offices that the list names; returns the id."""
    person = gathered.add(people.person, **typed(people.person, one.put), source=source)
    add_offices(gathered, one, person)
    return person


def add_offices(gathered: Gathered, one: Compared, person: UUID) -> None:
    """The offices of a contact and the organization that they belong to."""
    contact = one.incoming.entry.open()
    if not isinstance(contact, LoggedContact):
        raise TypeError(f"no contact: {contact!r}")
    place = None
    if contact.jurisdiction or contact.country:
        place = gathered.named(places.jurisdiction, contact.jurisdiction or contact.country)
    organization = None
    if contact.organization:
        organization = gathered.named(
            places.organization,
            contact.organization,
            jurisdiction_id=place,
            address=contact.address,
            website=contact.website,
        )
    for title in contact.titles:
        gathered.appoint(person, title, organization_id=organization, jurisdiction_id=place)
    for language in contact.languages:
        gathered.add(people.person_language, person_id=person, language=language)


def _place(gathered: Gathered, meeting: LoggedMeeting) -> UUID | None:
    if meeting.jurisdiction:
        return gathered.named(places.jurisdiction, meeting.jurisdiction)
    if meeting.country:
        return gathered.named(places.jurisdiction, meeting.country, kind="country")
    return None


def _enter_people(
    gathered: Gathered, meeting: LoggedMeeting, engagement: UUID, home: UUID, *, came: bool
) -> None:
    sides = [("ours", one) for one in meeting.our_people]
    sides += [("theirs", one) for one in meeting.parties.people]
    first = {"ours": True, "theirs": True}
    for key, (side, named) in zip(spread(len(sides)), sides, strict=True):
        title = ", ".join(named.titles)
        gathered.add(
            meetings.participation,
            engagement_id=engagement,
            person_id=_person(gathered, named, side, home, meeting.when.last if came else None),
            unnamed="" if named.name else title,
            title_as_of=title,
            side=side,
            role="principal" if first[side] else "member",
            order_key=key,
            came=came,
        )
        first[side] = False


def _person(
    gathered: Gathered, named: NamedPerson, side: str, home: UUID, seen_on: date | None
) -> UUID | None:
    if not named.name:
        return None
    person = gathered.named(
        people.person,
        named.name,
        honorific=named.honorific,
        post_nominals=named.post_nominals,
        is_ours=side == "ours",
    )
    organization = None
    if named.organization:
        organization = gathered.named(places.organization, named.organization)
    for title in named.titles:
        place = home if side == "ours" and organization is None else None
        gathered.appoint(
            person, title, seen_on, organization_id=organization, jurisdiction_id=place
        )
    return person


def _direction(meeting: LoggedMeeting, promise: LoggedCommitment) -> str:
    """Theirs if its owner is one of them by name; ours otherwise, to be on the safe side."""
    owner = fold(promise.owner)
    theirs = [*meeting.parties.organizations, *(one.name for one in meeting.parties.people)]
    return "they_owe" if owner and owner in map(fold, theirs) else "we_owe"
