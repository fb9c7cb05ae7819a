"""What the office itself keeps: its settings, where imported rows came from, and what left it."""

from sqlalchemy import Boolean, Column, Integer, LargeBinary

from liaison_app.store.tables.declare import code, journalled_table, local_table, to, words
from liaison_app.store.tables.types import Code, Id, Instant, Words

setting = journalled_table("setting", code("key"), words("value"))
"""One row a setting, its id made from its key."""

source_row = journalled_table(
    "source_row",
    code("file"),
    code("key"),
    code("nth"),
    code("record_kind"),
    to("record_id", "any"),
    words("row"),
    indexes=("key,nth", "record_id"),
)
"""Where an imported record came from: the row's identity in its source and what it said, as JSON."""

export_ledger = local_table(
    "export_ledger",
    Column("n", Integer, primary_key=True),
    Column("made_at", Instant, nullable=False),
    Column("kind", Code, nullable=False),
    Column("subject_id", Id),
    Column("audience", Code, nullable=False),
    Column("party_id", Id),
    Column("filter", Words),
    Column("counts", Words),
    Column("sha256", Code, nullable=False),
    Column("path", Words, nullable=False),
    Column("machine", Code),
    Column("medium", Words),
    Column("deleted_at", Instant),
)
"""Every file that left the office: when, for whom, of what, its digest and where it was put: on which
machine, on the medium mounted where (both unknown of old entries). ``deleted_at``: when Liaison deleted
it, as somebody asked."""

draft = local_table(
    "draft",
    Column("n", Integer, primary_key=True),
    Column("page", Code, nullable=False),
    Column("record_id", Id),
    Column("kept_at", Instant, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""What is being typed and not saved yet: kept, but no record and no step."""

backup_log = local_table(
    "backup_log",
    Column("n", Integer, primary_key=True),
    Column("made_at", Instant, nullable=False),
    Column("folder", LargeBinary, nullable=False),
    Column("name", LargeBinary, nullable=False),
    Column("size", Integer),
    Column("step", Integer),
    Column("sound", Boolean, nullable=False),
    Column("why", Code),
    Column("by_hand", Boolean),
)
"""The backups of this copy: when, where, bytes, the highest step in it, whether it was read back, whether
somebody put it into a folder that they named. Of those that failed only the last in each folder, with the
refusal in ``why``. Folders and names are the file system's own bytes: as text two of them may be one."""

backup_place = local_table(
    "backup_place",
    Column("n", Integer, primary_key=True),
    Column("folder", LargeBinary, nullable=False),
)
"""The second place that backups go to, which may be away (a stick, a share): one row, or none."""

lost_step = local_table(
    "lost_step",
    Column("node", Code, primary_key=True),
    Column("seq", Integer, primary_key=True),
)
"""Steps that a damaged file had lost, in whole or in part, when this one was saved from it: the chain
of digests can't be proved there."""
