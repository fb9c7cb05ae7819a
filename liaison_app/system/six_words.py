"""A passphrase to propose: six words drawn by the machine, which nobody would have thought of.

The list is the project's own: 1,296 plain English words of three to eight letters, as many as four
dice can throw, so that whoever trusts no machine may draw the words by hand. Six of them are 62 bits.
"""

import secrets

from liaison_app.system.resources import resource

COUNT = 6


def words() -> list[str]:
    """All words that may be drawn, in order."""
    return resource("words/passphrase.txt").read_text("utf-8").split()


def six_words() -> str:
    """Six of them, with a space between."""
    drawn_from = words()
    return " ".join(secrets.choice(drawn_from) for _ in range(COUNT))
