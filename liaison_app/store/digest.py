"""The digest of a step: a seal over its header and its changes, chained through the step before.

Each change is a leaf with a salt of its own, made from the step's salt. An erasure blanks a leaf and
keeps its hash, gives the other leaves of the step their salts to keep, and takes the step's salt
away: the chain still proves, and what was erased can't be found by guessing.
"""

import hashlib
import hmac
from collections.abc import Callable, Iterable
from json.encoder import encode_basestring

FIRST = bytes(32)
"""What the first step of a node has before it."""


def leaf_salts(step_salt: bytes) -> Callable[[bytes, str], bytes]:
    """What gives each change of a step its salt, by row and column, made from the step's salt."""
    keyed = hmac.new(step_salt, digestmod="sha256")

    def salt_of(row: bytes, col: str) -> bytes:
        one = keyed.copy()
        one.update(row + col.encode())
        return one.digest()[:16]

    return salt_of


def leaf(salt: bytes, *cell: str | None) -> bytes:
    """The hash of one change: table, row (36 characters), column, before, after, bases."""
    return hashlib.sha256(salt + _canonical(cell)).digest()


def seal(prior: bytes, header: Iterable[str | int | None], leaves: Iterable[bytes]) -> bytes:
    """The digest of a step: over the digest before it, its header, and its leaves in order of
    row and column."""
    whole = hashlib.sha256(prior + _canonical(header))
    for one in leaves:
        whole.update(one)
    return whole.digest()


def _canonical(parts: Iterable[str | int | None]) -> bytes:
    """The parts as a JSON array without spaces; put together here, since millions are sealed."""
    quoted = [
        encode_basestring(one) if isinstance(one, str) else "null" if one is None else str(one)
        for one in parts
    ]
    return f"[{','.join(quoted)}]".encode()
