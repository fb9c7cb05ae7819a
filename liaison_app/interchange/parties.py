"""Who a meeting was with: one cell cut into organizations and people, each cut marked as a guess.

The rules prefer too few cuts to a wrong one; the cell itself is always kept by the caller. They
come from a reading of public meeting registers: lists with commas, semicolons or "and", "Name,
Employer", "Name (Employer)", "Name - Employer", "Round table with: ...".
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from liaison_app.interchange.letters_after import strip_personal_letters
from liaison_app.interchange.party_words import (
    begins_with_given_name,
    has_organization_word,
    is_acronym,
    is_company_form,
    is_role,
    looks_like_organization,
    looks_like_person,
)
from liaison_app.interchange.persons import (
    NamedPerson,
    has_honorific,
    outside_brackets,
    split_person,
)

LONGEST_LIST = 8_000
"""A cell with more characters isn't cut: the longest list seen, 57 companies, has 1,100."""

LONGEST_SENTENCE = 500
"""A text without commas with more characters isn't cut at its "and"."""


@dataclass(frozen=True)
class Parties:
    """The parties of a cell. ``occasion`` is what a list was headed by; ``guessed`` that it was cut."""

    organizations: tuple[str, ...] = ()
    people: tuple[NamedPerson, ...] = ()
    occasion: str = ""
    guessed: bool = False


_HEAD = re.compile(r"([^,;()]{3,80}?)\s*:\s*(.+)", re.DOTALL)
_HEAD_DASH = re.compile(r"([^,;()]{3,80}?)\s+[-–—]\s+(.+)", re.DOTALL)
_HEAD_BRACKETS = re.compile(r"([^,;()]{3,80}?)\s*\((.+)\)\.?", re.DOTALL)
_MEETING_WORD = re.compile(
    r"round ?table|group|leaders|forum|meeting|event|conference|seminar|representatives|delegation|"
    r"delegates|breakfast|dinner|lunch|reception|workshop|attendees|including|with$|from$|members",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:and|&|\+)\s+|\s+plus\s+")
_ONE_NAME = re.compile(
    r"(?:the )?(?:[\w-]+ )?"
    r"(?:department|ministry|minister|secretary|office|committee|commission|centre|center|institute|"
    r"council|board|society|agency|bureau|association|union|federation|directorate|royal society|"
    r"authority|college|school|faculty|campaign|trust|network|forum|ministers?) (?:for|of|on) ",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\b(?:city|town|county|state|port|embassy|consulate|mission|government|municipality|prefecture|"
    r"province|tribe|nation|university|college|school|hospital|church|cathedral|mosque|office|airport|"
    r"chamber of commerce|council)\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"(?:the )?(?:university|college|school|faculty|department|ministry|state) of ", re.IGNORECASE
)
_FIRMS = re.compile(
    r"\b(?:marks and spencer|ernst and young|slaughter and may|smith and nephew|bill and melinda gates"
    r"|black and veatch|barnes and noble|rolls and royce)\b",
    re.IGNORECASE,
)
_PLAIN_INITIALS = re.compile(r"(?:[A-Z]\.? ){1,3}[A-Z][a-z]+")
_OBJECT_OF = re.compile(r"\b(?:for|of|on|in) \w+$")
_OFFICE_OF = re.compile(r" (?:of|for|at) ")
_LED = re.compile(
    r"(ceo|coo|cfo|chief executive|managing director|md|chair(?:man|woman|person)?|president"
    r"|founder|governor|editor) (?:of|at) (.+)",
    re.IGNORECASE,
)
"""Who leads an organization; what a director, secretary or head is "of" is a field as often."""
_PAIR_BRACKETS = re.compile(r"([^()]+?),?\s*\((.+)\)")
_PAIR_DASH = re.compile(r"(.+?)\s+[-–—]\s+(.+)")
_PAIR_SLASH = re.compile(r"([^/]+)/\s*([^/]+)")


@lru_cache(maxsize=2048)
def split_parties(cell: str, *, one_organization: bool = False) -> Parties:
    """The organizations and people named in a cell; with ``one_organization`` never cut."""
    text = " ".join(cell.split()).strip(" ,;")
    if not text:
        return Parties()
    if one_organization or len(text) > LONGEST_LIST:
        return Parties((text,))
    occasion, body, headed = _head(text)
    parts = [part for part in _parts(body, headed=headed) if part]
    if not parts:
        return Parties((text,))
    shared = _colleagues(parts)
    if shared:
        return Parties((parts[-1],), shared, occasion, True)
    organizations: list[str] = []
    people: list[NamedPerson] = []
    found = [_person(part, several=len(parts) > 1) for part in parts]
    if sum(map(bool, found)) * 2 > len(parts):  # who stands among people is one of them
        found = [
            one or (split_person(part) if looks_like_person(part) else None)
            for one, part in zip(found, parts, strict=True)
        ]
    for part, person in zip(parts, found, strict=True):
        if person:
            people.append(person)
            organizations.extend([person.organization] if person.organization else [])
        else:
            organizations.append(part)
    guessed = len(parts) > 1 or bool(occasion) or bool(people)
    return Parties(
        tuple(dict.fromkeys(organizations)), tuple(dict.fromkeys(people)), occasion, guessed
    )


def _colleagues(parts: list[str]) -> tuple[NamedPerson, ...]:
    """``Jane Doe, John Roe, Daily News``: people of one employer, none if the cell isn't that."""
    if len(parts) < 3 or _is_name(parts[-1]):
        return ()
    known = [begins_with_given_name(p) or _PLAIN_INITIALS.fullmatch(p) for p in parts[:-1]]
    if not all(known[:2]) and not (
        has_organization_word(parts[-1]) and 2 * sum(map(bool, known)) >= len(known)
    ):
        return ()
    if not all(looks_like_person(part) for part in parts[:-1]):
        return ()
    return tuple(_employed(part, parts[-1]) for part in parts[:-1])


def _head(text: str) -> tuple[str, str, bool]:
    """What a list is headed by, the list, and whether there was a head."""
    headed = _HEAD.fullmatch(text) or _HEAD_DASH.fullmatch(text)
    if headed and re.search(r"[,;]", headed[2]):
        is_colon = text[headed.end(1) :].lstrip().startswith(":")
        if is_colon or (_MEETING_WORD.search(headed[1]) and not looks_like_person(headed[1])):
            return headed[1].strip(), _unbracket(headed[2].strip()), True
    bracketed = _HEAD_BRACKETS.fullmatch(text)
    if bracketed and bracketed[2].count(",") >= 2 and "(" not in bracketed[2]:
        return bracketed[1].strip(), bracketed[2].strip(), True
    return "", text, False


def _unbracket(text: str) -> str:
    inside = text.startswith("(") and text.rstrip(".").endswith(")") and "(" not in text[1:]
    return text.rstrip(".")[1:-1].strip() if inside else text


def _parts(text: str, *, headed: bool) -> list[str]:
    by_semicolon = [_unstopped(part) for part in outside_brackets(text, ";") if part.strip(" ,.")]
    if len(by_semicolon) > 1:
        return [piece for part in by_semicolon for piece in _within_semicolons(part)]
    parts = [part.strip() for part in outside_brackets(text) if part.strip(" .")]
    if not parts:
        return []
    if len(parts) == 1:
        return _joined(parts[0].rstrip(",").strip())
    if _is_one_name(parts) or _is_person_with_role(parts):
        return [text]
    if len(parts) == 2 and not headed and not _two_parties(*parts):
        return [text]
    return _listed(parts)


def _unstopped(part: str) -> str:
    """Without the full stop of a sentence, but with that of ``U.S.``"""
    bare = part.strip(" ,")
    return bare if re.search(r"\b[A-Z]\.$", bare) else bare.rstrip(".")


def _within_semicolons(part: str) -> list[str]:
    part = re.sub(r"^and\s+", "", part)
    if part.count(",") >= 2:
        return _parts(part, headed=False)
    return [part]


def _listed(parts: list[str]) -> list[str]:
    """The members of a list with commas, the last cut at its "and"."""
    joined: list[str] = []
    for part in parts:
        if joined and (is_company_form(part) or part.startswith("(")):
            joined[-1] = f"{joined[-1]}{' ' if part[0] == '(' else ', '}{part}"
        else:
            joined.append(part)
    last = (
        joined.pop().rstrip(".")
        if len(joined) > 1 and not joined[-1].endswith("Ltd.")
        else joined.pop()
    )
    bare = re.sub(r"^(?:and|&)\s+", "", last)
    return joined + ([bare] if bare != last else _last_two(bare))


def _last_two(text: str) -> list[str]:
    """``Three and Vodafone`` -> two, unless one name holds the "and"."""
    cuts = [cut for cut in _AND.finditer(text) if _closed(text[: cut.start()])]
    cut = cuts[0] if cuts else None
    if cut is None or _FIRMS.search(text) or _ONE_NAME.match(text):
        return [text]
    left, right = text[: cut.start()].strip(), text[cut.end() :].strip()
    if not left or not right or not (right[0].isupper() or right[0].isdigit()):
        return [text]
    shared = (
        has_organization_word(right) and not has_organization_word(left) and not is_acronym(left)
    )
    return [text] if shared or left.split()[-1] == right.split()[0] else [left, right]


def _closed(text: str) -> bool:
    return text.count("(") == text.count(")")


def _joined(text: str) -> list[str]:
    """A text without commas, cut at an "and" only where both sides stand on their own."""
    if _FIRMS.fullmatch(text):
        return [text]
    if len(text) > LONGEST_SENTENCE:
        return [text]
    for cut in _AND.finditer(text):
        left, right = text[: cut.start()].strip(" ,"), text[cut.end() :].strip(" ,")
        if not _closed(left) or _OBJECT_OF.search(left):
            continue
        if left and right and _stands(left) and _stands(right):
            return [*_joined(left), *_joined(right)]
    return [text]


def _stands(text: str) -> bool:
    bare = re.sub(r"^[Tt]he\s+", "", text)
    if not bare or not (bare[0].isupper() or bare[0].isdigit()):
        return False
    if len(bare.split()) == 1:
        return is_acronym(bare)
    return has_honorific(bare) or looks_like_organization(bare)


def _is_one_name(parts: list[str]) -> bool:
    """``Department for A, B and C``; ``National A, B and C Agency``; ``A, B and C Ltd``."""
    whole_tail = any(" and " in part or " & " in part for part in parts[-1:])
    if _ONE_NAME.match(parts[0]):
        middle = all(len(part.split()) <= 3 for part in parts[1:-1])
        return whole_tail and middle and not any(looks_like_organization(p) for p in parts[1:-1])
    if not whole_tail or len(parts) > 3:
        return False
    tail = re.split(r" and | & ", parts[-1])[-1]
    starts_alone = any(
        has_organization_word(part) and not part.startswith("National ") for part in parts[:-1]
    )
    shared = has_organization_word(tail) and len(tail.split()) >= 2
    return shared and not starts_alone and not any(is_acronym(part) for part in parts)


def _is_person_with_role(parts: list[str]) -> bool:
    if len(parts) == 3 and is_role(parts[1]):
        return _is_name(parts[0])
    return len(parts) == 3 and is_role(parts[0]) and _is_name(parts[2])


def _two_parties(one: str, other: str) -> bool:
    """Whether ``one, other`` are two parties, not a person and employer, or a name and a place."""
    if is_role(other) or is_company_form(other) or _PART_OF.match(other):
        return False
    if _is_name(one) != _is_name(other):
        initial = other.split(maxsplit=1)[0].strip(".")
        return len(initial) == 1 and initial.isupper()
    placed = _PLACED.search(one) and len(other.split()) <= 2
    if placed and len(other) == 2 and other.isupper():
        return False
    placed = placed and not is_acronym(other)
    return not (placed and not has_organization_word(other))


def _is_name(text: str) -> bool:
    return has_honorific(text) or looks_like_person(strip_personal_letters(text))


def _is_lettered(part: str) -> bool:
    """Whether letters that only people have stand after what could be a name."""
    bare = strip_personal_letters(part)
    return bare != part and looks_like_person(bare)


def _person(part: str, *, several: bool) -> NamedPerson | None:
    """The person that a part names, with their employer if it says one; None for organizations."""
    for pattern in (_PAIR_BRACKETS, _PAIR_DASH, _PAIR_SLASH):
        pair = pattern.fullmatch(part)
        if pair and _is_name(pair[1].strip(" ,")) and _employs(pair[1], pair[2].strip(), pattern):
            return _employed(pair[1].strip(" ,"), pair[2].strip())
    pieces = outside_brackets(part)
    if len(pieces) > 1:
        return _person_in(pieces)
    if _OFFICE_OF.search(part) and is_role(part):
        led = _LED.fullmatch(part)
        is_led = led is not None and looks_like_organization(led[2])
        return (
            NamedPerson("", (led[1],), "", "", led[2])
            if led and is_led
            else NamedPerson("", (part,))
        )
    if _is_lettered(part) or (not several and begins_with_given_name(part)):
        return split_person(part)
    honoured = has_honorific(part) and not (several and has_organization_word(part))
    return split_person(part) if honoured else None


def _person_in(pieces: list[str]) -> NamedPerson | None:
    """``Name, Role, Employer``, ``Role, Employer, Name``, ``Name, Role``, ``Name, Employer``."""
    if len(pieces) == 3 and _is_person_with_role(pieces):
        name, role, employer = pieces if is_role(pieces[1]) else (pieces[2], pieces[0], pieces[1])
        return _employed(name, employer, role)
    if len(pieces) != 2 or _is_name(pieces[0]) == _is_name(pieces[1]):
        return None
    if is_role(pieces[1]):
        return _employed(pieces[0], "", pieces[1])
    name, employer = pieces if _is_name(pieces[0]) else (pieces[1], pieces[0])
    is_initial = name is pieces[1] and len(name.split(maxsplit=1)[0].strip(".")) == 1
    is_placed = is_company_form(employer) or _PLACED.search(name)
    return None if is_placed or is_initial else _employed(name, employer)


def _employs(name: str, text: str, pattern: re.Pattern[str]) -> bool:
    """Brackets after a name hold the employer; after a dash or slash it mustn't be another name."""
    if is_acronym(text) and text == "".join(word[0] for word in name.split()).upper():
        return False
    return pattern is _PAIR_BRACKETS or not _is_name(text)


def _employed(name: str, employer: str, role: str = "") -> NamedPerson:
    person = split_person(name)
    titles = person.titles + ((role,) if role else ())
    return NamedPerson(person.name, titles, person.honorific, person.post_nominals, employer)
