"""What a lost copy held, as lines that can be pasted into a report to a security office."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from liaison_app.cli.joining import join
from liaison_app.domain.kinds import PLURALS
from liaison_app.services.exposure.held import (
    CopyHeld,
    Exposure,
    PacketHeld,
    PersonNamed,
    ReadableHeld,
)
from liaison_app.services.history import field_label
from liaison_app.services.outgoing.labels import label
from liaison_app.services.what_left import There, kind_words
from liaison_app.system.messages import text

_PLURALS = {kind.value: plural for plural, kind in PLURALS.items()}


def exposure_lines(told: Exposure) -> Iterator[str]:
    """The report, heading by heading; what there is none of is left out."""
    yield text("exposure.title", office=told.office, home=told.home)
    yield text("exposure.file", path=told.path, size=_size(told.bytes), format=told.format)
    yield text("exposure.locked")
    if any(_opens_it(one) for one in told.readable):
        yield text("exposure.sheet")
    yield text("exposure.officers", names=", ".join(told.officers))
    yield text("exposure.last", at=_minute(told.last_step_at), by=told.last_step_by)
    yield text(
        "exposure.journal",
        first=_minute(told.first_step_at),
        steps=told.steps,
        changes=told.changes,
        copies=told.copies,
    )
    yield from _part("exposure.records", _records(told))
    yield from _part("exposure.people", _people(told))
    yield from _part("exposure.notes", _notes(told))
    yield from _part("exposure.confidence", _confidence(told))
    yield from _part("exposure.markings", _markings(told))
    yield from _part("exposure.files", _files(told))
    yield from _part("exposure.packets", [one for each in told.packets for one in _packet(each)])
    yield from _part("exposure.readable", _readable(told))
    if told.people_named is not None:
        yield from _part("exposure.names", [_named(one) for one in told.people_named])


def _part(code: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield text(code)
        yield from (f"  {one}" for one in lines)


def _records(told: Exposure) -> list[str]:
    lines = []
    for kind, one in told.records.items():
        deleted = text("exposure.deleted", count=one.deleted) if one.deleted else ""
        lines.append(join(f"{_PLURALS.get(kind, kind)} {one.shown:,}", deleted))
    return lines


def _people(told: Exposure) -> list[str]:
    people = told.people
    counts = {
        "all": people.all,
        "ours": people.ours,
        "with_email": people.with_email,
        "with_phone": people.with_phone,
        "with_biography": people.with_biography,
        "with_portrait": people.with_portrait,
        "with_vetting": people.with_vetting,
        "with_private_facts": people.with_private_facts,
    }
    lines = _counted({text(f"exposure.people.{name}"): n for name, n in counts.items()})
    private = {field_label(name): count for name, count in people.private.items()}
    return [*lines, *(f"  {one}" for one in _counted(private))]


def _notes(told: Exposure) -> list[str]:
    said = {}
    for place, count in told.notes.items():
        table, _, column = place.partition(".")
        said[f"{table.replace('_', ' ')}: {field_label(column)}"] = count
    return _counted(said)


def _confidence(told: Exposure) -> list[str]:
    named = {text("exposure.with", party=party): n for party, n in told.in_confidence.items()}
    return _counted({**named, text("exposure.ours_alone"): told.ours_alone})


def _markings(told: Exposure) -> list[str]:
    usual = [text("exposure.usual_marking", marking=told.marking)] if told.marking else []
    return [*usual, *_counted(told.markings)]


def _files(told: Exposure) -> list[str]:
    lines = []
    if told.files.count:
        size = _size(told.files.bytes)
        lines.append(text("exposure.attached", count=told.files.count, size=size))
        roles = {label("attachment_role", role): n for role, n in told.files.by_role.items()}
        lines += [f"  {one}" for one in _counted(roles)]
    more = {
        text("exposure.drafts"): told.drafts,
        text("exposure.imported"): told.imported_rows,
        text("exposure.held"): told.held,
    }
    return [*lines, *_counted(more)]


def _packet(one: PacketHeld) -> Iterator[str]:
    inside = text("exposure.content_inside") if one.has_content else ""
    version = text("exposure.version", version=one.version)
    yield join(one.about, version, _minute(one.as_of), _audience(one.audience), inside)
    yield from (f"  {_copy(each)}" for each in one.copies)


def _copy(one: CopyHeld) -> str:
    def said(code: str, on: date | None) -> str:
        return text(code, on=on.isoformat()) if on is not None else ""

    back = one.returned_on or one.destroyed_on
    return join(
        text("exposure.copy", number=one.number or "", holder=one.holder),
        said("exposure.handed", one.handed_on),
        said("exposure.returned", one.returned_on),
        said("exposure.destroyed", one.destroyed_on),
        "" if back else text("exposure.out"),
    )


def _readable(told: Exposure) -> list[str]:
    lines = []
    for one in told.readable:
        code = f"left.there.{one.there}" if one.there is not None else "exposure.untold"
        there = text(code, at="")
        audience = text("left.for", audience=_audience(one.audience))
        kind = kind_words(one.kind)
        lines.append(join(_minute(one.made_at), kind, audience, one.path, there.strip()))
    return lines


def _opens_it(one: ReadableHeld) -> bool:
    """Whether this is a recovery sheet that nobody is known to have deleted."""
    return one.kind == "recovery_sheet" and one.there not in (There.DELETED, There.GONE)


def _named(one: PersonNamed) -> str:
    name = one.name if one.native is None else f"{one.name} {one.native}"
    what = [field_label(each) for each in one.private]
    what += [field_label(each) for each in ("email", "phone") if getattr(one, each)]
    return join(one.ref, name, ", ".join(what), text("exposure.ours") if one.is_ours else "")


def _counted(counts: Mapping[str, int]) -> list[str]:
    return [f"{what}: {count:,}" for what, count in counts.items() if count]


def _audience(reader: str) -> str:
    return text(f"audience.{reader}") if f"audience.{reader}" in _READERS else reader


_READERS = frozenset(
    f"audience.{one}" for one in ("internal", "hq", "national", "partner", "public")
)


def _size(count: int) -> str:
    return f"{count / 1_000_000:,.1f} MB"


def _minute(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC" if at is not None else ""
