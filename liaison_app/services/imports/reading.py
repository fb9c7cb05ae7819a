"""Reading a list, as a job for the worker: from the bytes of a file to rows as they would stand here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from liaison_app.interchange.columns import Columns
from liaison_app.interchange.given_map import GivenMap
from liaison_app.interchange.meanings import ListKind
from liaison_app.interchange.records import NoteRow, RefusedRow, Remark
from liaison_app.interchange.source import read_source
from liaison_app.services.imports.incoming import Incoming, incoming, kind_of
from liaison_app.system.worker.job import Tell

_SLICE = 100
"""Rows that travel together: unpacking them takes two milliseconds, in which the window waits."""


@dataclass(frozen=True)
class Source:
    """A list that was read, not yet compared with the office; or a slice of it.

    ``records`` = rows + refused + empty + notes of the whole, always.
    """

    name: str
    kind: ListKind
    columns: Columns
    records: int
    empty: int
    notes: tuple[NoteRow, ...]
    remarks: tuple[Remark, ...]
    rows: tuple[Incoming, ...] = ()
    refused: tuple[RefusedRow, ...] = ()


def read_list(
    tell: Tell, data: bytes, name: str, today: date, given: GivenMap | None
) -> Iterator[Source]:
    """The list in slices: the first says how it was read, the others have its rows. ``tell`` counts
    its records. Refuses, in one sentence, what can't be read."""
    listed = read_source(data, name, today=today, given=given, tell=tell)
    rows, refused = incoming(listed, today), listed.refused
    head = Source(
        name,
        kind_of(listed),
        listed.columns,
        listed.records,
        listed.empty,
        listed.notes,
        listed.remarks,
    )
    yield head
    for at in range(0, max(len(rows), len(refused)), _SLICE):
        part = slice(at, at + _SLICE)
        yield replace(head, notes=(), remarks=(), rows=tuple(rows[part]), refused=refused[part])


def joined(slices: Iterable[Source]) -> Source:
    """The list whole again."""
    head, *others = slices
    return replace(
        head,
        rows=tuple(chain.from_iterable(one.rows for one in others)),
        refused=tuple(chain.from_iterable(one.refused for one in others)),
    )
