"""Clocks by their IANA name, whatever an import brought as one."""

from zoneinfo import ZoneInfo


def zone_called(name: str | None, otherwise: ZoneInfo) -> ZoneInfo:
    """The zone of this name; ``otherwise`` where there is none or this machine doesn't know it."""
    if not name:
        return otherwise
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return otherwise
