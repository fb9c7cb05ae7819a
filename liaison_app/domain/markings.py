"""Markings: what may stand at the top and bottom of a page, and what is refused (DESIGN 3).

Liaison is for unclassified work. Classified markings are refused; in a text only marking-shaped
pieces are questioned, never the words secret, Secretary or confidential.
"""

import re

from liaison_app.domain.errors import Refusal

PRESETS = (
    "OFFICE - internal",
    "UNCLASSIFIED",
    "SBU",
    "CUI",
    "CONTROLLED",
    "OFFICIAL",
    "OFFICIAL-SENSITIVE",
)
"""The markings offered; an office may write its own words instead."""

_LEVELS = r"(?:TOP SECRET|SECRET|CONFIDENTIAL|TRÈS SECRET|STRENG GEHEIM|GEHEIM|VERTRAULICH)"
_CAVEATS = r"(?:NOFORN|ORCON|REL TO [A-Z, ]+|SI|TK|HCS|NF|FRD|RD|EYES ONLY)"
_IN_MARKING = re.compile(rf"\b{_LEVELS}\b|\b(?:TS|S|C)//|//{_CAVEATS}\b", re.IGNORECASE)
_BANNER = re.compile(rf"^[ \t]*{_LEVELS}(?:[ \t]*//.*)?[ \t]*$", re.MULTILINE)
_PORTION = re.compile(
    rf"\((?:TS|S|C)//{_CAVEATS}[^)]*\)|^[ \t]*\((?:TS|S|C)\)[ \t](?!\d{{4}}\b)", re.MULTILINE
)
_INLINE = re.compile(rf"\b(?:{_LEVELS}|TS|S|C)//{_CAVEATS}\b")


def check_marking(marking: str) -> str:
    """``marking`` if it may be used; a classified one is refused as ``marking.classified``."""
    if _IN_MARKING.search(marking):
        raise Refusal("marking.classified", marking=marking)
    return marking


def marking_in(text: str) -> str | None:
    """The first piece of ``text`` that is shaped like a classified marking, None if there is none."""
    for shape in (_BANNER, _PORTION, _INLINE):
        found = shape.search(text)
        if found:
            return found.group().strip()
    return None
