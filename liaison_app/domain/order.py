"""Order as text keys between which there is always room, so that two copies can both insert.

A key is read as a fraction in base 36 (``i`` is the middle); equal keys are told apart by row id.
"""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def between(left: str | None, right: str | None) -> str:
    """A key after ``left`` and before ``right``; None is the beginning or the end.

    ``right`` not after ``left`` (two copies gave the same key) counts as the end.
    """
    low = left or ""
    high = right if right is not None and right > low else None
    key = ""
    for place in range(max(len(low), len(high or "")) + 2):
        first = _DIGITS.index(low[place]) if place < len(low) else 0
        last = _DIGITS.index(high[place]) if high and place < len(high) else len(_DIGITS)
        if last - first > 1:
            return key + _DIGITS[(first + last) // 2]
        key += _DIGITS[first]
        if last != first:
            high = None
    raise ValueError(f"no room between {left!r} and {right!r}")


def spread(count: int) -> list[str]:
    """So many keys in order, short and with room between them."""
    width = 1
    while 36**width <= count * 2:
        width += 1
    gap = 36**width // (count + 1)
    return [_base36(gap * place, width) for place in range(1, count + 1)]


def _base36(number: int, width: int) -> str:
    text = ""
    for _ in range(width):
        number, digit = divmod(number, 36)
        text = _DIGITS[digit] + text
    return text.rstrip("0")
