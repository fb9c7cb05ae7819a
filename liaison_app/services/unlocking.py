"""Unlocking by hand: a wait that doubles after each wrong passphrase, remembered over a restart.

It stands against somebody who guesses at this keyboard. Against a program only the derivation of
the key stands: who has the file needn't ask us. So a script, which gives its passphrase beforehand,
opens the office without it and isn't held up by somebody's mistyping.
"""

import json
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from liaison_app.domain.errors import Refusal
from liaison_app.services.office import Office, open_office
from liaison_app.store.node import Profile
from liaison_app.store.office_file import salt_of
from liaison_app.system.clock import Clock
from liaison_app.system.files import write_whole

LONGEST_WAIT = 64
"""Seconds."""

_FORGOTTEN_AFTER = timedelta(days=1)


def seconds_to_wait(path: Path, clock: Clock, profile: Profile) -> int:
    """How long nothing may be tried yet on the office at ``path``; 0 if it may be."""
    count, last = _tries(path, clock, profile)
    if last is None:
        return 0
    wait = _wait_after(count)
    passed = (clock.now() - last).total_seconds()
    return round(min(max(wait - passed, 0), wait))


def refuse_in_haste(path: Path, clock: Clock, profile: Profile) -> None:
    """Refuse while there is still to wait."""
    seconds = seconds_to_wait(path, clock, profile)
    if seconds:
        raise Refusal("unlock.in_haste", seconds=seconds)


def unlock(path: Path, typed: str, clock: Clock, profile: Profile) -> Office:
    """Open an office with what a person typed, its passphrase or the code of its sheet; a wrong one
    counts, a right one ends the count."""
    try:
        office = open_office(path, typed, clock, profile)
    except Refusal as refusal:
        if refusal.code in ("office.wrong_passphrase", "recovery.mistyped"):
            count, _ = _tries(path, clock, profile)
            _remember(path, profile, {"count": count + 1, "last": clock.now().isoformat()})
        raise
    _remember(path, profile, None)
    return office


def _wait_after(count: int) -> int:
    return int(min(2 ** (count - 1), LONGEST_WAIT))


def _tries(path: Path, clock: Clock, profile: Profile) -> tuple[int, datetime | None]:
    """How many wrong ones came one after the other, and when the last did."""
    try:
        found = _all(profile)[_name(path)]
        count, last = int(found["count"]), datetime.fromisoformat(found["last"])
        if count > 0 and clock.now() - last < _FORGOTTEN_AFTER:
            return count, last
    except (Refusal, KeyError, TypeError, ValueError):
        pass
    return 0, None


def _remember(path: Path, profile: Profile, tries: dict[str, object] | None) -> None:
    known = _all(profile)
    if tries is None and _name(path) not in known:
        return
    others = {name: one for name, one in known.items() if name != _name(path)}
    kept = others if tries is None else others | {_name(path): tries}
    with suppress(Refusal):
        write_whole(_file(profile), json.dumps(kept).encode())


def _all(profile: Profile) -> dict[str, dict[str, str]]:
    try:
        found = json.loads(_file(profile).read_text())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _file(profile: Profile) -> Path:
    return profile.path.with_name("tries.json")


def _name(path: Path) -> str:
    """The salt: a file keeps it wherever it's moved or copied, and it tells nothing."""
    return salt_of(path).hex()
