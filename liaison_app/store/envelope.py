"""An office's key in an envelope that only its clerk can open: sealed to a public key.

The clerk keeps the private key; offices hold the public one, which opens nothing. What is sealed is
the code of the recovery sheet (``recovery.py``), so the envelope is a sheet that nobody but the clerk
can read. Sealing is libsodium's sealed box: X25519 with a key of its own for each envelope,
XSalsa20 and Poly1305. All three are small text files: one line that says what it is, one of base 32.
"""

import base64
import hashlib
import re
from dataclasses import dataclass, field

from liaison_app.domain.errors import Refusal

_PRIVATE, _PUBLIC, _SEALED = (
    "Liaison recovery key, private: keep it in a safe, it opens every office sealed to it",
    "Liaison recovery key, public: offices seal their keys to it, it opens nothing",
    "Liaison sealed key: opened with the private recovery key, then it is the code of a recovery sheet",
)
_KEY_BYTES = 32
_MOST = 10_000
"""Characters; a longer text is none of these files."""


@dataclass(frozen=True)
class ClerkKey:
    """A clerk's public recovery key."""

    raw: bytes

    @property
    def fingerprint(self) -> str:
        """Four groups of four hex digits, to be compared over the telephone before it's trusted."""
        digits = hashlib.sha256(b"liaison/clerk/" + self.raw).hexdigest()[:16].upper()
        return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))

    @property
    def text(self) -> str:
        """The file that offices are given."""
        return _file(_PUBLIC, self.raw)


@dataclass(frozen=True)
class ClerkKeys:
    """A new pair: the public key, and the text of the file with the private one."""

    public: ClerkKey
    private_text: str = field(repr=False)


def new_keys() -> ClerkKeys:
    """A pair of keys for a clerk."""
    from nacl.public import PrivateKey  # noqa: PLC0415 - slow to import

    made = PrivateKey.generate()
    return ClerkKeys(ClerkKey(bytes(made.public_key)), _file(_PRIVATE, bytes(made)))


def clerk_key(text: str) -> ClerkKey:
    """The public key in the text of its file. Refuses any other text, a private key too."""
    raw = _raw(_PUBLIC, text)
    if raw is None or len(raw) != _KEY_BYTES:
        raise Refusal("seal.no_public_key")
    return ClerkKey(raw)


def sealed(code: str, clerk: ClerkKey) -> str:
    """The text of an envelope that holds a recovery code."""
    from nacl.public import PublicKey, SealedBox  # noqa: PLC0415 - slow to import

    return _file(_SEALED, SealedBox(PublicKey(clerk.raw)).encrypt(code.encode()))


def unsealed(envelope: str, private: str) -> str:
    """The recovery code in an envelope, by the texts of both files. Refuses what is neither, an
    envelope for another clerk, and one that was altered."""
    from nacl.exceptions import CryptoError  # noqa: PLC0415 - slow to import
    from nacl.public import PrivateKey, SealedBox  # noqa: PLC0415 - slow to import

    held, raw = _raw(_SEALED, envelope), _raw(_PRIVATE, private)
    if held is None:
        raise Refusal("seal.no_envelope")
    if raw is None or len(raw) != _KEY_BYTES:
        raise Refusal("seal.no_private_key")
    try:
        return SealedBox(PrivateKey(raw)).decrypt(held).decode()
    except (CryptoError, UnicodeDecodeError) as fault:
        raise Refusal("seal.not_for_this_key") from fault


def _file(what: str, raw: bytes) -> str:
    return f"{what}\n{base64.b32encode(raw).decode()}\n"


def _raw(what: str, text: str) -> bytes | None:
    """What stands in such a file, None if it's another."""
    kept = text[:_MOST].strip()
    if not kept.startswith(what):
        return None
    try:
        return base64.b32decode(re.sub(r"\s", "", kept.removeprefix(what)))
    except ValueError:
        return None
