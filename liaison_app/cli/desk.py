"""What the window does for a command. Commands don't see the desktop; the composition root gives it."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from liaison_app.services.office import Office


@dataclass(frozen=True)
class Desk:
    """The window, as far as a command needs it.

    ``show`` opens it on an office, stays until it's closed, closes the office and returns the exit
    code. ``pictures`` writes pictures of its pages, light and dark, to a folder; no display needed.
    """

    show: Callable[[Office], int]
    pictures: Callable[[Office, Path], list[Path]] | None = None


def has_display(environ: Mapping[str, str]) -> bool:
    """Whether a window could be seen here."""
    if environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))
