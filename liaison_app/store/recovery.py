"""The recovery code: an office's key as letters and figures that a person can type from paper.

There is no back door: without the passphrase or this sheet an office stays shut for ever. The code
is the derived key itself, so it opens this file and its backups until the passphrase is changed. Its
fingerprint, printed beside it, tells which sheet belongs to which state of an office.
"""

import base64
import hashlib
import re

from liaison_app.domain.errors import Refusal
from liaison_app.store.key import KEY_BYTES, Key

_CHECK_BYTES = 3
_GROUP = 5
_CODE = re.compile(r"[A-Za-z0-9]{56}")
_LOOKALIKES = str.maketrans("018", "OIB")


def code_of(key: Key) -> str:
    """Eleven groups of five (the last of one): 32 bytes of key and 3 of check, in base 32."""
    letters = base64.b32encode(key.raw + _check(key)).decode().rstrip("=")
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def reads_as_code(typed: str) -> bool:
    """Whether this has the length and the letters of a code; a passphrase seldom has."""
    return _CODE.fullmatch(_bare(typed)) is not None


def key_from(code: str, salt: bytes) -> Key:
    """The key that a typed code stands for; spaces, dashes and case don't matter.

    Base 32 has no 0, 1 and 8, which are read as O, I and B. Refuses a code with a typing mistake.
    """
    letters = _bare(code).upper().translate(_LOOKALIKES)
    padded = letters + "=" * (-len(letters) % 8)
    try:
        found = base64.b32decode(padded)
    except ValueError as fault:
        raise Refusal("recovery.mistyped") from fault
    key = Key(found[:KEY_BYTES], salt)
    if len(found) != KEY_BYTES + _CHECK_BYTES or found[KEY_BYTES:] != _check(key):
        raise Refusal("recovery.mistyped")
    return key


def fingerprint_of(key: Key) -> str:
    """Four groups of four hex digits that tell one key from another, and nothing of the key itself."""
    digits = hashlib.sha256(b"liaison/fingerprint/" + key.raw + key.salt).hexdigest()[:16].upper()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def _bare(code: str) -> str:
    return re.sub(r"[\s-]", "", code)


def _check(key: Key) -> bytes:
    """Over key and salt, so that the sheet of another office is told apart before it is tried."""
    return hashlib.sha256(key.raw + key.salt).digest()[:_CHECK_BYTES]
