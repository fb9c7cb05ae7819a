"""Records of a list that are no entries: "nil return" and footnotes."""

import re
from collections.abc import Sequence

_NIL = re.compile(
    r"(?:nil(?: returns?)?|none|no (?:(?:external|relevant|formal) )?(?:meetings?|engagements?|returns?)"
    r"(?: .*)?|n/?a|not applicable|nothing to (?:report|declare)|no entries|-+|–|—)\.?",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(
    r"(?:[¹²³⁰-⁹*†‡§]+ ?.+|(?:foot)?notes?(?::.*| \d.*)?|n\.?b\.?[ :].*|source:.*|"
    r"does not normally include .*|this (?:list|table|return) (?:does|includes|covers|excludes) .*)",
    re.IGNORECASE,
)


def is_nil(cells: Sequence[Sequence[str]]) -> bool:
    """Whether the cells of a record that would say something (its date first) say "nothing"."""
    date, *others = cells
    said = [text for texts in others for text in texts]
    if said:
        return all(_NIL.fullmatch(text) for text in said)
    return bool(date) and all(_NIL.fullmatch(text) for text in date)


def is_footnote(text: str) -> bool:
    """Whether a record's first text reads as a note to the table."""
    return _FOOTNOTE.fullmatch(text) is not None
