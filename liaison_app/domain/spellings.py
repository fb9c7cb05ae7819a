"""Spellings of one name: its words in any order and run together, and the sounds beneath the letters.

``Kim Do-hyun``, ``Dohyun Kim`` and ``gimdohyeon`` (as a machine spells 김도현) have the same consonants
once k and g, t and d, p and b are one, vowels and h left out; so have ``mohammed`` and ``mhmd``.
"""

from functools import lru_cache
from itertools import groupby, permutations

_PERMUTED = 4
"""Names of more words are turned only as a whole: the first words behind the last."""

_ALIKE = str.maketrans("gcqdbzxw", "kkktpssv")
_NO_VOWELS = str.maketrans("", "", "aeiouyh")


@lru_cache(maxsize=65_536)
def joined(words: tuple[str, ...]) -> frozenset[str]:
    """The words run together, in each order in which they may stand."""
    ordered = tuple(sorted(words))
    if len(ordered) <= _PERMUTED:
        return frozenset("".join(one) for one in permutations(ordered))
    turned = {words[at:] + words[:at] for at in range(len(words))} | {ordered}
    return frozenset("".join(one) for one in turned)


@lru_cache(maxsize=65_536)
def skeletons(words: tuple[str, ...]) -> frozenset[str]:
    """The consonants of the words in each order in which they may stand; none for too short names."""
    return frozenset(made for one in joined(words) if len(made := sounds(one)) > 2)


@lru_cache(maxsize=65_536)
def sounds(letters: str) -> str:
    """The consonants of a name: voiced and unvoiced alike, doubled ones once."""
    return spoken(letters).translate(_NO_VOWELS)


def spoken(letters: str) -> str:
    """A name with those letters made one that scripts and romanizations take for each other."""
    return "".join(letter for letter, _ in groupby(letters.translate(_ALIKE)))


def distance(one: str, other: str) -> int:
    """How many letters must be put, taken or changed to make one the other (Levenshtein)."""
    above = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        row = [at]
        for to, target in enumerate(other, 1):
            changed = above[to - 1] + (letter != target)
            row.append(min(above[to] + 1, row[-1] + 1, changed))
        above = row
    return above[-1]
