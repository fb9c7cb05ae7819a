"""The versions of a packet: what each was made from, the file it became, and who holds the copies.

A version is entered when its packet is written or printed. What it was made from is kept as canonical
JSON in a blob, so that what somebody was given can be told long after the records moved on.
"""

import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from liaison_app.domain.audience import Audience, Reader
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.editing import Done, add_in, change_in, living_row, writing
from liaison_app.services.finding import Target
from liaison_app.services.happened import happened_on
from liaison_app.services.office import Office
from liaison_app.services.packets.wish import Made, Wish
from liaison_app.services.reading import AnyRow, Looking, looking, names_of
from liaison_app.services.rows import Named
from liaison_app.store import blobs
from liaison_app.store.tables.papers import packet, packet_copy


@dataclass(frozen=True)
class Copy:
    """One numbered copy: with whom it is, or was. ``is_out``: neither returned nor destroyed."""

    id: UUID
    number: int
    holder: Named | str | None
    handed_on: date | None
    returned_on: date | None
    destroyed_on: date | None
    note: str | None

    @property
    def is_out(self) -> bool:
        """Whether somebody still has it."""
        return self.returned_on is None and self.destroyed_on is None


@dataclass(frozen=True)
class Version:
    """One version of a packet. ``sha256``: of the file; ``content_sha256``: of what it was made from,
    None once that was erased."""

    id: UUID
    version: int
    as_of: datetime | None
    variant: str
    audience: Audience
    paper: str | None
    pages: int
    sha256: str
    content_sha256: str | None
    copies: tuple[Copy, ...]


def enter_version(office: Office, made: Made, wish: Wish) -> Done:
    """Enter a packet that was written or printed as a version, with what it was made from."""
    filled = made.filled
    target = filled.target
    with writing(office, "packet.distribute", target.id) as write:
        given: dict[str, object] = {
            f"{target.kind}_id": target.id,
            "version": int(filled.packet.version),
            "as_of": wish.as_of,
            "variant": wish.kind,
            "audience": wish.audience.reader.value,
            "party_id": wish.audience.party,
            "paper": filled.packet.paper,
            "pages": made.pages,
            "sha256": made.sha256,
            "content_sha256": blobs.keep(write.records.connection, canonical(filled.packet)),
        }
        made_id = add_in(write, packet, given)
    return Done(made_id, target.ref, write.records.step)


def versions_of(office: Office, target: Target) -> list[Version]:
    """The versions of the packet of a trip or an engagement, the latest first, with their copies."""
    with looking(office) as look:
        rows = look.all(
            _about(target.kind, target.id).order_by(packet.c.version.desc(), packet.c.n.desc())
        )
        copies = _copies(look, [row.id for row in rows])
        return [_version(row, copies) for row in rows]


def content_of(office: Office, version_id: UUID) -> dict[str, Any]:
    """What a version was made from, as it was. Refused once that was erased."""
    with looking(office) as look:
        row = look.one(select(packet).where(packet.c.id == version_id, ~packet.c.deleted))
        if row is None:
            raise Refusal("record.gone")
        content = blobs.content_of(look.connection, row.content_sha256 or "")
    if content is None:
        raise Refusal("packet.content_gone", version=row.version)
    found: dict[str, Any] = json.loads(content)
    return found


def hand_out(
    office: Office,
    version_id: UUID,
    to: UUID | str,
    number: int | None = None,
    on: date | None = None,
) -> Done:
    """Say that a copy of a version was handed to somebody; without ``number``, the next one."""
    with writing(office, "packet.hand_out") as write:
        row = living_row(write, packet, version_id)
        write.records.subject = row.trip_id or row.engagement_id
        c = packet_copy.c
        known = write.look.all(select(c.copy_number).where(~c.deleted, c.packet_id == version_id))
        taken = {one.copy_number for one in known}
        chosen = max(taken, default=0) + 1 if number is None else number
        if chosen in taken:
            raise Refusal("packet.copy_taken", number=chosen)
        who = {"person_id": to} if isinstance(to, UUID) else {"holder": to}
        said = {"copy_number": chosen, "handed_on": happened_on(write, on)}
        made = add_in(write, packet_copy, {"packet_id": version_id, **said, **who})
    return Done(made, "", write.records.step)


def take_back(office: Office, copy_id: UUID, on: date | None = None) -> Done:
    """Say that a copy came back."""
    return _ended(office, "packet.take_back", copy_id, "returned_on", on)


def destroy(office: Office, copy_id: UUID, on: date | None = None) -> Done:
    """Say that a copy was destroyed."""
    return _ended(office, "packet.destroy", copy_id, "destroyed_on", on)


def made_at(connection: Connection, target: Target) -> list[tuple[int, datetime, str]]:
    """Number, instant and digest of every version of a packet so far."""
    rows = connection.execute(_about(target.kind, target.id)).all()
    return [(row.version or 0, row.as_of, row.sha256) for row in rows]


def canonical(content: object) -> bytes:
    """What a packet is made from as JSON that is the same whenever the content is."""
    text = json.dumps(_plain(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def _plain(value: Any) -> Any:
    match value:
        case None | bool() | int() | float() | str():
            made: Any = value
        case dict():
            made = {str(key): _plain(one) for key, one in value.items()}
        case list() | tuple():
            made = [_plain(one) for one in value]
        case bytes():
            made = value.hex()
        case date() | datetime():
            made = value.isoformat()
        case _ if is_dataclass(value):
            made = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        case _:
            made = str(value)
    return made


def _about(kind: Kind, record: UUID) -> Any:
    about = packet.c.trip_id if kind is Kind.TRIP else packet.c.engagement_id
    return select(packet).where(~packet.c.deleted, about == record)


def _ended(office: Office, verb: str, copy_id: UUID, column: str, on: date | None) -> Done:
    with writing(office, verb) as write:
        row = living_row(write, packet_copy, copy_id)
        whole = living_row(write, packet, row.packet_id)
        write.records.subject = whole.trip_id or whole.engagement_id
        if (
            row.returned_on is not None and column == "returned_on"
        ) or row.destroyed_on is not None:
            raise Refusal("packet.copy_ended", number=row.copy_number)
        change_in(write, packet_copy, copy_id, {column: happened_on(write, on, row.handed_on)})
    return Done(copy_id, "", write.records.step)


def _copies(look: Looking, versions: list[UUID]) -> dict[UUID, list[Copy]]:
    c = packet_copy.c
    chosen = select(packet_copy).where(~c.deleted, c.packet_id.in_(versions))
    rows = look.all(chosen.order_by(c.copy_number, c.n))
    names = names_of(look, Kind.PERSON, [row.person_id for row in rows if row.person_id])
    found: dict[UUID, list[Copy]] = {}
    for row in rows:
        found.setdefault(row.packet_id, []).append(
            Copy(
                id=row.id,
                number=row.copy_number or 0,
                holder=names.get(row.person_id) or row.holder,
                handed_on=row.handed_on,
                returned_on=row.returned_on,
                destroyed_on=row.destroyed_on,
                note=row.note,
            )
        )
    return found


def _version(row: AnyRow, copies: dict[UUID, list[Copy]]) -> Version:
    return Version(
        id=row.id,
        version=row.version or 0,
        as_of=row.as_of,
        variant=row.variant or "",
        audience=Audience(Reader(row.audience or Reader.INTERNAL), row.party_id),
        paper=row.paper,
        pages=row.pages or 0,
        sha256=row.sha256 or "",
        content_sha256=row.content_sha256,
        copies=tuple(copies.get(row.id, ())),
    )
