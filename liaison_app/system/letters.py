"""Letters of every script made findable and sortable: folded, transliterated, cut into words.

Everything has an ASCII fast path, since an office folds its texts hundreds of thousands of times.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

SORT_KEY_LENGTH = 120
"""Sort keys are cut here: order beyond it is nobody's concern, and each is kept in an index."""

_UNWRITTEN = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]+")
"""Marks that people leave out: accents left after composing, Hebrew points, Arabic vowels, tatweel."""

_FORMATTING = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
"""Soft hyphens, zero-width characters and direction marks."""

_APOSTROPHES = re.compile("['`´‘’‛ʻʼʽʹʾʿ′＇]+")
"""Apostrophes and the letters written like them (ʻokina, Diné glottal stop, ʾalif, ʿayn)."""

_NOT_A_LETTER = re.compile(r"[\W_]+")
_ASCII_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
_CJK = (
    "\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
_CJK_RUN = re.compile(f"([{_CJK}]+)")


def transliterate(text: str) -> str:
    """``text`` in ASCII letters, for those who can't read its script: ``Đặng`` -> ``Dang``."""
    return text if text.isascii() else _transliterated(text)


@lru_cache(maxsize=8192)
def _transliterated(text: str) -> str:
    composed = unicodedata.normalize("NFKC", text)
    return anyascii(_FORMATTING.sub("", _UNWRITTEN.sub("", composed)))


def fold(text: str) -> str:
    """``text`` as search compares it: ASCII, lower case, without marks, apostrophes or double spaces."""
    if text.isascii():
        return _folded_ascii(text)
    return _folded(text)


def _folded_ascii(text: str) -> str:
    if "'" in text or "`" in text:
        text = _APOSTROPHES.sub("", text)
    return " ".join(text.lower().split())


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    return _folded_ascii(transliterate(_APOSTROPHES.sub("", text)))


def sort_key(name: str) -> str:
    """What ``name`` is ordered by: folded letters and figures, all else one space; 120 at most."""
    return " ".join(_NOT_A_LETTER.sub(" ", fold(name)).split())[:SORT_KEY_LENGTH]


def words(text: str) -> list[str]:
    """The words of ``text`` for the search index, in its order.

    Folded words; a word with an apostrophe also without it (``o'brien`` -> ``obrien o brien``);
    each Chinese, Japanese or Korean character also as a word of its own, as written, so that a
    query in that script is a phrase of characters.
    """
    if text.isascii():
        return _ascii_words(text.lower())
    return list(_words(text))


def indexed(text: str) -> str:
    """``text`` as the search index takes it: its words, or where the index itself would find the same
    words in it, the text as it is."""
    if text.isascii() and "'" not in text:
        return text
    return " ".join(words(text))


def _ascii_words(lowered: str) -> list[str]:
    found = _ASCII_WORD.findall(lowered)
    if "'" not in lowered:
        return found
    parted = []
    for word in found:
        if "'" in word:
            parted.append(word.replace("'", ""))
            parted.extend(word.split("'"))
        else:
            parted.append(word)
    return parted


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    composed = _FORMATTING.sub("", unicodedata.normalize("NFKC", text))
    found: list[str] = []
    for run in _CJK_RUN.split(composed):
        if not run:
            continue
        plain = transliterate(_APOSTROPHES.sub("'", run))
        found.extend(_ascii_words(plain.lower().replace("`", "'")))
        if _CJK_RUN.fullmatch(run):
            found.extend(run)
    return tuple(found)
