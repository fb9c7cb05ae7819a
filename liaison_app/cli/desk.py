"""What the window does for a command. Commands don't see the desktop; the composition root gives it."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from liaison_app.services.office import Office


class Desk(Protocol):
    """The window, as far as a command needs it."""

    def show(self, office: Office) -> int:
        """Open the window on an office and stay until it's closed; returns the exit code."""

    def take_pictures(self, office: Office, folder: Path) -> list[Path]:
        """Write pictures of the window's pages, light and dark, to a folder; no display needed."""


def has_display(environ: Mapping[str, str]) -> bool:
    """Whether a window could be seen here."""
    if environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))
