"""The key of an office: SQLCipher 4's own derivation, so that any SQLCipher tool opens it.

PBKDF2-HMAC-SHA512, 256,000 rounds, over the passphrase with the salt that stands in the first 16
bytes of the file. Derived once; every connection is opened raw, as key and salt together, new files
and backups too: a copy made with the key alone gets another salt and nobody can open it.
"""

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass, field

from liaison_app.domain.errors import Refusal

ROUNDS = 256_000
SALT_BYTES = 16
KEY_BYTES = 32


@dataclass(frozen=True)
class Key:
    """A derived key with its salt; never printed."""

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def pragma(self) -> str:
        """The statement that opens a connection with this key."""
        return f"PRAGMA key = \"x'{self.raw.hex()}{self.salt.hex()}'\""


def derive(passphrase: str, salt: bytes) -> Key:
    """The key for this passphrase and salt (about 0.2 s on purpose).

    The passphrase is taken in Unicode's composed form, so that it is the same on every keyboard.
    Refuses an empty one.
    """
    composed = unicodedata.normalize("NFC", passphrase)
    if not composed.strip():
        raise Refusal("key.empty")
    raw = hashlib.pbkdf2_hmac("sha512", composed.encode(), salt, ROUNDS, KEY_BYTES)
    return Key(raw, salt)


def new_salt() -> bytes:
    """A salt for a new office file."""
    return secrets.token_bytes(SALT_BYTES)
