"""Where the program starts: ``python -m liaison_app``, or ``liaison`` once installed."""

import sys


def main() -> int:
    """Start Liaison with the words of the command line; returns the exit code."""
    from liaison_app import app  # noqa: PLC0415 - a spawned worker imports this module, not the house

    return app.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
