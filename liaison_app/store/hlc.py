"""The hybrid clock that orders steps of all copies: time first, then a counter, then the node.

As text: 12 hex digits of milliseconds, 4 of counter, 16 of node, so that text order is step order.
"""

from datetime import datetime, timedelta

AHEAD_AT_MOST = timedelta(hours=24)
"""A step dated further ahead than this doesn't pull this copy's clock along (a wrong clock once)."""


def reading(milliseconds: int, counter: int, node: str) -> str:
    """One position of the clock."""
    return f"{milliseconds:012x}{counter:04x}{node}"


def limit(now: datetime) -> str:
    """The position that the clock doesn't start from or beyond: 24 hours ahead of ``now``."""
    return reading(int((now + AHEAD_AT_MOST).timestamp() * 1000), 0, "")


def after(latest: str | None, now: datetime, node: str) -> str:
    """The next position: later than ``latest``, and not earlier than ``now``."""
    milliseconds = int(now.timestamp() * 1000)
    if latest is None or int(latest[:12], 16) < milliseconds:
        return reading(milliseconds, 0, node)
    seen, counter = int(latest[:12], 16), int(latest[12:16], 16)
    if counter == 0xFFFF:
        return reading(seen + 1, 0, node)
    return reading(seen, counter + 1, node)
