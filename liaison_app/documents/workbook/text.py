"""Text as a spreadsheet can hold it: every trap of the format disarmed, nothing lost without a word."""

import re
import unicodedata

LIMIT = 32_767
"""UTF-16 units in one cell of Excel; what is longer is cut there by the libraries, silently."""

_PIECE = 30_000
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LIVE = ("=", "+", "-", "@", "\t")


def safe(text: str) -> str:
    """Text that XML can carry: one kind of line end, control characters as the pictures of them
    (U+2400 ff.), half characters as U+FFFD."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNREADABLE.sub(_picture, text)


def escaped(text: str) -> str:
    """Text in which nothing reads as one of the format's own ``_xHHHH_`` escapes."""
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def looks_live(text: str) -> bool:
    """Whether a spreadsheet might take this text for a formula when somebody edits the cell."""
    return text.startswith(_LIVE)


def pieces(text: str) -> tuple[str, ...]:
    """The text in pieces that each fit into a cell; one piece if it fits whole."""
    if _units(escaped(text)) <= LIMIT:
        return (text,)
    parts = []
    while text:
        end = _fitting(text)
        parts.append(text[:end])
        text = text[end:]
    return tuple(parts)


def width(text: str) -> int:
    """How many columns of a fixed font the longest line takes; East Asian characters take two."""
    if text.isascii() and "\n" not in text:
        return len(text)
    return max((sum(map(_columns, line)) for line in text.split("\n")), default=0)


def _fitting(text: str) -> int:
    end = min(len(text), _PIECE)
    while _units(escaped(text[:end])) > LIMIT - 100:
        end //= 2
    if end == len(text):
        return end
    space = text.rfind(" ", end - 200, end)
    return space + 1 if space > 0 else end


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
