"""Where a line may end: at spaces, between Han letters, after hyphens (a subset of Unicode UAX #14)."""

import re

_NEVER_FIRST = frozenset(
    "、。，．）」』】〉》！？：；ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ”’)]},.!?:;%…"
)
_NEVER_LAST = frozenset("（「『【〈《“‘([{")
_MONTHS = (
    "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|January|February|March|April|June|July"
    "|August|September|October|November|December"
)
_UNITS = "[A-Z]{3,4}|UTC[+−-][0-9:]+|min|days|h"
_GLUED = re.compile(
    rf"([0-9]) (?=(?:{_MONTHS}|{_UNITS})\b)|\b({_MONTHS}) (?=[0-9])|\b(page|[A-Z]{{3}}) (?=[0-9])"
)
_TELEPHONE = re.compile(r"\+[0-9]{1,3}(?: [0-9]{1,5}){2,5}")


def glued(text: str) -> str:
    """``text`` with no-break spaces inside dates, times with their zone, amounts, telephone numbers."""
    text = _TELEPHONE.sub(lambda m: m[0].replace(" ", "\u00a0"), text)
    return _GLUED.sub(lambda m: next(g for g in m.groups() if g) + "\u00a0", text)


def pieces(text: str) -> list[str]:
    """``text`` cut where a line may end: words, spaces and line feeds, each a piece of its own."""
    found: list[str] = []
    for run in re.findall(r"\n| +|[^ \n]+", text):
        found += [run] if run[0] in " \n" else _words(run)
    return found


def _words(run: str) -> list[str]:
    cuts = [i for i in range(1, len(run)) if _may_break(run[i - 1], run[i])]
    return [run[a:b] for a, b in zip([0, *cuts], [*cuts, len(run)], strict=True)]


def _may_break(before: str, after: str) -> bool:
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    if is_han(before) or is_han(after):
        return not _is_mark(after)
    if after == "@":  # an e-mail address in a narrow cell
        return True
    return before in "-–—/" and after.isalpha()


def is_han(char: str) -> bool:
    """Whether lines may end beside it without a space: Han, kana, full width. Hangul keeps its words."""
    code = ord(char)
    return (
        0x2E80 <= code <= 0x9FFF
        or 0xF900 <= code <= 0xFAFF
        or 0xFF00 <= code <= 0xFFEF
        or 0x20000 <= code <= 0x3FFFF
    )


def _is_mark(char: str) -> bool:
    return (
        0xFE00 <= ord(char) <= 0xFE0F or char in "\u3099\u309a" or 0xE0100 <= ord(char) <= 0xE01EF
    )
