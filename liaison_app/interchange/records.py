"""What comes of a list's records: read, refused, empty or a note, each record exactly once."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from liaison_app.interchange.sheets.sheet import Row
from liaison_app.system.letters import fold


@dataclass(frozen=True)
class Remark:
    """Something to be said about a list or a record: a code of the message catalogue."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class RefusedRow:
    """A record that can't be taken as it is, and why. ``values`` are its headers and texts."""

    row: int
    reason: Remark
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class NoteRow:
    """A record that is no entry: a title, a heading, a footnote, "nil return", a repeated header."""

    row: int
    text: str


@dataclass(frozen=True)
class SourceKey:
    """By what a record is known again when the same list comes back.

    ``key`` says which entry it is (not what it says, nor where it stands), ``nth`` tells entries
    with the same key apart, in the list's order from 0. ``digest`` is of all that it says.
    """

    key: str
    nth: int
    digest: str


def raw_values(header: tuple[str, ...], texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The filled cells of a record with their headers; a column without one is ``column N``."""
    named = []
    for at, text in enumerate(texts):
        if text:
            name = header[at] if at < len(header) and header[at] else f"column {at + 1}"
            named.append((name, text))
    return tuple(named)


def note_row(row: Row) -> NoteRow:
    """A record kept as a note: its filled cells, one after the other."""
    texts = (row.text(at) for at in range(len(row.cells)))
    return NoteRow(row.number, " | ".join(text for text in texts if text))


class Keys:
    """Gives each record of one list its source key."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def give(self, identity: Iterable[str], values: tuple[tuple[str, str], ...]) -> SourceKey:
        """The key of the next record: ``identity`` are the texts that say which entry it is."""
        key = _digest([fold(part) for part in identity])
        nth = self._given[key]
        self._given[key] += 1
        return SourceKey(key, nth, _digest([list(pair) for pair in values]))


def _digest(content: object) -> str:
    packed = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()
