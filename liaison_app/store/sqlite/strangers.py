"""What a file brings along that Liaison didn't put there, and that SQLite would run or read instead.

Whoever can open an office can add a trigger that rewrites what others enter, or a view that stands
where a table should. Plain tables and indexes run nothing and are left alone.
"""

from functools import cache
from pathlib import Path
from typing import Any

from liaison_app.domain.errors import Refusal
from liaison_app.store.sqlite import capture, words
from liaison_app.store.tables.every import SCHEMA

_CODE = (
    "SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view') "
    "OR sql LIKE 'CREATE VIRTUAL%'"
)


def refuse_strangers(raw: Any, path: Path) -> None:
    """Refuse the office at ``path``, open in ``raw``, if it holds a trigger, a view or a virtual table
    that isn't Liaison's own, or lacks a trigger.

    The triggers of an older format aren't looked at: they are all taken out before anything is
    written to its tables.
    """
    found = dict(raw.execute(_CODE).fetchall())
    ours = _ours()
    if raw.execute("PRAGMA user_version").fetchone()[0] < SCHEMA:
        ours, found = (
            {n: sql for n, sql in all_.items() if not _is_trigger(sql)} for all_ in (ours, found)
        )
    strange = [name for name, sql in found.items() if ours.get(name) != sql]
    for name in (*strange, *(ours.keys() - found.keys())):
        raise Refusal("office.strangers", path=path, name=name)


def _is_trigger(statement: str) -> bool:
    return statement.startswith("CREATE TRIGGER ")


@cache
def _ours() -> dict[str, str]:
    """The statements by the name of what they make."""
    named = {statement.split(maxsplit=4)[3]: statement for statement in words.TABLES}
    return named | {
        statement.split(maxsplit=3)[2]: statement for statement in capture.all_triggers()
    }
