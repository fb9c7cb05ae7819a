"""For whom: who may read a record, and who may read a column of it.

Releasability is a set of readers, not a ladder. Our own side always reads; others read what the
record names them for, and of that only the columns open to them. Source: DESIGN section 3.
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Reader(StrEnum):
    """Who reads what leaves the office. What headquarters is called is the office's own word."""

    INTERNAL = "internal"
    HQ = "hq"
    NATIONAL = "national"
    PARTNER = "partner"
    PUBLIC = "public"


@dataclass(frozen=True)
class Audience:
    """One reader; a partner is always a named party (jurisdiction, organization or person)."""

    reader: Reader
    party: UUID | None = None

    @property
    def is_ours(self) -> bool:
        """Whether this is our own side, which is told what was left out."""
        return self.reader is Reader.INTERNAL


INTERNAL = Audience(Reader.INTERNAL)

OURS_ONLY: frozenset[Reader] = frozenset({Reader.INTERNAL})
CONTACT = frozenset({Reader.INTERNAL, Reader.HQ, Reader.NATIONAL, Reader.PARTNER})
ANY = frozenset(Reader)

_ORDER = (Reader.HQ, Reader.NATIONAL, Reader.PARTNER, Reader.PUBLIC)
_WITH = "with:"


def readers_text(readers: frozenset[Reader], parties: frozenset[UUID] = frozenset()) -> str:
    """The cell that keeps a record's readers: codes in fixed order, then ``with:ID`` a party."""
    codes = [reader.value for reader in _ORDER if reader in readers]
    return " ".join(codes + sorted(f"{_WITH}{party}" for party in parties))


def may_read(cell: str, audience: Audience) -> bool:
    """Whether a record whose readers are ``cell`` is open to this audience at all.

    ``with:X`` is "in confidence with X": us and X, nobody else. That a partner took part in what
    it reads is asked where the parties are known.
    """
    if audience.is_ours:
        return True
    codes = cell.split()
    if audience.reader is Reader.PARTNER:
        return Reader.PARTNER in codes or f"{_WITH}{audience.party}" in codes
    return audience.reader in codes
