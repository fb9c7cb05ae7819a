"""One person in a cell: office titles, honorific, name and letters after it told apart.

``Minister for X, Keeper of Y, The Rt Hon Jane Doe MP`` -> two titles, "The Rt Hon", "Jane Doe", "MP".
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from liaison_app.interchange.letters_after import strip_post_nominals

LONGEST_NAME = 400
"""A cell with more characters isn't taken apart."""

_HONORIFIC = re.compile(
    r"(?:the )?(?:(?:(?:most|very) )?(?:rt\.?|right) hon(?:ou?rable|\.)?|(?:the )?hon(?:ou?rable|\.)?"
    r"|his excellency|her excellency|h\.? ?e\.?|h\.? ?r\.? ?h\.?|his worship|her worship"
    r"|(?:most |right |very )?rev(?:erend|\.)?|sir|dame|dr\.?|prof(?:essor)?\.?|mr\.?|mrs\.?|ms\.?"
    r"|miss|mx\.?|madam|mme\.?|m\.|sr\.?|sra\.?|sig\.?|herr|frau|judge|justice|councillor|cllr\.?"
    r"|councilmember|senator|gen\.|col(?:onel|\.)|capt\.|lt\.|maj\.|adm(?:iral|\.)|bishop|archbishop"
    r"|rabbi|imam|sheikh)"
    r"(?=\s)(?! of\b)",
    re.IGNORECASE,
)
_PEER = re.compile(
    r"(?:lord|lady|baroness|baron|viscount|earl|countess|duke|duchess)\s", re.IGNORECASE
)
_OFFICE = re.compile(
    r"\b(?:minister|secretary|chancellor|leader|whip|mayor|director|commissioner|chair(?:man|woman"
    r"|person)?|president|premier|attorney|solicitor|officer|ambassador|consul|governor|head|chief|"
    r"deputy|paymaster|comptroller|treasurer|under-?secretary|speaker|manager|superintendent|editor"
    r"|advis[eo]r|coordinator|administrator|supervisor|clerk|envoy|attach[eé]|counsell?or|ceo|cfo|"
    r"coo|evp|vp|md|chairperson|liaison|principal|dean|rector|provost|captain|lord privy seal|"
    r"founder|partner|trustee|controller|correspondent|journalist|fellow)\b",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s*")


@dataclass(frozen=True)
class NamedPerson:
    """A person as a cell names them. ``name`` is empty if the cell holds titles only."""

    name: str
    titles: tuple[str, ...] = ()
    honorific: str = ""
    post_nominals: str = ""
    organization: str = ""


@lru_cache(maxsize=2048)
def split_person(cell: str) -> NamedPerson:
    """Titles, honorific, name and post-nominals of one person's cell."""
    text = " ".join(cell.split())
    if len(text) > LONGEST_NAME:
        return NamedPerson(text)
    parts = [part for part in outside_brackets(text) if part]
    if not parts:
        return NamedPerson("")
    while len(parts) > 1 and strip_post_nominals(f"X {parts[-1]}")[0] == "X":
        parts[-2:] = [f"{parts[-2]} {parts[-1]}"]
    at = _name_at(parts)
    if at is None:
        return _titled(parts)
    honorific, bare = split_honorific(parts[at])
    name, letters = strip_post_nominals(bare)
    titles = tuple(part for place, part in enumerate(parts) if place != at)
    return NamedPerson(name, titles, honorific, letters)


_TITLED = re.compile(
    r"((?:[A-Z][\w'’-]*\.? |of |the |and |for )*?(?:Mayor|Governor|Ambassador|Commissioner|President|Premier|"
    r"Minister|Secretary|Consul General|Consul|Chairman|Chairwoman|Chair|Director|Supervisor|Speaker|"
    r"Principal Chief|Chief|Superintendent|Treasurer|Chancellor))((?: [A-Z][\w.'’-]*){2,4})"
)


def _titled(parts: list[str]) -> NamedPerson:
    """``Mayor Jane Roe``: an office written before the name; else titles only."""
    bare, letters = strip_post_nominals(parts[-1])
    titled = _TITLED.fullmatch(bare)
    if titled is None or has_office(titled[2]):
        return NamedPerson("", tuple(parts))
    return NamedPerson(titled[2].strip(), (*parts[:-1], titled[1]), "", letters)


def _name_at(parts: list[str]) -> int | None:
    """Which part is the name: what has an honorific, else the last (or first) without an office."""
    for at in range(len(parts) - 1, -1, -1):
        honorific, bare = split_honorific(parts[at])
        if (honorific and not has_office(bare)) or _PEER.match(parts[at]):
            return at
    plain = [at for at, part in enumerate(parts) if not has_office(part)]
    if not plain:
        return None
    if len(parts) > 1 and plain[0] == 0 and has_office(parts[-1]):
        return 0
    return plain[-1]


def split_honorific(text: str) -> tuple[str, str]:
    """The honorifics that a name begins with, and the rest. A peer's title is part of the name."""
    rest = text.strip()
    taken = 0
    while match := _HONORIFIC.match(rest, taken):
        if not rest[match.end() :].strip():
            break
        taken = match.end() + 1
    return rest[:taken].strip(), rest[taken:].strip()


def has_office(text: str) -> bool:
    """Whether a text names an office or a role."""
    return _OFFICE.search(text) is not None


def has_honorific(text: str) -> bool:
    """Whether a text begins as a person is addressed."""
    return bool(split_honorific(text)[0]) or _PEER.match(text) is not None


def outside_brackets(text: str, sign: str = ",") -> list[str]:
    """The parts of a text between signs that stand in no brackets, trimmed."""
    if "(" not in text and "[" not in text:
        return [part.strip() for part in text.split(sign)]
    parts, depth, start = [], 0, 0
    unclosed = text.count("(") > text.count(")")
    for at, letter in enumerate(text):
        if letter in "([":
            depth += 1
        elif letter in ")]":
            depth = max(0, depth - 1)
        elif letter == sign and (depth == 0 or unclosed):
            parts.append(text[start:at].strip())
            start = at + 1
    parts.append(text[start:].strip())
    return parts
