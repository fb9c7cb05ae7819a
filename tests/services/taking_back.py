"""Every verb that a test tried is taken back, and the office shows what it showed before it."""

from collections import Counter

from sqlalchemy import select

from liaison_app.store.door import Store
from liaison_app.store.tables.journal import change, step
from liaison_app.store.undo import FINAL, undo
from tests.store.replaying import replayed, shown

_TOO_MANY = 2_000
"""Changes in an office above which reading its journal anew for each step takes too long."""


def latest(store: Store) -> str:
    """The newest step, as ``NODE.SEQ``."""
    with store.read() as connection:
        found = connection.execute(select(step).order_by(step.c.n.desc()).limit(1)).one()
    return f"{found.node}.{found.seq}"


def prove(store: Store, proven: Counter[str], times: int, *, redo: bool) -> None:
    """Take steps back whose verbs weren't proven ``times`` times: undo restores what was before.

    Only the newest, unless ``redo``: then all down to the oldest such verb, and each is done again,
    which restores what was after. Steps that other copies wrote are left to the tests of copies.
    """
    with store.read() as connection:
        steps = connection.execute(select(step).order_by(step.c.n.desc())).all()
        tables = set(connection.scalars(select(change.c.tbl).distinct()))
        changes = len(connection.scalars(select(change.c.n).limit(_TOO_MANY + 1)).all())
    if changes > _TOO_MANY or len({one.node for one in steps}) > 1:
        return
    final = next((at for at, one in enumerate(steps) if one.verb in FINAL), len(steps))
    steps = list(steps[: final if redo else min(final, 1)])
    while steps and proven[steps[-1].verb] >= times:
        del steps[-1]
    for one in steps:
        before, after = replayed(store, one.n - 1), shown(store, tables) if redo else {}
        name = f"{one.node}.{one.seq}"
        undone = undo(store, name).step
        assert shown(store, tables) == before, f"{one.verb} taken back"
        if undone is not None and redo:
            redone = undo(store, latest(store)).step
            assert shown(store, tables) == after, f"{one.verb} done again"
            assert redone is not None
            undo(store, name)
        proven[one.verb] += 1
