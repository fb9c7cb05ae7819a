"""Papers that bear the old name: packets printed for what is to come, agreements still to be signed,
what is typed and not saved, texts of engagements and trips to come."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select

from liaison_app.domain.kinds import Kind
from liaison_app.services.editing import Writing
from liaison_app.services.handing_over.coming import Coming
from liaison_app.services.history import field_label
from liaison_app.services.reading import AnyRow, Looking, living, names_of
from liaison_app.services.rows import Named
from liaison_app.store.tables.agreements import agreement, agreement_signatory
from liaison_app.store.tables.declare import Keep, columns_kept, facts
from liaison_app.store.tables.house import draft
from liaison_app.store.tables.meetings import (
    engagement,
    leg,
    scenario_step,
    talking_point,
    trip,
)
from liaison_app.store.tables.papers import packet, packet_copy
from liaison_app.store.tables.people import person
from liaison_app.store.tables.types import Words

_TO_SIGN = ("draft", "negotiating")
_TEXTS = ((engagement, "id"), (scenario_step, "engagement_id"), (talking_point, "engagement_id"))
_TRIP_TEXTS = ((trip, "id"), (leg, "trip_id"))
_CALLED = ("full_name", "native_name", "spoken_address", "family")


@dataclass(frozen=True)
class OldPacket:
    """The last version of a packet for something to come, and how many of its copies are out."""

    about: Named
    version: int
    as_of: datetime | None
    copies_out: int


@dataclass(frozen=True)
class OldText:
    """A text of something to come that says the old name; ``field`` in words."""

    about: Named
    field: str


@dataclass(frozen=True)
class Papers:
    """What bears the old name. ``agreements``: not signed yet, with the one who leaves as signatory;
    these name the successor from then on. The others are for somebody to print or write anew.
    ``drafts``: pages with something typed and not saved."""

    packets: tuple[OldPacket, ...] = ()
    agreements: tuple[Named, ...] = ()
    drafts: tuple[str, ...] = ()
    texts: tuple[OldText, ...] = ()


def papers_naming(look: Looking, people: Sequence[UUID], coming: Iterable[Coming]) -> Papers:
    """The papers that name these people."""
    ahead = list(coming)
    trips = [one.id for one in ahead if one.kind is Kind.TRIP]
    meetings = [one.id for one in ahead if one.kind is Kind.ENGAGEMENT]
    called = _called(look, people)
    return Papers(
        packets=tuple(_packets(look, trips, meetings)),
        agreements=tuple(_to_sign(look, people)),
        drafts=tuple(_drafts(look, people, called)),
        texts=tuple(dict.fromkeys(_texts(look, trips, meetings, called))),
    )


def sign_instead(write: Writing, people: Sequence[UUID], successor: UUID) -> None:
    """Name the successor as signatory of what isn't signed yet."""
    for row in _unsigned(write.look, people):
        write.records.change(agreement_signatory, row.id, person_id=successor, title_as_of=None)


def _unsigned(look: Looking, people: Sequence[UUID]) -> Sequence[AnyRow]:
    s = agreement_signatory.c
    return look.all(
        select(s.id, s.agreement_id)
        .join(agreement, agreement.c.id == s.agreement_id)
        .where(
            ~s.deleted,
            s.person_id.in_(people),
            s.signed_on.is_(None),
            living(agreement),
            agreement.c.status.in_(_TO_SIGN),
        )
        .order_by(agreement.c.n)
    )


def _to_sign(look: Looking, people: Sequence[UUID]) -> Iterable[Named]:
    ids = [row.agreement_id for row in _unsigned(look, people)]
    return names_of(look, Kind.AGREEMENT, ids).values()


def _packets(look: Looking, trips: list[UUID], meetings: list[UUID]) -> Iterator[OldPacket]:
    p, c = packet.c, packet_copy.c
    about = or_(p.trip_id.in_(trips), p.engagement_id.in_(meetings))
    newest = {
        row.trip_id or row.engagement_id: row
        for row in look.all(select(packet).where(~p.deleted, about).order_by(p.version, p.n))
    }
    names = names_of(look, Kind.TRIP, trips) | names_of(look, Kind.ENGAGEMENT, meetings)
    for one, row in newest.items():
        out = look.all(
            select(c.id).where(
                ~c.deleted, c.packet_id == row.id, c.returned_on.is_(None), c.destroyed_on.is_(None)
            )
        )
        yield OldPacket(names[one], row.version or 0, row.as_of, len(out))


def _drafts(look: Looking, people: Sequence[UUID], called: re.Pattern[str] | None) -> Iterator[str]:
    for row in look.all(select(draft.c.page, draft.c.content).order_by(draft.c.n)):
        said = row.content.decode("utf-8", "replace")
        if any(str(one) in said for one in people) or (called and called.search(said)):
            yield row.page


def _texts(
    look: Looking, trips: list[UUID], meetings: list[UUID], called: re.Pattern[str] | None
) -> Iterator[OldText]:
    if called is None:
        return
    for kind, tables, ids in (
        (Kind.TRIP, _TRIP_TEXTS, trips),
        (Kind.ENGAGEMENT, _TEXTS, meetings),
    ):
        names = names_of(look, kind, ids)
        for table, whole in tables:
            said = [c for c in columns_kept(table, Keep.JOURNALLED) if isinstance(c.type, Words)]
            said = [c for c in said if facts(c).refers_to is None]
            chosen = select(table.c[whole].label("whole"), *said)
            for row in look.all(chosen.where(~table.c.deleted, table.c[whole].in_(ids))):
                for column in said:
                    if called.search(row._mapping[column] or ""):
                        yield OldText(names[row.whole], field_label(column.name))


def _called(look: Looking, people: Sequence[UUID]) -> re.Pattern[str] | None:
    """What meets the names by which texts call these people, as whole words."""
    rows = look.all(select(*(person.c[name] for name in _CALLED)).where(person.c.id.in_(people)))
    names = {name.strip() for row in rows for name in row if name and len(name.strip()) > 1}
    if not names:
        return None
    ordered = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)", re.IGNORECASE)
