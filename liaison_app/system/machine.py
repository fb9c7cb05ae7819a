"""Which machine this is, without naming it (a digest of what it says of itself), its media, its time zone."""

import hashlib
import os
import platform
import uuid
from pathlib import Path
from zoneinfo import available_timezones


def machine_id() -> str:
    """A text that is the same on each start and differs between machines."""
    for path in (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id")):
        try:
            found = path.read_text().strip()
        except OSError:
            continue
        if found:
            return _digest(found)
    return _digest(f"{platform.node()}/{uuid.getnode()}")


def medium_of(path: Path) -> str:
    """Where the medium that ``path`` lies on is mounted: a stick's folder or drive, else the root."""
    at = Path(os.path.realpath(path))
    while not os.path.ismount(at) and at != at.parent:
        at = at.parent
    return str(at)


def zone_name() -> str | None:
    """The IANA name of the machine's time zone, None where it doesn't say one."""
    named = os.environ.get("TZ", "").lstrip(":")
    linked = os.path.realpath("/etc/localtime")
    for found in (named, linked.partition("/zoneinfo/")[2]):
        if found in available_timezones():
            return found
    return None


def _digest(text: str) -> str:
    return hashlib.sha256(f"liaison/{text}".encode()).hexdigest()[:16]
