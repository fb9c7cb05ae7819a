"""Chains of undoing: a step, its undo, the undo of that (a redo), and so on.

A step stands when the chain that begins with it has an even number of undoings.
"""

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from liaison_app.services.reading import AnyRow, Looking
from liaison_app.store.tables.journal import step

Undone = Mapping[str, str]
"""From the name of a step to that of the step which undid it last."""

_UNDOS = (
    select(step.c.undoes, step.c.node, step.c.seq)
    .where(step.c.undoes.is_not(None))
    .order_by(step.c.n)
)


def undone(look: Looking) -> Undone:
    """Every undo in the office."""
    return {row.undoes: f"{row.node}.{row.seq}" for row in look.all(_UNDOS)}


def last_of(undos: Undone, name: str) -> str:
    """The last step of the chain that begins with ``name``: the one to undo now."""
    seen = {name}
    while (following := undos.get(name)) is not None and following not in seen:
        seen.add(following)
        name = following
    return name


def undone_by(undos: Undone, name: str) -> str | None:
    """The step that keeps ``name`` undone, None if it stands."""
    at, links, seen = name, 0, {name}
    while (following := undos.get(at)) is not None and following not in seen:
        seen.add(following)
        at, links = following, links + 1
    return at if links % 2 else None


def depth(undos: Undone, name: str) -> int:
    """How many undoings lie under a step: 0 for a plain one, 1 for an undo, 2 for a redo."""
    under = {by: source for source, by in undos.items()}
    links, seen = 0, {name}
    while (source := under.get(name)) is not None and source not in seen:
        seen.add(source)
        name, links = source, links + 1
    return links


def bases_of(look: Looking, rows: Iterable[AnyRow]) -> dict[str, tuple[int, AnyRow]]:
    """For each undo and redo among ``rows``: its depth, and the plain step at its bottom."""
    found: dict[str, tuple[int, AnyRow]] = {}
    for row in rows:
        links, at = 0, row
        while at.undoes is not None and links < 1_000:
            source = _step(look, at.undoes)
            if source is None:
                break
            links, at = links + 1, source
        if links:
            found[f"{row.node}.{row.seq}"] = (links, at)
    return found


def _step(look: Looking, name: str) -> AnyRow | None:
    node, _, seq = name.rpartition(".")
    return look.one(select(step).where(step.c.node == node, step.c.seq == int(seq)))
