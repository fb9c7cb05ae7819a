"""People as a packet names them, with the office of the meeting's own day."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from liaison_app.documents.packet.content.people import Bio, Participant, Person
from liaison_app.domain.staleness import Age, age
from liaison_app.domain.tenures import Seat
from liaison_app.services.outgoing.holdings import Held
from liaison_app.services.outgoing.labels import inline, label, language
from liaison_app.services.outgoing.participants import title_as_of
from liaison_app.services.packets.brief import Brief
from liaison_app.services.packets.moments import said_day
from liaison_app.services.redaction import Seen
from liaison_app.store.tables.people import person_language
from liaison_app.system.messages import text

_PLAIN_ROLES = (None, "", "member", "principal")


def person_on(brief: Brief, who: UUID, day: date, title: str = "") -> Person:
    """A person as of a day; ``title`` where something better than the tenures is known."""
    row, held = brief.people[who], brief.holdings.first(who, day)
    own_side = bool(row.is_ours)
    return Person(
        name=row.full_name or "",
        native=row.native_name or "",
        lang=row.native_language or "",
        say="" if own_side else row.phonetic or "",
        address_as=form_of_address(row, held, "spoken_address"),
        title=title or (held.title if held is not None else _formerly(brief, who, day)),
        short_title=held.short_title if held is not None and not title else title,
        sort=row.sort_key or "",
    )


def participant(brief: Brief, engagement: Seen, row: Seen) -> Participant:
    """Somebody at the table, as of the meeting's day."""
    day = brief.day_of(engagement)
    noted = title_as_of(row, engagement, brief.holdings, brief.today) or ""
    if row.person_id is None:
        who = Person(name=row.unnamed or text("fill.unnamed"), title=noted)
    else:
        who = person_on(brief, row.person_id, day, noted)
        if brief.people[row.person_id].is_ours:
            # Own staff get name and office only: the principal knows them.
            who = replace(who, address_as="", title=_own_title(brief, row.person_id, day, noted))
    return Participant(
        person=who,
        note=_note(brief, row, who.title),
        principal=row.person_id is not None and row.person_id == brief.principal_id,
    )


def bio(brief: Brief, engagement: Seen, row: Seen, met_before: str) -> Bio:
    """A biography as of the meeting's day. Facts not verified for 90 days count as not verified."""
    day, who = brief.day_of(engagement), brief.people[row.person_id]
    held = brief.holdings.first(row.person_id, day)
    verified: date | None = who.verified_on or (held.tenure.verified_on if held else None)
    fresh = age(verified, brief.today) is Age.FRESH
    stale = text("fill.last_verified", day=said_day(verified)) if verified and not fresh else ""
    return Bio(
        person=participant(brief, engagement, row).person,
        verified_on=verified if fresh else None,
        in_office=_in_office(held, day, brief.today)
        if held
        else _formerly(brief, row.person_id, day),
        career="\n".join(filter(None, (who.biography, who.career))),
        languages=_languages(brief, who),
        talks_about=who.interests or "",
        met_before=met_before,
        source=stale,
    )


def _note(brief: Brief, row: Seen, title: str) -> str:
    """Part played here, where it isn't plain from the title."""
    notes = [] if row.role in _PLAIN_ROLES else [inline("participant_role", row.role)]
    notes = [one for one in notes if one.casefold() not in title.casefold()]
    if row.instead_of_id is not None:
        notes.append(text("fill.instead_of", name=brief.people[row.instead_of_id].full_name))
    if row.person_id is None and row.unnamed:
        notes = [one for one in notes if one != row.unnamed.lower()]
    return ", ".join(notes)


def _own_title(brief: Brief, who: UUID, day: date, noted: str) -> str:
    """Own staff's office without our own house's name behind it, unless another title was noted."""
    held = brief.holdings.first(who, day)
    return held.short_title if held is not None and noted in ("", held.title) else noted


def form_of_address(row: Seen, held: Held | None, name: str) -> str:
    """A person's own form of address, or that of the office, its ``{name}`` filled."""
    own: str | None = getattr(row, name)
    of_office: str | None = getattr(held.office, name) if held is not None else None
    return (own or of_office or "").replace("{name}", row.full_name or "")


def _formerly(brief: Brief, who: UUID, day: date) -> str:
    """The last office of somebody who holds none on that day."""
    for row in brief.holdings.tenures_of(who):
        if row.end_on is not None and row.end_on < day:
            post = brief.holdings.offices[row.office_id]
            return text("fill.formerly", title=post.title or "", until=said_day(row.end_on))
    return ""


def _in_office(held: Held, day: date, today: date) -> str:
    tenure, said = held.tenure, []
    if held.seat is Seat.ELECT:
        said.append(
            text("fill.takes_office", day=said_day(tenure.start_on))
            if tenure.start_on
            else text("fill.elected_not_in_office")
        )
    elif tenure.start_on is not None and tenure.start_on > today:
        said.append(text("fill.takes_office", day=said_day(tenure.start_on)))
    elif tenure.start_on is not None:
        said.append(text(f"fill.since.{held.seat.value}", day=said_day(tenure.start_on)))
    if held.office.how_filled:
        said.append(label("how_filled", held.office.how_filled) + ".")
    if tenure.term_ends_on is not None:
        ended = tenure.term_ends_on < day
        code = "fill.term_ended" if ended else "fill.term_ends"
        said.append(text(code, day=said_day(tenure.term_ends_on)))
    return " ".join(said)


def _languages(brief: Brief, who: Seen) -> str:
    rows = brief.released.of(person_language, "person_id", [who.id])
    spoken = [
        " ".join(filter(None, (language(row.language), f"({inline('language_level', row.level)})")))
        for row in rows
    ]
    said = ["; ".join(spoken)] if spoken else []
    if who.english_level and "en" not in {row.language for row in rows}:
        said.append(text("fill.english", level=inline("language_level", who.english_level)))
    if who.needs_interpreter:
        said.append(text("fill.needs_interpreter"))
    return ". ".join(said)
