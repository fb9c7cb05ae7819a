"""The composition root: the only module that sees every room, and puts them together.

Rooms are imported when they're needed: a command doesn't wait for Qt, the window not for commands.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from liaison_app.services.office import Office


def main(argv: list[str]) -> int:
    """Do the command in ``argv``, or open the window if there is none; returns the exit code."""
    if argv:
        from liaison_app.cli import commands  # noqa: PLC0415 - see above
        from liaison_app.cli.desk import Desk  # noqa: PLC0415 - see above

        return commands.run(argv, Desk(_show, _pictures))
    from liaison_app.desktop import start  # noqa: PLC0415 - see above

    return start.run(argv)


def _show(office: "Office") -> int:
    """Open the window on an office that a command opened; the window closes it."""
    from liaison_app.desktop import start  # noqa: PLC0415 - see above

    return start.show_office(office)


def _pictures(office: "Office", folder: Path) -> list[Path]:
    """Draw the window's pages into a folder, without showing them."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from liaison_app.desktop import pictures  # noqa: PLC0415 - see above

    return pictures.take(office, folder)
