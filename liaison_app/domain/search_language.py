"""The search language: words and filters, the same in the window, in search and after ``--where``.

``port tariff`` finds both words, each also as the beginning of one; ``"port mou"`` the two together.
``kind:engagement``, ``jurisdiction:busan`` (a name, or a reference such as J-0012), ``with:`` a
person by name, reference or office held (``with:"consul general"``), ``trip:``, ``topic:``,
``year:2026``, ``after:2026-03`` (from its first day on), ``before:2026-03`` (until the day before),
``status:open``, ``direction:we_owe``, ``saved:"due before Busan"``; ``overdue awaited soon open
closed unreviewed mine ours tribal stale expiring dormant`` alone. A minus before any of these leaves out what
it finds: ``-topic:trade -lunch``. A word in quotes is never a filter; a value in quotes may have spaces.
"""

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from types import MappingProxyType

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import PLURALS, Kind

FLAGS = frozenset(
    {
        "overdue",
        "awaited",
        "soon",
        "open",
        "closed",
        "unreviewed",
        "expiring",
        "dormant",
        "mine",
        "ours",
        "tribal",
        "stale",
    }
)
"""Words that are filters when they stand alone and unquoted."""


@dataclass(frozen=True)
class Where:
    """What is looked for. Empty tuples and None don't narrow; all that is given must hold.

    ``without``: searches of one part each, none of which may hold.
    """

    words: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    trips: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    after: date | None = None
    before: date | None = None
    statuses: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()
    of_kinds: tuple[str, ...] = ()
    flags: frozenset[str] = field(default_factory=frozenset)
    without: tuple["Where", ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing narrows."""
        return self == Where()


@dataclass(frozen=True)
class Reading:
    """A search as it was understood, and what in it was not: each a sentence of the catalogue. What
    was not understood doesn't narrow."""

    where: Where
    amiss: tuple[Refusal, ...] = ()


EVERYTHING = Where()

SAVED = "saved"
"""The filter whose value names a saved search: what that asks for must hold too."""

_NONE: Mapping[str, str] = MappingProxyType({})
_KINDS = {kind.value: kind for kind in Kind}
_TOKEN = re.compile(r'([-\u2212\u2013]?)(?:(\w+):)?(?:"([^"]*)("?)|(\S+))')
_ALIKE = 0.75


def parse(text: str, saved: Mapping[str, str] = _NONE) -> Where:
    """Read a search that must be understood whole. Refused: whatever ``read`` finds amiss."""
    reading = read(text, saved)
    for one in reading.amiss:
        raise one
    return reading.where


def read(text: str, saved: Mapping[str, str] = _NONE) -> Reading:
    """Read a search as people type it: what can't be understood is said, the rest is taken.

    ``saved``: the texts of saved searches by their names in small letters. Amiss:
    ``search.bad_value``, ``search.no_such_filter``, ``search.no_such_saved``, ``search.open_quote``.
    """
    where = EVERYTHING
    amiss: list[Refusal] = []
    for minus, key, quoted, closing, plain in _TOKEN.findall(text):
        if not plain and quoted and not closing:
            amiss.append(Refusal("search.open_quote", given=quoted))
        try:
            if key.lower() == SAVED:
                inner = _read_saved(quoted or plain, saved)
                part = inner.where
                amiss.extend(inner.amiss)
            else:
                part = _part(key, quoted, plain)
        except Refusal as refusal:
            amiss.append(refusal)
            continue
        if key and key.lower() != SAVED and part.words and (meant := _meant(key)):
            amiss.append(Refusal("search.no_such_filter", given=key, meant=meant))
        if not part.is_empty:
            where = _without(where, part) if minus else _and(where, part)
    return Reading(where, tuple(amiss))


def _read_saved(name: str, saved: Mapping[str, str]) -> Reading:
    """What a saved search asks for; one that names itself, however far round, is none."""
    called = name.lower()
    if called not in saved:
        raise Refusal("search.no_such_saved", name=name)
    others = {other: text for other, text in saved.items() if other != called}
    return read(saved[called], others)


def _part(key: str, quoted: str, plain: str) -> Where:
    """What one token asks for; nothing when a filter is only half typed."""
    value = quoted or plain
    narrow = _FILTERS.get(key.lower())
    if narrow is not None:
        return narrow(EVERYTHING, value) if value else EVERYTHING
    if plain.endswith(":") and plain[:-1].lower() in (*_FILTERS, SAVED):
        return EVERYTHING
    if not key and not quoted and value.lower() in FLAGS:
        return replace(EVERYTHING, flags=frozenset({value.lower()}))
    word = f"{key}:{value}" if key else value
    return replace(EVERYTHING, words=(word,)) if word.strip(" -\u2212\u2013") else EVERYTHING


def _and(where: Where, part: Where) -> Where:
    """Both together; of two bounds of time the later one typed holds."""
    changed: dict[str, object] = {}
    for name in (one.name for one in fields(Where)):
        mine, more = getattr(where, name), getattr(part, name)
        if isinstance(mine, tuple):
            changed[name] = mine + more
        elif isinstance(mine, frozenset):
            changed[name] = mine | more
        else:
            changed[name] = mine if more is None else more
    return Where(**changed)  # type: ignore[arg-type]


def _without(where: Where, part: Where) -> Where:
    return replace(where, without=(*where.without, part))


def _meant(key: str) -> str | None:
    """The filter that a word before a colon is a slip for; ``10:30`` and ``re:port`` are words."""
    near = difflib.get_close_matches(key.lower(), (*_FILTERS, SAVED), 1, _ALIKE)
    return near[0] if near else None


def _kind(where: Where, value: str) -> Where:
    """``kind:people`` is a record kind; ``kind:site_visit`` a kind of that record."""
    name = value.lower()
    kind = PLURALS.get(name) or _KINDS.get(name)
    if kind is None:
        return replace(where, of_kinds=(*where.of_kinds, name))
    return replace(where, kinds=(*where.kinds, kind))


def _year(where: Where, value: str) -> Where:
    if not re.fullmatch(r"[1-9]\d{3}", value, re.ASCII) or value == "9999":
        raise Refusal("search.bad_value", filter="year", given=value, example="year:2026")
    return replace(where, years=(*where.years, int(value)))


def _after(where: Where, value: str) -> Where:
    return replace(where, after=_first_day("after", value))


def _before(where: Where, value: str) -> Where:
    return replace(where, before=_first_day("before", value))


def _first_day(name: str, value: str) -> date:
    try:
        first = PartialDate.from_iso(value).first
    except Refusal as refusal:
        raise Refusal(
            "search.bad_value", filter=name, given=value, example=f"{name}:2026-03"
        ) from refusal
    if first is None:
        raise Refusal("search.bad_value", filter=name, given=value, example=f"{name}:2026-03")
    return first


def _named(field_name: str) -> Callable[[Where, str], Where]:
    def narrow(where: Where, value: str) -> Where:
        already: tuple[str, ...] = getattr(where, field_name)
        return replace(where, **{field_name: (*already, value)})  # type: ignore[arg-type]

    return narrow


def _coded(field_name: str) -> Callable[[Where, str], Where]:
    narrow = _named(field_name)
    return lambda where, value: narrow(where, value.lower())


_FILTERS: dict[str, Callable[[Where, str], Where]] = {
    "kind": _kind,
    "jurisdiction": _named("jurisdictions"),
    "in": _named("jurisdictions"),
    "person": _named("persons"),
    "with": _named("persons"),
    "trip": _named("trips"),
    "topic": _named("topics"),
    "year": _year,
    "after": _after,
    "before": _before,
    "status": _coded("statuses"),
    "direction": _coded("directions"),
}
