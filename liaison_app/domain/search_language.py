"""The search language: words and filters, the same in the window, in search and after ``--where``.

``port tariff`` finds both words, each also as the beginning of one; ``"port mou"`` the two together.
``kind:engagement``, ``jurisdiction:busan`` (a name, or a reference such as J-0012), ``person:``,
``trip:``, ``topic:``, ``year:2026``, ``after:2026-03`` (from its first day on), ``before:2026-03``
(until the day before), ``status:open``, ``direction:we_owe``; ``overdue awaited soon open closed
unreviewed mine ours tribal stale`` alone. A word in quotes is never a filter; a value in quotes may
have spaces.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

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
        "mine",
        "ours",
        "tribal",
        "stale",
    }
)
"""Words that are filters when they stand alone and unquoted."""


@dataclass(frozen=True)
class Where:
    """What is looked for. Empty tuples and None don't narrow; all that is given must hold."""

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

    @property
    def is_empty(self) -> bool:
        """Whether nothing narrows."""
        return self == Where()


EVERYTHING = Where()

_KINDS = {kind.value: kind for kind in Kind}
_TOKEN = re.compile(r'(?:(\w+):)?(?:"([^"]*)"?|(\S+))')


def parse(text: str) -> Where:
    """Read a search as typed. Refused: a filter whose value can't be (``search.bad_value``)."""
    where = EVERYTHING
    for key, quoted, plain in _TOKEN.findall(text):
        value = quoted or plain
        narrow = _FILTERS.get(key.lower())
        if narrow is not None:
            where = narrow(where, value) if value else where
        elif plain.endswith(":") and plain[:-1].lower() in _FILTERS:
            continue
        elif key:
            where = _with_word(where, f"{key}:{value}")
        elif not quoted and value.lower() in FLAGS:
            where = replace(where, flags=where.flags | {value.lower()})
        else:
            where = _with_word(where, value)
    return where


def _with_word(where: Where, word: str) -> Where:
    return replace(where, words=(*where.words, word)) if word.strip() else where


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
