"""The codes that an office added to a list or retired, as the check of a field needs them."""

from sqlalchemy import select

from liaison_app.domain.codes import OwnCodes
from liaison_app.services.reading import Looking
from liaison_app.store.tables.rules import code_label

_CODES = select(code_label.c.code, code_label.c.retired)


def own_codes(look: Looking, name: str) -> OwnCodes:
    """What the office says of the codes of one list; a code whose adding was undone still counts
    as retired, since records of another copy may use it."""
    c = code_label.c
    rows = look.all(_CODES.add_columns(c.deleted).where(c.list == name))
    return OwnCodes(
        codes=tuple(row.code for row in rows),
        retired=frozenset(row.code for row in rows if row.retired and not row.deleted),
        gone=frozenset(row.code for row in rows if row.deleted),
    )
