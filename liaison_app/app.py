"""The composition root: the only module that sees every room, and puts them together.

Rooms are imported when they're needed: a command doesn't wait for Qt, the window not for commands.
"""


def main(argv: list[str]) -> int:
    """Do the command in ``argv``, or open the window if there is none; returns the exit code."""
    if argv:
        from liaison_app.cli import commands  # noqa: PLC0415 - see above

        return commands.run(argv)
    from liaison_app.desktop import start  # noqa: PLC0415 - see above

    return start.run(argv)
