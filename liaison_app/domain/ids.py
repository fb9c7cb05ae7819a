"""Identities: UUIDv7 for records, UUIDv5 for plain links and settings (RFC 9562)."""

import secrets
from uuid import UUID, uuid5

_NAMESPACE = UUID("7c2f0c56-4f43-5d0e-9a1b-6c69616973f0")


def new_id(milliseconds: int) -> UUID:
    """A new UUIDv7 for an instant given in milliseconds since 1970, random beyond that."""
    number = (milliseconds & 0xFFFFFFFFFFFF) << 80 | 0x7 << 76
    number |= secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return UUID(int=number)


def link_id(table: str, left: UUID, right: UUID) -> UUID:
    """The one identity of a plain link, so that two people who add it add the same row."""
    return uuid5(_NAMESPACE, f"{table}/{left}/{right}")


def named_id(table: str, name: str) -> UUID:
    """The one identity of a row that is found by its name, such as a setting or a topic."""
    return uuid5(_NAMESPACE, f"{table}/{name}")
