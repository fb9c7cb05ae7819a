"""What this user set on this machine: the look, the size of text, letters as keys, when to lock, offices opened lately.

Kept in the profile folder, never in an office. A file that can't be read counts as empty: a preference is never a
reason not to start.
"""

import contextlib
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from liaison_app.domain.errors import Refusal
from liaison_app.system.files import write_whole
from liaison_app.system.paths import profile_folder

_MOST = 6


@dataclass(frozen=True)
class Preferences:
    """``colours``: light, dark or high. ``lock_after``: minutes without key or pointer, 0 for never.
    ``recent``: paths of offices, the latest first."""

    colours: str = "light"
    scale: float = 1.0
    letters: bool = True
    lock_after: int = 10
    recent: tuple[str, ...] = ()

    def opened(self, path: Path) -> "Preferences":
        """With ``path`` as the office opened last."""
        here = str(path.resolve())
        others = tuple(one for one in self.recent if one != here)
        return replace(self, recent=(here, *others)[:_MOST])


def load() -> Preferences:
    """What was kept, or the usual."""
    try:
        found: dict[str, Any] = json.loads(_file().read_text(encoding="utf-8"))
        return Preferences(
            colours=found["colours"] if found["colours"] in ("light", "dark", "high") else "light",
            scale=float(found["scale"]),
            letters=bool(found["letters"]),
            lock_after=max(int(found.get("lock_after", 10)), 0),
            recent=tuple(str(path) for path in found["recent"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Preferences()


def keep(preferences: Preferences) -> None:
    """Keep them; a full or read-only profile only loses the preference."""
    with contextlib.suppress(Refusal, OSError):
        write_whole(_file(), json.dumps(asdict(preferences)).encode())


def _file() -> Path:
    return profile_folder() / "window.json"
