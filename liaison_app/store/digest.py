"""The digest of a step: a seal over its header and its changes, chained through the step before.

Each change is a leaf with a salt of its own, made from the step's salt. An erasure blanks a leaf and
keeps its hash, gives the other leaves of the step their salts to keep, and takes the step's salt
away: the chain still proves, and what was erased can't be found by guessing.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable

FIRST = bytes(32)
"""What the first step of a node has before it."""


def leaf_salt(step_salt: bytes, row: bytes, col: str) -> bytes:
    """The salt of one change, made from the salt of its step."""
    return hmac.digest(step_salt, row + col.encode(), "sha256")[:16]


def leaf(salt: bytes, *cell: str | None) -> bytes:
    """The hash of one change: table, row (36 characters), column, before, after, bases."""
    return hashlib.sha256(salt + _canonical(cell)).digest()


def seal(prior: bytes, header: Iterable[str | int | None], leaves: Iterable[bytes]) -> bytes:
    """The digest of a step: over the digest before it, its header, and its leaves in order of
    row and column."""
    whole = hashlib.sha256(prior + _canonical(tuple(header)))
    for one in leaves:
        whole.update(one)
    return whole.digest()


def _canonical(parts: object) -> bytes:
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()
