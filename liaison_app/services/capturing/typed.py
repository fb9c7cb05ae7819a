"""A meeting as it stands on the page: texts only, nothing lost, whatever sense they make."""

import json
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class TypedPlace:
    """A jurisdiction: a known one by ``id``, or a new one of ``kind``."""

    name: str
    id: str = ""
    native: str = ""
    zone: str = ""
    kind: str = ""


@dataclass(frozen=True)
class TypedPerson:
    """Somebody who takes part: known by ``id``, new by ``name`` and ``title``, or ``unnamed`` ("+1 security")."""

    name: str
    id: str = ""
    native: str = ""
    title: str = ""
    side: str = "theirs"
    role: str = "member"
    unnamed: bool = False

    @property
    def key(self) -> str:
        """What a promise names them by."""
        return self.id or f"new:{self.name}"


@dataclass(frozen=True)
class TypedPoint:
    """A talking point of one kind."""

    kind: str
    text: str


@dataclass(frozen=True)
class TypedPromise:
    """A promise; ``who`` is the key of the person who keeps it, empty for the officer or nobody yet."""

    direction: str
    wording: str = ""
    who: str = ""
    due: str = ""
    firmness: str = "pledge"


@dataclass(frozen=True)
class TypedMeeting:
    """The whole page; ``line`` is the quick line while it hasn't been filled in."""

    title: str = ""
    kind: str = "bilateral_meeting"
    date: str = ""
    start: str = ""
    end: str = ""
    zone: str = ""
    venue: str = ""
    place: TypedPlace | None = None
    trip: str = ""
    press: str = ""
    interpreter: str = ""
    purpose: str = ""
    people: tuple[TypedPerson, ...] = ()
    points: tuple[TypedPoint, ...] = ()
    decisions: str = ""
    notes: str = ""
    promises: tuple[TypedPromise, ...] = ()
    line: str = ""

    def side(self, side: str) -> tuple[TypedPerson, ...]:
        """Who takes part on one side, in order of precedence."""
        return tuple(one for one in self.people if one.side == side)


def packed(meeting: TypedMeeting) -> bytes:
    """The page as it is kept between two keystrokes."""
    return json.dumps(asdict(meeting), ensure_ascii=False).encode()


def unpacked(content: bytes) -> TypedMeeting:
    """The page that was kept. What an older Liaison kept otherwise raises ValueError, KeyError or TypeError."""
    found: dict[str, Any] = json.loads(content)
    place = found["place"]
    read = {
        "place": TypedPlace(**place) if place else None,
        "people": tuple(TypedPerson(**one) for one in found["people"]),
        "points": tuple(TypedPoint(**one) for one in found["points"]),
        "promises": tuple(TypedPromise(**one) for one in found["promises"]),
    }
    return TypedMeeting(**{**found, **read})
