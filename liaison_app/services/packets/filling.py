"""A packet's content, filled from a brief: its cover, its parts, and what stands on every page."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from liaison_app.documents.packet.content.packet import Packet, PacketKind, Paper
from liaison_app.documents.packet.content.people import Person
from liaison_app.documents.packet.content.record import Clearance, Record, Version
from liaison_app.domain.audience import Reader
from liaison_app.services.outgoing.labels import label
from liaison_app.services.outgoing.marking import marking_of
from liaison_app.services.packets.brief import Brief
from liaison_app.services.packets.contacts import contacts
from liaison_app.services.packets.glance import glance
from liaison_app.services.packets.meeting import Told, tab
from liaison_app.services.packets.moments import moment, said_days, said_partial
from liaison_app.services.packets.persons import person_on
from liaison_app.services.packets.promises import Past
from liaison_app.services.packets.schedule import schedule
from liaison_app.system.messages import text

_NAMES_THE_DRAFTER = (Reader.INTERNAL, Reader.HQ)
"""Names of drafters on papers that leave our own government once exposed a junior officer (DOMAIN 2.2)."""

_LANGUAGES = {"JP": "ja", "KR": "ko", "KP": "ko", "CN": "zh-Hans", "TW": "zh-Hant", "HK": "zh-Hant"}
"""Where one Han character has several shapes, the place says which."""


@dataclass(frozen=True)
class Print:
    """How a packet is printed: kind, paper, version, and what the office says of itself.

    ``earlier``: when the packets before this one were made, the latest first."""

    kind: PacketKind
    paper: Paper
    version: int
    earlier: tuple[datetime, ...]
    office: str
    officer: str


def fill(brief: Brief, how: Print) -> Packet:
    """The packet of a brief, redacted since all of it comes from released records."""
    title, told = brief.subject.title or "", Told()
    pasts = _pasts(brief)
    dates, place = _dates(brief), next(iter(brief.places.values()), None)
    is_place = place is not None and place.name and place.name.casefold() == title.casefold()
    return Packet(
        kind=how.kind,
        paper=how.paper,
        marking=marking_of(brief.released, brief.subject.marking),
        title=title,
        ref=brief.subject.ref or "",
        version=str(how.version),
        as_of=moment(brief.asked.as_of, brief.asked.zone),
        running_title=" · ".join(filter(None, (_short(title), dates))),
        native_title=(place.native_name or "") if is_place and place is not None else "",
        native_lang=_LANGUAGES.get(place.country or "", "") if place is not None else "",
        about=_about(brief),
        for_whom=_for_whom(brief),
        principal=_principal(brief),
        dates=dates,
        places=_places(brief),
        prepared_by=_prepared_by(brief, how),
        return_by=text("fill.return"),
        glance=glance(brief, pasts, title),
        days=schedule(brief),
        contacts=contacts(brief),
        tabs=tuple(
            tab(brief, one, pasts[one.id], told)
            for one in brief.engagements
            if one.id in brief.letters
        ),
        names=_names(brief),
        record=_record(brief, how),
    )


def _pasts(brief: Brief) -> dict[UUID, Past]:
    """What was before each engagement; the promises of a place are told at its first tab, and each
    in full but once."""
    pasts: dict[UUID, Past] = {}
    told: set[UUID] = set()
    promises: dict[UUID, str] = {}
    for one in brief.engagements:
        past = pasts[one.id] = Past(brief, one, frozenset(told), dict(promises))
        if one.id in brief.letters:
            told |= {place.id for place in brief.places_of(one)}
            for promise in past.promised:
                promises.setdefault(promise, brief.letters[one.id])
    return pasts


def _short(title: str) -> str:
    return title if len(title) <= 60 else title[:59].rstrip() + "…"


def _dates(brief: Brief) -> str:
    if brief.trip is not None:
        return said_days(brief.trip.start_on, brief.trip.end_on)
    one = brief.subject
    if one.start_at is not None:
        day = one.start_at.astimezone(brief.zone_of(one)).date()
        return said_days(day, day)
    return said_partial(one, "held")


def _about(brief: Brief) -> str:
    if brief.trip is None:
        return " · ".join(
            filter(None, (brief.subject.ref, label("engagement_kind", brief.subject.kind)))
        )
    said = (label("trip_kind", brief.trip.kind), label("direction", brief.trip.direction))
    return " · ".join(filter(None, (brief.trip.ref, *said)))


def _principal_person(brief: Brief) -> Person | None:
    if brief.principal_id is None:
        return None
    day = brief.subject.start_on if brief.trip is not None else brief.subject.held_on
    return person_on(brief, brief.principal_id, day or brief.today)


def _principal(brief: Brief) -> str:
    who = _principal_person(brief)
    return ", ".join(filter(None, (who.name, who.title))) if who is not None else ""


def _for_whom(brief: Brief) -> str:
    who = _principal_person(brief)
    return (who.address_as or who.name) if who is not None else ""


def _places(brief: Brief) -> str:
    if brief.trip is not None and brief.trip.places:
        return str(brief.trip.places)
    return ", ".join(place.name or "" for place in brief.places.values())


def _prepared_by(brief: Brief, how: Print) -> tuple[str, ...]:
    if brief.released.audience.reader not in _NAMES_THE_DRAFTER:
        return (how.office,)
    return tuple(filter(None, (how.office, how.officer)))


def _names(brief: Brief) -> tuple[Person, ...]:
    """Everybody whose name has another script or must be learned, in order of name."""
    day = brief.subject.start_on if brief.trip is not None else brief.subject.held_on
    rows = sorted(brief.people.values(), key=lambda row: (row.sort_key or "", row.n))
    people = (person_on(brief, row.id, day or brief.today) for row in rows)
    return tuple(one for one in people if one.native or one.say)


def _record(brief: Brief, how: Print) -> Record | None:
    """Who drafted it and which versions there were; not told outside our own government."""
    if brief.released.audience.reader not in _NAMES_THE_DRAFTER:
        return None
    zone, as_of = brief.asked.zone, brief.asked.as_of
    made = [as_of, *how.earlier]
    return Record(
        clearances=(
            Clearance(
                text("fill.drafted"),
                ", ".join(filter(None, (how.officer, how.office))),
                brief.today,
            ),
        ),
        versions=tuple(
            Version(str(how.version - back), moment(at, zone)) for back, at in enumerate(made)
        ),
    )
