"""Parcels: steps taken out of one copy of an office as plain frozen data, to be taken into another.

A parcel is no file format and knows no network: how it travels is another room's affair. It may be
lost, come late, twice or out of order (``taking_in.py``).
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from liaison_app.store.steps import StepHead, head_of
from liaison_app.store.tables.journal import node, step


@dataclass(frozen=True, slots=True)
class SentChange:
    """One changed cell as the journal has it. ``row`` is an id's 16 bytes; ``before`` and ``after``
    are JSON texts, None where erased; ``salt`` and ``leaf`` stand only where the step was loosened by
    an erasure (``digest.py``)."""

    table: str
    row: bytes
    col: str
    before: str | None
    after: str | None
    bases: str
    salt: bytes | None = None
    leaf: bytes | None = None


@dataclass(frozen=True, slots=True)
class SentPrivate:
    """The values of one private cell of a step, apart from the journal: no digest covers them, and a
    parcel may come without."""

    row: bytes
    col: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class SentStep:
    """A step with all that it changed, sealed: ``prior`` is the digest of the node's step before."""

    head: StepHead
    prior: bytes
    salt: bytes | None
    digest: bytes
    changes: tuple[SentChange, ...]
    private: tuple[SentPrivate, ...] = ()


@dataclass(frozen=True)
class SentCopy:
    """A copy of the office that wrote some of the steps: its node, and the letters of its references."""

    name: str
    series: str
    officer: UUID | None
    office: UUID | None


@dataclass(frozen=True)
class Parcel:
    """Steps of one office, of any of its copies. ``office`` is the id of the office in its own file."""

    office: UUID | None
    copies: tuple[SentCopy, ...]
    steps: tuple[SentStep, ...]


def latest(connection: Connection) -> dict[str, int]:
    """How far this copy knows each node: its last step before the first that is missing."""
    known: dict[str, int] = {}
    for name, seq in connection.execute(
        select(step.c.node, step.c.seq).order_by(step.c.node, step.c.seq)
    ):
        if seq == known.get(name, 0) + 1:
            known[name] = seq
    return known


def take_out(connection: Connection, known: Mapping[str, int] | None = None) -> Parcel:
    """The steps beyond those that the other copy knows (``latest`` there), all without it."""
    known = known or {}
    rows = connection.execute(select(step).order_by(step.c.n)).all()
    chosen = [row for row in rows if row.seq > known.get(row.node, 0)]
    numbers = [row.n for row in chosen]
    changes, private = (
        defaultdict[int, list[SentChange]](list),
        defaultdict[int, list[SentPrivate]](list),
    )
    for low, high in _runs(numbers):
        for number, *cells in connection.exec_driver_sql(_CHANGES, (low, high)):
            changes[number].append(SentChange(*cells))
        for number, *cells in connection.exec_driver_sql(_PRIVATE, (low, high)):
            private[number].append(SentPrivate(*cells))
    steps = tuple(
        SentStep(
            head_of(row),
            row.prior,
            row.salt,
            row.digest,
            tuple(changes[row.n]),
            tuple(private[row.n]),
        )
        for row in chosen
    )
    copies = connection.execute(
        select(node.c.name, node.c.series, node.c.officer, node.c.office).order_by(node.c.name)
    ).all()
    wrote = {row.node for row in chosen}
    return Parcel(
        office_of(connection), tuple(SentCopy(*one) for one in copies if one.name in wrote), steps
    )


def office_of(connection: Connection) -> UUID | None:
    """Which office this file is a copy of."""
    return connection.scalar(select(node.c.office).order_by(node.c.is_this.desc()).limit(1))


_CHANGES = """
    SELECT step, tbl, row, col, before, after, bases, salt, leaf FROM change
    WHERE step BETWEEN ? AND ? ORDER BY step, row, col
"""

_PRIVATE = """
    SELECT step, row, col, before, after FROM change_private
    WHERE step BETWEEN ? AND ? ORDER BY step, row, col
"""


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Ascending numbers as runs from one to another without a gap."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return runs
