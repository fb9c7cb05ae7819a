"""The rules of funding: what is open, and how money asked for moves on. Never stored."""

OPEN = frozenset({"planned", "asked", "awarded", "received"})
"""The statuses in which something may still come or is still to be accounted for."""

CLOSED = frozenset({"refused", "closed"})
"""The statuses that end it."""

BEFORE = {
    "asked": frozenset({"planned", "asked"}),
    "awarded": frozenset({"planned", "asked", "awarded"}),
    "refused": frozenset({"planned", "asked"}),
    "received": frozenset({"awarded", "received"}),
    "spent": frozenset({"awarded", "received"}),
    "closed": OPEN,
}
"""What may have come before each move. Money is awarded before it is received; some is spent before
it comes."""
