"""The journal: steps, the cells they changed, and this copy's own identity (DESIGN section 4)."""

from sqlalchemy import Column, Index, Integer, LargeBinary, UniqueConstraint

from liaison_app.store.tables.declare import local_table
from liaison_app.store.tables.types import Code, Id, Instant, Words

step = local_table(
    "step",
    Column("n", Integer, primary_key=True),
    Column("node", Code, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("hlc", Code, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("verb", Code, nullable=False),
    Column("subject", Id),
    Column("officer", Id),
    Column("office", Id),
    Column("made_at", Instant, nullable=False),
    Column("undoes", Code),
    Column("prior", LargeBinary(32), nullable=False),
    Column("salt", LargeBinary(16)),
    Column("digest", LargeBinary(32), nullable=False),
)
"""One write. Its name everywhere is ``NODE.SEQ``. ``salt`` seals the leaves; it is taken away when a
change of the step is erased, the leaves that stay then keep salts of their own."""
step.append_constraint(UniqueConstraint("node", "seq"))
Index("step_by_hlc", step.c.hlc)

change = local_table(
    "change",
    Column("n", Integer, primary_key=True),
    Column("step", Integer, nullable=False),
    Column("tbl", Code, nullable=False),
    Column("row", Id, nullable=False),
    Column("col", Code, nullable=False),
    Column("before", Words),
    Column("after", Words),
    Column("bases", Code, nullable=False, server_default=""),
    Column("salt", LargeBinary(16)),
    Column("leaf", LargeBinary(32)),
)
"""One cell that a step changed; ``col`` is ``*`` for the row's insert. ``before`` and ``after`` are
JSON (SQL NULL: erased, or none); ``bases`` the names of the steps whose value the writer saw."""
change.append_constraint(UniqueConstraint("row", "col", "step"))
Index("change_by_step", change.c.step)

change_private = local_table(
    "change_private",
    Column("step", Integer, primary_key=True),
    Column("row", Id, primary_key=True),
    Column("col", Code, primary_key=True),
    Column("before", Words),
    Column("after", Words),
)
"""The values of private cells, apart from the journal, emptied on erasure."""

aside = local_table(
    "aside", Column("change", Integer, primary_key=True), Column("why", Code, nullable=False)
)
"""Changes that don't count: ``waiting`` for the insert of their row or the version that they are
based on, ``erased`` by an erasure that they don't descend from. Worked out from the journal."""

contested = local_table(
    "contested", Column("row", Id, primary_key=True), Column("tbl", Code, nullable=False)
)
"""Rows of which copies ever made versions that didn't know of each other: where to look for open
conflicts. Those themselves are recorded nowhere: they are what the journal comes to."""

door = local_table("door", Column("step", Integer, primary_key=True), Column("mode", Code))
"""One row while a write is open; triggers refuse whatever is written without it."""

node = local_table(
    "node",
    Column("name", Code, primary_key=True),
    Column("series", Code, nullable=False),
    Column("is_this", Integer, nullable=False),
    Column("machine", Code),
    Column("device", Code),
    Column("inode", Code),
    Column("officer", Id),
    Column("office", Id),
)
"""The copies of this office that wrote steps found here; ``is_this`` is 1 for the one in use."""
