"""What can be told of an office file before its passphrase is known."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from liaison_app.domain.errors import Refusal
from liaison_app.services.office import Profile, open_office
from liaison_app.system.clock import Clock
from liaison_app.system.messages import text


@dataclass(frozen=True)
class Sign:
    """One line on a file: its words, and whether that is ``good``, ``soon`` (to know) or ``late`` (broken)."""

    words: str
    tone: str
    right: str = ""


@dataclass(frozen=True)
class Health:
    """A file as it lies there. ``can_open``: whether a passphrase is worth typing; ``why_not`` if it isn't."""

    path: Path
    line: str
    signs: tuple[Sign, ...]
    can_open: bool
    why_not: str = ""


def health_of(path: Path, clock: Clock, profile: Profile) -> Health:
    """Look at a file without its passphrase; takes as long as one derivation of a key."""
    try:
        open_office(path, "?", clock, profile).close()
    except Refusal as refusal:
        if refusal.code != "office.wrong_passphrase":
            why = text(refusal.code, **refusal.params)
            return Health(path, str(path.parent), (Sign(why, "late"),), can_open=False, why_not=why)
    found = path.stat()
    saved = datetime.fromtimestamp(found.st_mtime, UTC).astimezone()
    when = f"{saved:%d %b %Y %H:%M}"
    signs = [Sign(text("health.there"), "good", when)]
    traces = path.with_name(path.name + "-wal")
    if traces.exists() and traces.stat().st_size:
        signs.append(Sign(text("health.not_closed"), "soon"))
    else:
        signs.append(Sign(text("health.closed"), "good"))
    line = text(
        "health.line",
        folder=path.parent.name or str(path.parent),
        size=size(found.st_size),
        when=when,
    )
    return Health(path, line, tuple(signs), can_open=True)


def size(count: int) -> str:
    """``48 MB``, ``312 kB``."""
    return f"{count / 1e6:,.0f} MB" if count >= 1e6 else f"{max(count // 1000, 1)} kB"
