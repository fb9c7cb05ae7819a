"""Identities: UUIDv7 for records, UUIDv5 for plain links and settings (RFC 9562)."""

import secrets
from uuid import UUID, uuid5

_NAMESPACE = UUID("7c2f0c56-4f43-5d0e-9a1b-6c69616973f0")


def new_id(milliseconds: int) -> UUID:
    """A new UUIDv7 for an instant given in milliseconds since 1970, random beyond that."""
    number = (milliseconds & 0xFFFFFFFFFFFF) << 80 | 0x7 << 76
    number |= secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return UUID(int=number)


class Identities:
    """The identities of one write: ascending, so that indexes grow at their end (RFC 9562, 6.2).

    The first is random within its millisecond; each next one is a random step further.
    """

    def __init__(self, milliseconds: int) -> None:
        self._last = new_id(milliseconds).int & ~(1 << 61)

    def next(self) -> UUID:
        """The next identity. The room above the first lasts for more than 200 million."""
        self._last += 1 + secrets.randbits(32)
        return UUID(int=self._last)


def link_id(table: str, left: UUID, right: UUID) -> UUID:
    """The one identity of a plain link, so that two people who add it add the same row."""
    return uuid5(_NAMESPACE, f"{table}/{left}/{right}")


def named_id(table: str, name: str) -> UUID:
    """The one identity of a row that is found by its name, such as a setting or a topic."""
    return uuid5(_NAMESPACE, f"{table}/{name}")
