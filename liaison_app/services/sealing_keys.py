"""An office's key sealed to its clerk's public key, so that a lost passphrase isn't a lost office.

The office remembers the public key; its envelope lies beside it, is named by the key's fingerprint,
and is written anew whenever the passphrase changes. An older envelope stays for older backups.
"""

from pathlib import Path

from liaison_app.domain.errors import Refusal
from liaison_app.services.office import Office, fingerprint, recovery_code
from liaison_app.store import envelope
from liaison_app.store.envelope import ClerkKey
from liaison_app.system.files import refuse_unfit_target, write_whole

_SETTING = "recovery_key"
_LONGEST = 10_000


def make_clerk_keys(private: Path, public: Path) -> ClerkKey:
    """Write a new pair of recovery keys into two files; neither is overwritten."""
    for path in (private, public):
        refuse_unfit_target(path)
        if path.exists():
            raise Refusal("seal.exists", path=path)
    made = envelope.new_keys()
    write_whole(private, made.private_text.encode())
    write_whole(public, made.public.text.encode())
    return made.public


def seal_to(office: Office, public: Path) -> tuple[Path, ClerkKey]:
    """Seal an office's key to the clerk's key in ``public``, now and after each change of passphrase;
    returns where the envelope is, and the key to be compared with the clerk."""
    clerk = envelope.clerk_key(_read(public))
    made = _write(office, clerk)
    office.set(_SETTING, clerk.raw.hex())
    return made, clerk


def seal_again(office: Office) -> Path | None:
    """Write the envelope for the key that the office has now; None if it has no clerk's key."""
    kept = office.setting(_SETTING)
    return _write(office, ClerkKey(bytes.fromhex(kept))) if kept else None


def unseal(sealed: Path, private: Path) -> str:
    """The recovery code in an envelope: it opens the office where the passphrase is asked for."""
    return envelope.unsealed(_read(sealed), _read(private))


def _write(office: Office, clerk: ClerkKey) -> Path:
    path = office.path.with_name(
        f"{office.path.stem} {fingerprint(office).replace(' ', '')}.sealed"
    )
    write_whole(path, envelope.sealed(recovery_code(office), clerk).encode())
    return path


def _read(path: Path) -> str:
    try:
        with path.open(encoding="utf-8") as file:
            return file.read(_LONGEST)
    except (OSError, ValueError) as fault:
        raise Refusal("seal.unreadable", path=path) from fault
