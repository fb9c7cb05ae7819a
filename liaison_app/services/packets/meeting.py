"""A tab: one engagement with its memo, points, protocol, biographies and notes page."""

from uuid import UUID

from liaison_app.documents.packet.content.meeting import (
    Address,
    BioBefore,
    Memo,
    Protocol,
    Step,
    Tab,
)
from liaison_app.documents.packet.content.people import Participant, Person
from liaison_app.domain.tenures import Seat, who_on
from liaison_app.services.outgoing.holdings import as_tenure
from liaison_app.services.outgoing.labels import inline, label, language
from liaison_app.services.packets.brief import Brief
from liaison_app.services.packets.moments import moment, said_day, said_partial
from liaison_app.services.packets.persons import bio, form_of_address, participant
from liaison_app.services.packets.promises import LAST_MEETINGS, Past
from liaison_app.services.packets.talking import talking_points
from liaison_app.services.redaction import Seen
from liaison_app.store.tables.meetings import scenario_step
from liaison_app.store.tables.people import person, tenure
from liaison_app.system.messages import text

_NO_BIOGRAPHY = ("interpreter", "security", "media")
_PRESS = {"open": "OPEN", "closed": "CLOSED"}
_NOT_SEATED = ("call_video", "pull_aside", "site_visit", "reception_meal", "conference_summit", "public_event",
               "correspondence_demarche")  # fmt: skip
"""Where nobody sits face to face across a table."""


class Told:
    """What earlier tabs have told: whose biography, whose forms of address, and which last meetings."""

    def __init__(self) -> None:
        self.people: dict[UUID, str] = {}
        self.addresses: set[UUID] = set()
        self.meetings: dict[tuple[UUID, ...], str] = {}


def tab(brief: Brief, one: Seen, past: Past, told: Told) -> Tab:
    """Everything about one engagement, as of its own day, but for what is ``told`` already."""
    letter = brief.letters[one.id]
    rows = [
        row
        for row in brief.side(one, "theirs")
        if row.person_id is not None and row.role not in _NO_BIOGRAPHY
    ]
    new = [row for row in rows if told.people.setdefault(row.person_id, letter) == letter]
    zone, protocol = brief.zone_of(one), _protocol(brief, one, told)
    return Tab(
        letter=letter,
        title=one.title or "",
        ref=one.ref or "",
        event=label("engagement_kind", one.kind),
        start=moment(one.start_at, zone) if one.start_at else None,
        end=moment(one.end_at, zone) if one.start_at and one.end_at else None,
        when="" if one.start_at else said_partial(one, "held"),
        where=one.venue or "",
        language=_language(one),
        press=said_press(one.press),
        cancelled=one.status == "cancelled",
        memo=_memo(brief, one, past, told, has_protocol=protocol is not None),
        points=talking_points(brief, one),
        protocol=protocol,
        bios=tuple(bio(brief, one, row, past.met_before(row.person_id)) for row in new),
        bios_before=tuple(
            BioBefore(participant(brief, one, row).person, told.people[row.person_id])
            for row in rows
            if row not in new
        ),
    )


def lines(words: str | None) -> tuple[str, ...]:
    """The lines of a text that is a list, without bullets."""
    parts = ((one.strip().lstrip("-•* ").strip()) for one in (words or "").split("\n"))
    return tuple(one for one in parts if one)


def said_press(code: str | None) -> str:
    """Open and closed in capitals, as press guidance writes them."""
    return _PRESS.get(code or "") or label("press", code)


def _memo(brief: Brief, one: Seen, past: Past, told: Told, has_protocol: bool) -> Memo:
    letter = brief.letters[one.id]
    last = tuple(row.id for row in past.meetings[:LAST_MEETINGS])
    told_in = told.meetings.setdefault(last, letter)
    asked = text("fill.requested_by", who=one.requested_by) if one.requested_by else ""
    part = "fill.your_role" if brief.is_principals(one) else "fill.our_role"
    role = text(part, role=one.our_role) if one.our_role else ""
    dress = text("fill.dress", dress=one.dress) if one.dress and not has_protocol else ""
    return Memo(
        purpose="\n".join(filter(None, (one.purpose, asked, role))),
        objectives=lines(one.objectives),
        theirs=_theirs(brief, one),
        ours=tuple(participant(brief, one, row) for row in brief.side(one, "ours")),
        participants_note=_heads_said(brief, one),
        scenario=_scenario(brief, one),
        press=one.press_guidance or "",
        background=one.background or "",
        not_for_disclosure=one.not_for_disclosure or "",
        watch_outs=lines(one.watch_outs),
        promises=past.promises(),
        last_meetings=past.last_meetings() if told_in == letter else (),
        last_meetings_in=told_in if last and told_in != letter else "",
        logistics="\n".join(filter(None, (one.logistics, dress))),
    )


def _theirs(brief: Brief, one: Seen) -> tuple[Participant, ...]:
    """Their side, then third parties, then organizations of which nobody is named."""
    rows = [*brief.side(one, "theirs"), *brief.side(one, "third")]
    bodies = [Participant(Person(body.name or "")) for body in brief.organizations_of(one)]
    return (*(participant(brief, one, row) for row in rows), *bodies)


def _scenario(brief: Brief, one: Seen) -> tuple[Step, ...]:
    rows = brief.released.of(scenario_step, "engagement_id", [one.id])
    rows.sort(key=lambda row: (row.order_key or "~", row.n))
    return tuple(
        Step(row.what or "", row.minutes, row.lead or "", said_press(row.press)) for row in rows
    )


def _heads_said(brief: Brief, one: Seen) -> str:
    """What must be said of who heads the places on that day: vacant, acting, disputed, changing."""
    day, said = brief.day_of(one), []
    heads = brief.head_offices(brief.places_of(one))
    tenures = brief.released.of(tenure, "office_id", [post.id for post in heads])
    names = brief.released.get(person, [row.person_id for row in tenures])
    for post in heads:
        seated = who_on((as_tenure(row) for row in tenures if row.office_id == post.id), day)
        place = brief.places.get(post.jurisdiction_id)
        title = ", ".join(filter(None, (post.title, place.name if place else None)))
        if not seated.by:
            said.append(text("fill.head.vacant", title=title, day=said_day(day)))
        for code, held in ((seated.held.value, seated.by), ("elect", seated.elect)):
            said += [
                text(f"fill.head.{code}", title=title, name=names[each.person_id].full_name)
                for each in held
                if code != Seat.HOLDER
            ]
    return " ".join(said)


def _language(one: Seen) -> str:
    said = [language(one.language)]
    if one.interpreter and one.interpreter != "none":
        mode = inline("interpreter", one.interpreter)
        said.append(text("fill.interpreting", mode=mode))
    return ", ".join(part for part in said if part)


def _protocol(brief: Brief, one: Seen, told: Told) -> Protocol | None:
    """Who sits where, and the forms of address that no earlier tab has given; None without either."""
    theirs = [participant(brief, one, row) for row in brief.side(one, "theirs")]
    ours = [participant(brief, one, row) for row in brief.side(one, "ours")]
    addresses = tuple(_addresses(brief, one, told))
    is_seated = bool(theirs and ours) and one.kind not in _NOT_SEATED
    if not addresses and not is_seated:
        return None
    pairs = max(len(theirs), len(ours)) if is_seated else 0
    return Protocol(
        seating=tuple(
            (
                theirs[at].person.name if at < len(theirs) else "",
                ours[at].person.name if at < len(ours) else "",
            )
            for at in range(pairs)
        ),
        addresses=addresses,
        dress=one.dress or "",
    )


def _addresses(brief: Brief, one: Seen, told: Told) -> list[Address]:
    found = []
    for row in brief.side(one, "theirs"):
        if row.person_id is None or row.person_id in told.addresses:
            continue
        told.addresses.add(row.person_id)
        who = brief.people[row.person_id]
        held = brief.holdings.first(row.person_id, brief.day_of(one))
        forms = [
            form_of_address(who, held, name)
            for name in ("spoken_address", "salutation", "envelope_line")
        ]
        if any(forms):
            found.append(Address(who.full_name or "", *forms))
    # The memo and the biographies give the spoken form already.
    return found if any(one.letter or one.envelope for one in found) else []
