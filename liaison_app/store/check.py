"""Is everything as it should be? Pages, the chain of digests, records against the journal, and what
copies can break between them. It only reads."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from liaison_app.store import blobs, conflicts, digest, erase, invariants, replay
from liaison_app.store.door import Store
from liaison_app.store.sealing import leaves
from liaison_app.store.steps import head_of
from liaison_app.store.tables.house import lost_step
from liaison_app.store.tables.journal import step


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be: a code of the message catalogue with its parameters.

    ``broken``: the file can't be trusted as it is; otherwise it is something to settle.
    """

    code: str
    broken: bool
    params: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Health:
    """What a check found, and how much it looked at."""

    steps: int
    changes: int
    records: int
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is broken; things to settle may be left."""
        return not any(one.broken for one in self.findings)


def check(store: Store) -> Health:
    """Look at the whole file; takes seconds to minutes by its size."""
    with store.apart() as connection:
        pages = list(_pages(connection))
        if pages:
            return Health(0, 0, 0, tuple(pages))
        found = replay.compare(connection)
        differences = [
            Finding(
                "check.differs", True, {"table": one.table, "id": str(one.row), "cell": one.col}
            )
            for one in found.differences
        ]
        to_settle = [
            Finding(f"check.{one.code}", False, one.params) for one in invariants.broken(connection)
        ]
        if found.waiting:
            to_settle.append(Finding("check.waiting", False, {"count": found.waiting}))
        apart = len(conflicts.open_conflicts(connection))
        if apart:
            to_settle.append(Finding("check.conflicts", False, {"count": apart}))
        held = len(erase.pending(connection))
        if held:
            to_settle.append(Finding("check.erasure_held", False, {"count": held}))
        steps, chain = _chain(connection, store.node.name)
        files = list(_files(connection))
        return Health(
            steps, found.changes, found.records, (*chain, *differences, *files, *to_settle)
        )


def _pages(connection: Connection) -> Iterator[Finding]:
    damaged = connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars().all()
    if damaged:
        first = damaged[0].rpartition(" ")[2]
        yield Finding("check.pages", True, {"count": len(damaged), "first": first})
        return
    said = connection.exec_driver_sql("PRAGMA quick_check(5)").scalars().all()
    if list(said) != ["ok"]:
        yield Finding("check.pages", True, {"count": len(said), "first": said[0]})


def _files(connection: Connection) -> Iterator[Finding]:
    """Attached files whose bytes are not what they were, or not here (they come apart from steps)."""
    for one in blobs.damaged(connection):
        yield Finding("check.file_altered", True, {"sha256": one})
    for one in blobs.missing(connection):
        yield Finding("check.file_missing", False, {"sha256": one})


def _chain(connection: Connection, mine: str) -> tuple[int, list[Finding]]:
    """Every node's steps, from its first: none missing, each sealed over what it holds.

    Steps of other copies may still be on their way; those that a damaged file had lost are counted.
    """
    lost = _lost(connection)
    findings: list[Finding] = []
    for one in _links(connection):
        name = f"{one.node}.{one.seq}"
        if one.gap and not {(one.node, seq) for seq in one.gap} <= lost:
            code = "check.step_missing" if one.node == mine else "check.step_awaited"
            findings.append(Finding(code, one.node == mine, {"step": name}))
        elif not one.gap and not one.follows:
            findings.append(Finding("check.step_missing", True, {"step": name}))
        if not one.sealed and (one.node, one.seq) not in lost:
            findings.append(Finding("check.step_altered", True, {"step": name}))
    if lost:
        findings.append(Finding("check.history_lost", False, {"count": len(lost)}))
    return connection.scalar(select(func.count()).select_from(step)) or 0, findings


def unproved(connection: Connection) -> tuple[set[tuple[str, int]], set[tuple[str, int]]]:
    """The steps that can't be proved, by node and number: those missing before one that is there, and
    those whose seal isn't that of what is there of them."""
    links = list(_links(connection))
    missing = {(one.node, seq) for one in links for seq in one.gap}
    return missing, {(one.node, one.seq) for one in links if not one.sealed}


@dataclass(frozen=True)
class _Link:
    """A step in its node's chain. ``gap``: the numbers missing before it; ``follows``: it names the
    step before as it is; ``sealed``: its digest is that of what it holds."""

    node: str
    seq: int
    gap: range
    follows: bool
    sealed: bool


def _links(connection: Connection) -> Iterator[_Link]:
    node, seq, prior = None, 0, digest.FIRST
    for row in connection.execute(select(step).order_by(step.c.node, step.c.seq)).all():
        if row.node != node:
            node, seq, prior = row.node, 0, digest.FIRST
        sealed = digest.seal(row.prior, head_of(row).sealed(), leaves(connection, row.n, row.salt))
        gap = range(seq + 1, row.seq)
        yield _Link(row.node, row.seq, gap, row.prior == prior, sealed == row.digest)
        seq, prior = row.seq, row.digest


def _lost(connection: Connection) -> set[tuple[str, int]]:
    """The steps noted as lost with damaged pages."""
    return {(node, seq) for node, seq in connection.execute(select(lost_step))}
