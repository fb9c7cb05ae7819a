"""The versions of a row's cells, and what they come to: heads, the shown value, open conflicts.

A version is a change, named by its step. Pure: whoever holds the same changes of a row finds the
same heads, the same shown values and the same conflicts, in whatever order they came.
"""

import json
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from liaison_app.store.tables.declare import is_private, metadata, unset

SETTLE = "conflict.settle"
"""The verb of a step that names all heads of a cell and says what it shows from now on."""

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Version:
    """One change of one row. ``after`` is JSON text (of a private cell its private value, None where
    it was erased or not sent); an insert (``*``) holds all cells in ``image``."""

    n: int
    table: str
    row: bytes
    col: str
    node: str
    seq: int
    hlc: str
    schema: int
    verb: str
    undoes: str | None
    bases: frozenset[str]
    before: str | None
    after: str | None
    image: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The step that made it: ``NODE.SEQ``."""
        return f"{self.node}.{self.seq}"

    def says(self, col: str) -> Any:
        """What a cell is by this version, as a JSON value; what is erased or missing is unset."""
        said = self.image.get(col) if self.col == "*" else json.loads(self.after or "null")
        return unset(metadata.tables[self.table].c[col]) if said is None else said


@dataclass(frozen=True)
class Deletion:
    """The deletions of a row that no later one took back, and the versions that none of them saw."""

    deletes: tuple[Version, ...] = ()
    against: tuple[Version, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether the row is deleted: it stays visible while something speaks against it."""
        return bool(self.deletes) and not self.against


def load(
    connection: Connection, rows: Iterable[bytes], without: str = "SELECT change FROM aside"
) -> Iterator[tuple[bytes, list[Version]]]:
    """The versions of some rows that count, row by row: none that wait, none that were erased.

    ``without`` is the SQL of those left out.
    """
    wanted = list(rows)
    for start in range(0, len(wanted), _AT_ONCE):
        some = tuple(wanted[start : start + _AT_ONCE])
        marks = ", ".join("?" * len(some))
        secrets = defaultdict[tuple[int, bytes], dict[str, tuple[str | None, str | None]]](dict)
        for step, row, col, before, after in connection.exec_driver_sql(
            f"SELECT step, row, col, before, after FROM change_private WHERE row IN ({marks})", some
        ):
            secrets[step, row][col] = before, after
        found = defaultdict[bytes, list[Version]](list)
        for step, *one in connection.exec_driver_sql(
            _CHANGES.format(marks=marks, without=without), some
        ):
            row = one[2]
            found[row].append(_version(one, secrets.get((step, row), {})))
        yield from found.items()


_CHANGES = """
    SELECT c.step, c.n, c.tbl, c.row, c.col, s.node, s.seq, s.hlc, s.schema, s.verb, s.undoes, c.bases,
           c.before, c.after
    FROM change c JOIN step s ON s.n = c.step
    WHERE c.row IN ({marks}) AND c.n NOT IN ({without})
"""


def _version(told: Sequence[Any], secret: Mapping[str, tuple[str | None, str | None]]) -> Version:
    """One row of the journal as a version; ``secret`` are the step's private values of the row."""
    n, table, row, col, node, seq, hlc, schema, verb, undoes, bases, before, after = told
    image: dict[str, Any] = {}
    if col == "*":
        image = json.loads(after or "{}")
        image |= {name: json.loads(value or "null") for name, (_, value) in secret.items()}
        after = None
    elif is_private(metadata.tables[table].c[col]):
        before, after = secret.get(col, (None, None))
    names = frozenset(bases.split())
    return Version(
        n, table, row, col, node, seq, hlc, schema, verb, undoes, names, before, after, image
    )


def heads(versions: Sequence[Version], col: str) -> list[Version]:
    """The versions of a cell that no other names as base, the shown one first.

    An erasure stands above every insert of the row, whether its writer saw that or not.
    """
    mine = [one for one in versions if one.col == col]
    named = {(base, one.name) for one in mine for base in one.bases}
    superseded = {base for base, by in named if base != by}
    inserts = [] if any(one.verb == "erase" for one in mine) else births(versions)
    found = [one for one in chain(mine, inserts) if one.name not in superseded]
    return sorted(found, key=_later, reverse=True)


def shown(versions: Sequence[Version], col: str) -> Any:
    """What a cell shows, as a JSON value."""
    found = heads(versions, col)
    return found[0].says(col) if found else None


def births(versions: Iterable[Version]) -> list[Version]:
    """The inserts of the row: more than one where copies made the same link or setting."""
    return [one for one in versions if one.col == "*"]


def deletion(versions: Sequence[Version]) -> Deletion:
    """Whether the row is deleted, by whom, and what they didn't see."""
    told = [one for one in versions if one.col == "deleted"]
    if not told:
        return Deletion()
    by_name = {one.name: one for one in told}
    named = {base for one in told for base in one.bases if base != one.name}
    tops = [one for one in told if one.name not in named]
    deletes = sorted((one for one in tops if one.says("deleted")), key=_later, reverse=True)
    seen, ahead = set[str](), [one.name for one in deletes]
    while ahead:
        name = ahead.pop()
        if name not in seen:
            seen.add(name)
            ahead += by_name[name].bases if name in by_name else ()
    others = {one.col for one in versions} - {"*", "deleted"}
    edits = [head for col in sorted(others) for head in heads(versions, col) if head.col != "*"]
    against = [one for one in tops if not one.says("deleted")] + [
        one
        for one in chain(births(versions), edits)
        if one.name not in seen and one.verb != "erase" and not _saw_any(one, deletes)
    ]
    return Deletion(tuple(deletes), tuple(against))


def _saw_any(one: Version, deletes: Iterable[Version]) -> bool:
    """Whether who wrote this knew that the row was deleted: it names the deletion, or is of the same
    step. Steps of the first format didn't name it: there the same copy's later ones knew."""
    return any(
        delete.name in one.bases
        or delete.name == one.name
        or (one.schema == 1 and delete.node == one.node and delete.seq < one.seq)
        for delete in deletes
    )


def effective(versions: Sequence[Version]) -> Sequence[Version]:
    """The versions without settlings that were undone: their conflicts are open again.

    What was written over the undo of a settling was written over the version that it put back.
    """
    for settled in [one for one in versions if one.verb == SETTLE]:
        undone = [settled]
        while (following := _undo_of(versions, undone[-1])) is not None and following not in undone:
            undone.append(following)
        if len(undone) % 2 == 0:
            versions = _without(versions, undone)
    return versions


def arrived(versions: Sequence[Version], steps: Container[str]) -> list[Version]:
    """The versions that wait for nothing: their row's insert is here, and what they are based on,
    and what that is based on. ``steps`` are the names of all steps that are here."""
    if not births(versions):
        return []
    waits = {one.n for one in versions if any(base not in steps for base in one.bases)}
    while waits:
        late = {(one.name, one.col) for one in versions if one.n in waits}
        more = {
            one.n
            for one in versions
            if one.n not in waits
            and any(
                name in one.bases and (col == one.col or "deleted" in {col, one.col})
                for name, col in late
            )
        }
        if not more:
            break
        waits |= more
    return [one for one in versions if one.n not in waits]


def erased(versions: Sequence[Version]) -> set[int]:
    """The versions (``n``) that erasures take away: of an erased cell all that weren't written over
    the erasure by somebody who knew of it. Inserts lose single cells and aren't named here."""
    gone = set[int]()
    for erasure in [one for one in versions if one.verb == "erase"]:
        mine = [one for one in versions if one.col == erasure.col]
        known, before = {erasure.name}, 0
        while len(known) != before:
            before = len(known)
            known |= {one.name for one in mine if not known.isdisjoint(one.bases)}
        gone |= {one.n for one in mine if one.verb != "erase" and one.name not in known}
    return gone


def _undo_of(versions: Iterable[Version], one: Version) -> Version | None:
    found = [by for by in versions if by.undoes == one.name and by.col == one.col]
    return max(found, key=_later, default=None)


def _without(versions: Sequence[Version], undone: Sequence[Version]) -> Sequence[Version]:
    settled, last = undone[0], undone[-1]
    gone = {one.n for one in undone}
    names = {one.name for one in undone}
    put_back = {
        one.name
        for one in versions
        if one.name in settled.bases
        and one.col in {settled.col, "*"}
        and one.says(settled.col) == last.says(settled.col)
    }
    left = []
    for one in versions:
        if one.n in gone:
            continue
        if one.col == settled.col and not names.isdisjoint(one.bases):
            back = put_back if last.name in one.bases else frozenset()
            one = replace(one, bases=(one.bases - names) | back)  # noqa: PLW2901
        left.append(one)
    return left


def _later(one: Version) -> tuple[str, str]:
    return one.hlc, one.node
