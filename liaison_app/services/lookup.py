"""What Ctrl+K shows: rows of every kind that a few letters find, the best first, and what was touched lately."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.kinds import Kind
from liaison_app.services import history
from liaison_app.services.lists.catalogue import LISTINGS
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.office import Office
from liaison_app.services.reading import looking
from liaison_app.services.rows import Row
from liaison_app.services.searching import by_kind
from liaison_app.system.letters import fold

ORDER = (
    Kind.PERSON,
    Kind.JURISDICTION,
    Kind.ORGANIZATION,
    Kind.ENGAGEMENT,
    Kind.COMMITMENT,
    Kind.TRIP,
    Kind.OFFICE,
)
"""The kinds that Ctrl+K looks for, in the order in which they are shown where nothing tells which is
meant."""

_STEPS = 60


def rows_found(office: Office, query: str, each: int = 4) -> list[tuple[Kind, Row]]:
    """The rows that a query finds: the best match first, whatever its kind, then kind by kind."""
    by = by_kind(office, query, each, ORDER)
    rows = [
        (kind, row)
        for kind in ORDER
        if kind in by
        for row in LISTINGS[kind].rows(office, [one.n for one in by[kind]])
    ]
    words = [fold(word) for word in query.split() if ":" not in word]
    rows.sort(key=lambda found: (ORDER.index(found[0]), _rank(found[1], words)))
    best = min(rows, key=lambda found: _rank(found[1], words), default=None)
    return rows if best is None else [best, *(one for one in rows if one is not best)]


def rows_lately(
    office: Office, seen: Sequence[tuple[Kind, UUID]], kinds: Iterable[Kind], most: int = 8
) -> list[tuple[Kind, Row]]:
    """The rows of what was looked at lately, the latest first; where that is little,
    of what was changed last; in an office without a past, of what comes next."""
    wanted, shown = list(dict.fromkeys(seen)), frozenset(kinds)
    if len(wanted) < most:
        lines = history.latest(office, _STEPS)
        wanted += [(one.kind, one.subject.id) for one in lines if one.kind and one.subject]
    if not wanted:
        ahead = ENGAGEMENTS.page(office, f"after:{office.today().isoformat()}", limit=most)
        wanted = [(Kind.ENGAGEMENT, row.id) for row in ahead]
    wanted = [one for one in dict.fromkeys(wanted) if one[0] in shown][:most]
    with looking(office) as look:
        found = []
        for kind, record in wanted:
            table = LISTINGS[kind].table
            living = select(table.c.n).where(table.c.id == record, ~table.c.deleted)
            n = look.connection.scalar(living)
            found += [(kind, row) for row in LISTINGS[kind].rows_in(look, [n] if n else [])]
    return found


def _rank(row: Row, words: Sequence[str]) -> int:
    """0: the name begins so; 1: words of it do; 2: it is found otherwise."""
    names = [fold(row.title), fold(row.native or ""), fold(row.ref)]
    if words and any(name.startswith(words[0]) for name in names):
        return 0
    parts = [part for name in (row.title, row.native or "") for part in map(fold, name.split())]
    return 1 if all(any(p.startswith(w) for p in parts) for w in words) else 2
