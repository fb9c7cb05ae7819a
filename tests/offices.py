"""A real encrypted office for tests: founded once a session, copied, opened by key."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from liaison_app.services.office import Founding, Office, Profile, found_office
from liaison_app.store import office_file
from liaison_app.store.key import Key
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.system.clock import Clock

PASSPHRASE = "seven herons over the ferry"
FOUNDING = Founding(
    officer="Marisol Okafor-Reyes",
    office="Office of International Affairs",
    home="Chattanooga",
    kind="city",
    zone="America/New_York",
    country="US",
)


class MovingClock(Clock):
    """A clock that a test moves: Tuesday 24 November 2026, four in the morning in Chattanooga."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """A little later at each reading."""
        self.at += timedelta(milliseconds=3)
        return self.at

    def move(self, *, days: int) -> None:
        """Let so many days pass."""
        self.at += timedelta(days=days)


def found(folder: Path) -> tuple[Path, Key]:
    """An office just founded, and its key."""
    path = folder / "office.liaison"
    made = found_office(path, PASSPHRASE, FOUNDING, MovingClock(), Profile(folder / "copies.json"))
    key = made.store.key
    made.close()
    return path, key


def opened(template: tuple[Path, Key], folder: Path, clock: Clock) -> Office:
    """A copy of the office, opened as if it were the first: its references carry no letters."""
    path, key = Path(shutil.copy(template[0], folder / "office.liaison")), template[1]
    raw = sqlite.open_raw(path, key, sqlite.WRITER_CACHE_KIB)
    raw.execute("UPDATE node SET inode = ?", (str(path.stat().st_ino),))
    raw.close()
    profile = Profile(folder / "copies.json")
    return Office(office_file.open_office(path, key, clock, profile), clock, profile)
