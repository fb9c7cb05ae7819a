"""The order of letters on a line where left-to-right and right-to-left meet (Unicode UAX #9)."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from bidi import algorithm

T = TypeVar("T")
_STRONG_RTL = frozenset({"R", "AL"})
_NEEDS_ORDER = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_APART = "\ufffc"


def base_direction(text: str) -> int:
    """0 for left to right, 1 for right to left: that of the first letter with a direction (rule P2)."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction == "L":
            return 0
        if direction in _STRONG_RTL:
            return 1
    return 0


@lru_cache(8192)
def levels(text: str) -> tuple[int, ...]:
    """The embedding level of each character; even is left to right."""
    if not any(unicodedata.bidirectional(c) in _NEEDS_ORDER for c in text):
        return (0,) * len(text)
    base = base_direction(text)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    for index, char in enumerate(storage["chars"]):
        char["index"] = index
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = [base] * len(text)
    for char in storage["chars"]:
        found[char["index"]] = char["level"]
    return tuple(found)


def levels_with_parts_apart(parts: Sequence[tuple[str, bool]]) -> list[int]:
    """Levels of texts set one after the other, where a part marked True is ordered on its own.

    So a number after an Arabic name stays where it was written.
    """
    outer = levels("".join(_APART * len(text) if apart else text for text, apart in parts))
    found: list[int] = []
    for text, apart in parts:
        around = outer[len(found) : len(found) + len(text)]
        raised = 2 * ((around[0] + 1) // 2) if around else 0
        found += [raised + level for level in levels(text)] if apart else around
    return found


def in_visual_order(items: Sequence[T], item_levels: Sequence[int]) -> list[T]:
    """Items of one line from left to right (rule L2)."""
    order = list(range(len(items)))
    for level in range(max(item_levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and item_levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return [items[i] for i in order]
