"""Is a parcel what it says? Every step sealed as it was, in its node's chain, and fit for the tables.

A parcel that isn't is refused whole before anything is written.
"""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Column, Connection, Date, Integer, select

from liaison_app.domain.errors import Refusal
from liaison_app.store import digest
from liaison_app.store.parcels import Parcel, SentChange, SentPrivate, SentStep, office_of
from liaison_app.store.tables.declare import Keep, facts, is_private, metadata
from liaison_app.store.tables.every import SCHEMA
from liaison_app.store.tables.journal import step
from liaison_app.store.tables.types import Amount, Id, Instant

_NODE, _HLC = re.compile(r"[0-9a-f]{16}"), re.compile(r"[0-9a-f]{32}")
_NAME = r"[0-9a-f]{16}\.[1-9][0-9]{0,17}"
_STEP, _BASES = re.compile(_NAME), re.compile(rf"({_NAME}( {_NAME})*)?")
_CHANGED = '"changed"'
_ID_BYTES = 16


def prove(parcel: Parcel) -> None:
    """Refuse a parcel with a step that was altered, that no Liaison writes, or that a newer one
    wrote."""
    for one in parcel.steps:
        if one.head.schema > SCHEMA:
            raise Refusal("parcel.newer", theirs=one.head.schema, ours=SCHEMA)
        try:
            sound = _is_sound(one)
        except (TypeError, ValueError, AttributeError, InvalidOperation):
            sound = False
        if not sound:
            raise Refusal("parcel.step_altered", step=one.head.name)


def unknown_steps(connection: Connection, parcel: Parcel, mine: str) -> list[SentStep]:
    """The steps that this copy doesn't have, each once, node by node.

    Refused when they are of another office, when a node wrote two different steps under one number,
    or when somebody else wrote under ``mine``, the node of this copy.
    """
    if parcel.office != office_of(connection):
        raise Refusal("parcel.other_office")
    by_node: dict[str, dict[int, SentStep]] = {}
    for one in parcel.steps:
        same = by_node.setdefault(one.head.node, {}).setdefault(one.head.seq, one)
        if same.digest != one.digest:
            raise Refusal("parcel.written_twice", step=one.head.name)
    found: list[SentStep] = []
    for node, steps in sorted(by_node.items()):
        known = _known(connection, node, steps)
        new = {seq: one for seq, one in sorted(steps.items()) if seq not in known}
        if node == mine and new:
            raise Refusal("parcel.clone", step=new[min(new)].head.name)
        _refuse_forks(known, steps)
        found += new.values()
    return found


def _known(
    connection: Connection, node: str, steps: dict[int, SentStep]
) -> dict[int, tuple[bytes, bytes]]:
    """Prior and digest of the steps that this copy has of a node, where these steps touch them."""
    rows = connection.execute(
        select(step.c.seq, step.c.prior, step.c.digest).where(
            step.c.node == node, step.c.seq.between(min(steps) - 1, max(steps) + 1)
        )
    )
    return {row.seq: (row.prior, row.digest) for row in rows}


def _refuse_forks(known: dict[int, tuple[bytes, bytes]], steps: dict[int, SentStep]) -> None:
    """Refuse steps that don't follow each other: two files wrote under one node."""
    chain = {seq: (one.prior, one.digest) for seq, one in steps.items()}
    for seq, (prior, sealed) in chain.items():
        before = (known | chain).get(seq - 1, (b"", digest.FIRST if seq == 1 else None))[1]
        after = known.get(seq + 1, (sealed, b""))[0]
        same = known.get(seq, (prior, sealed))[1]
        if same != sealed or before not in (None, prior) or after != sealed:
            raise Refusal("parcel.written_twice", step=steps[seq].head.name)


def _is_sound(one: SentStep) -> bool:
    head = one.head
    named = _NODE.fullmatch(head.node) and _HLC.fullmatch(head.hlc) and head.hlc.endswith(head.node)
    if not named or head.seq < 1 or not (head.undoes is None or _STEP.fullmatch(head.undoes)):
        return False
    cells = [(change.row, change.col) for change in one.changes]
    if cells != sorted(set(cells)) or not all(_is_fit(change) for change in one.changes):
        return False
    tables = {change.row: change.table for change in one.changes}
    if not all(_is_fit_apart(tables.get(private.row), private) for private in one.private):
        return False
    return digest.seal(one.prior, head.sealed(), _leaves(one)) == one.digest


def _leaves(one: SentStep) -> Iterator[bytes]:
    salt_of = digest.leaf_salts(one.salt or b"")
    for change in one.changes:
        if change.leaf is not None:
            yield change.leaf
            continue
        salt = change.salt or salt_of(change.row, change.col)
        row = str(UUID(bytes=change.row))
        yield digest.leaf(
            salt, change.table, row, change.col, change.before, change.after, change.bases
        )


def _is_fit(change: SentChange) -> bool:
    """Whether the tables can hold what a change says."""
    table = metadata.tables.get(change.table)
    if table is None or not table.info.get("journalled") or len(change.row) != _ID_BYTES:
        return False
    if change.col == "*":
        image = json.loads(change.after or "{}")
        fits = all(_is_image(table.c.get(name), value) for name, value in image.items())
        return fits and change.before is None and not change.bases
    column = table.c.get(change.col)
    if column is None or not _is_kept(column) or not _BASES.fullmatch(change.bases):
        return False
    values = {change.before, change.after}
    if change.leaf is not None:
        return values == {None}
    if is_private(column):
        return values <= {_CHANGED, "null", None}
    return _fits_text(column, change.before) and _fits_text(column, change.after)


def _is_fit_apart(table: str | None, private: SentPrivate) -> bool:
    """Whether private values belong to a row that the step changed, and to a private column."""
    column = None if table is None else metadata.tables[table].c.get(private.col)
    return (
        column is not None
        and is_private(column)
        and _fits_text(column, private.before)
        and _fits_text(column, private.after)
    )


def _is_image(column: Column[Any] | None, value: Any) -> bool:
    """Whether an insert may say this of a column."""
    return (
        column is not None
        and _is_kept(column)
        and not is_private(column)
        and (value is None or _fitting(column)(value))
    )


@cache
def _is_kept(column: Column[Any]) -> bool:
    return facts(column).keep in {Keep.JOURNALLED, Keep.PRIVATE} and column.name != "id"


def _fits_text(column: Column[Any], cell: str | None) -> bool:
    value = None if cell is None else json.loads(cell)
    return value is None or _fitting(column)(value)


@cache
def _fitting(column: Column[Any]) -> Callable[[Any], bool]:
    """What tells whether a column can hold a JSON value; it may raise instead of saying no."""
    for kind, fits in _FITS:
        if isinstance(column.type, kind):
            return fits
    return lambda value: isinstance(value, str)


_FITS: tuple[tuple[type, Callable[[Any], bool]], ...] = (
    (Boolean, lambda value: isinstance(value, bool)),
    (Integer, lambda value: type(value) is int and abs(value) < 2**63),
    (Id, lambda value: str(UUID(value)) == value),
    (Instant, lambda value: datetime.fromisoformat(value).tzinfo is not None),
    (Date, lambda value: date.fromisoformat(value).isoformat() == value),
    (Amount, lambda value: isinstance(value, str) and Decimal(value).is_finite()),
)
