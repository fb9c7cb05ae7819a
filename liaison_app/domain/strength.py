"""How hard a passphrase is to guess, in words."""

import math
from dataclasses import dataclass

_WORD_BITS = 10.34
"""What a word adds: as much as one drawn from the 1,296 that are proposed; few people think of more."""

_FAIR, _STRONG = 40, 60


@dataclass(frozen=True)
class Strength:
    """``word`` is ``none``, ``weak``, ``fair`` or ``strong``; ``bits`` a careful estimate."""

    word: str
    bits: int


def strength(passphrase: str) -> Strength:
    """Words count by how many different ones there are, other text by its different letters."""
    words = {word.casefold() for word in passphrase.split() if len(word) >= 3}
    letters = [letter for letter in passphrase if not letter.isspace()]
    if not letters:
        return Strength("none", 0)
    by_words = _WORD_BITS * len(words) if len(words) > 1 else 0.0
    different = len(set(letters))
    pool = _pool(passphrase)
    by_letters = math.log2(pool) * (different + (len(letters) - different) * 0.25) * 0.6
    bits = int(max(by_words, by_letters) if len(words) < 3 else by_words)
    return Strength("weak" if bits < _FAIR else "fair" if bits < _STRONG else "strong", bits)


def _pool(text: str) -> int:
    """From how many characters the text seems to be taken."""
    kinds = (
        (str.islower, 26),
        (str.isupper, 26),
        (str.isdigit, 10),
        (lambda one: not one.isalnum() and not one.isspace(), 20),
    )
    return max(sum(size for has, size in kinds if any(map(has, text))), 10)
