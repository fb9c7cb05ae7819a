"""The full-text tables and how their row numbers are made.

``found`` holds the words of every record, all kinds together, and a second column of filter words
(kind, jurisdiction, year); ``named`` holds trigrams of names, titles and references. Both keep no
text, only the index. A row number says date, kind and row, so that newest first needs no sort.
"""

from datetime import date
from uuid import UUID

from liaison_app.domain.kinds import Kind

KINDS = (
    Kind.JURISDICTION,
    Kind.ORGANIZATION,
    Kind.PERSON,
    Kind.OFFICE,
    Kind.TRIP,
    Kind.ENGAGEMENT,
    Kind.COMMITMENT,
    Kind.AGREEMENT,
    Kind.MEMBERSHIP,
    Kind.PROGRAMME,
    Kind.FUNDING,
    Kind.ASSIGNMENT,
    Kind.OUTCOME,
    Kind.REQUEST,
    Kind.GIFT,
    Kind.COORDINATION,
    Kind.CONSULTATION,
)
"""The kinds that search finds. A kind keeps its place here for ever; new ones come at the end."""

TABLES = (
    (
        "CREATE VIRTUAL TABLE found USING fts5(words, filters, content='', contentless_delete=1, "
        "tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')"
    ),
    (
        "CREATE VIRTUAL TABLE named USING fts5(names, content='', contentless_delete=1, "
        "tokenize='trigram')"
    ),
)

GATHERED = 16 << 20
"""Bytes of words that are gathered in memory before they're written out; SQLite's 1 MB makes an import
write and merge its words many times over."""

TUNED: tuple[str, ...] = tuple(
    f"INSERT INTO {name} ({name}, rank) VALUES ('hashsize', {GATHERED})"
    for name in ("found", "named")
)

_PLACES = {kind: place for place, kind in enumerate(KINDS)}
_KIND_BITS, _ROW_BITS = 6, 30
_ROW_MASK, _KIND_MASK = (1 << _ROW_BITS) - 1, (1 << _KIND_BITS) - 1


def row_number(on: date, kind: Kind, n: int) -> int:
    """The index row number of the record in row ``n`` of its table, dated ``on``."""
    return (on.toordinal() << _KIND_BITS | _PLACES[kind]) << _ROW_BITS | n


def record_at(number: int) -> tuple[Kind, int]:
    """The kind and the row that an index row number stands for."""
    return KINDS[number >> _ROW_BITS & _KIND_MASK], number & _ROW_MASK


def kind_filter(kind: Kind) -> str:
    """The filter word of a kind."""
    return f"kind{kind.value}"


def jurisdiction_filter(jurisdiction: UUID | bytes) -> str:
    """The filter word of a jurisdiction."""
    identity = jurisdiction.bytes if isinstance(jurisdiction, UUID) else jurisdiction
    return f"place{identity.hex()}"


def year_filter(year: int) -> str:
    """The filter word of a year."""
    return f"year{year}"
