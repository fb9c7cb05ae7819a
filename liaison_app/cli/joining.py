"""How the parts of a line of text stand together."""

from datetime import date


def name(title: str, native: str | None) -> str:
    """A name with the same in its own script."""
    return f"{title} {native}" if native and native != title else title


def join(*parts: str | None) -> str:
    """The parts that say something, two spaces apart."""
    return "  ".join(part for part in parts if part)


def span(start: date | None, end: date | None) -> str:
    """Two days with a dash; one that isn't known is left open."""
    if start is None and end is None:
        return ""
    return f"{start.isoformat() if start else ''}–{end.isoformat() if end else ''}"
