"""Which copy this is: a node of 64 random bits for this file on this machine.

Two copies with one node would give two steps the same name. A restored backup or a cloned disk is
noticed by machine, device, inode and the last step that this profile knows, and becomes a node of
its own, whose references carry two letters (``C-2026-KT0007``).
"""

import json
import secrets
import string
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count, product
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, insert, select, text, update

from liaison_app.domain.errors import Refusal
from liaison_app.domain.ids import named_id
from liaison_app.store.tables.house import setting
from liaison_app.store.tables.journal import node as nodes
from liaison_app.store.tables.journal import step
from liaison_app.system.files import write_whole
from liaison_app.system.machine import machine_id

_NEWEST = select(nodes).order_by(nodes.c.is_this.desc(), text("rowid DESC")).limit(1)


@dataclass(frozen=True)
class Node:
    """This copy: its name (16 hex digits), the letters of its references, who works in it."""

    name: str
    series: str
    officer: UUID | None
    office: UUID | None


@dataclass(frozen=True)
class Profile:
    """What this user's profile remembers of the files it opened: each node's last step, and where
    its file was.

    It is a second witness: without it (a profile that can't be written) copies are still told apart.
    """

    path: Path

    def last_seq(self, node: str) -> int:
        """The last step that this profile saw written by ``node``; 0 if none."""
        return int(self._all().get(node, {}).get("seq", 0))

    def was_at(self, node: str, path: Path) -> bool:
        """Whether the file of ``node`` was at ``path`` when this profile saw it last."""
        return bool(self._all().get(node, {}).get("path") == str(path.absolute()))

    def remember(self, node: str, seq: int, path: Path) -> None:
        """Keep the last step of a node and where its file is."""
        known = self._all() | {node: {"seq": seq, "path": str(path.absolute())}}
        with suppress(Refusal):
            write_whole(self.path, json.dumps(known).encode())

    def _all(self) -> dict[str, Any]:
        try:
            found = json.loads(self.path.read_text())
        except (OSError, ValueError):
            return {}
        entries = found.items() if isinstance(found, dict) else ()
        return {node: seen for node, seen in entries if isinstance(seen, dict)}


def first(connection: Connection, path: Path, officer: UUID, office: UUID) -> Node:
    """The node of a new office: without letters."""
    return _mint(connection, path, Node(_name(), "", officer, office))


def here(connection: Connection, path: Path, profile: Profile) -> Node | None:
    """The node of the file being opened, None if this is another copy than the one it was.

    Sticks have no lasting file numbers; there the profile says whether this is the same file. One
    that lacks steps which this profile saw is an older state put back, wherever it stands.
    """
    found = connection.execute(_NEWEST).one()
    machine, device, inode = _place(path)
    same_place = (found.device, found.inode) == (device, inode) or profile.was_at(found.name, path)
    if not found.is_this or found.machine != machine or not same_place:
        return None
    if profile.last_seq(found.name) > last_seq(connection, found.name):
        return None
    return as_handed_over(connection, Node(found.name, found.series, found.officer, found.office))


def officer_key(name: str) -> str:
    """The setting that says who works in the copy called ``name``, once it was handed over."""
    return f"officer/{name}"


def as_handed_over(connection: Connection, node: Node) -> Node:
    """A copy with who works in it now: whom it was handed to last, else who was there first.

    Handing over is a setting, so that it is a step like any other: undone as one, and told to the
    other copies.
    """
    key = named_id("setting", officer_key(node.name))
    chosen = (
        select(nodes.c.officer, setting.c.value)
        .outerjoin(setting, (setting.c.id == key) & ~setting.c.deleted)
        .where(nodes.c.name == node.name)
    )
    found = connection.execute(chosen).one()
    return replace(node, officer=UUID(found.value) if found.value else found.officer)


def another(connection: Connection, path: Path) -> Node:
    """Make the file being opened a copy of its own, of the same officer, with letters of its own."""
    found = connection.execute(_NEWEST).one()
    series = free_letters(connection)
    was = as_handed_over(connection, Node(found.name, found.series, found.officer, found.office))
    return _mint(connection, path, replace(was, name=_name(), series=series))


def take_over(raw: Any, made: Path, path: Path) -> None:
    """Say in the file ``made``, open in ``raw``, that it goes on as the copy that stands at ``path``,
    whose place it is about to take; nothing if that one isn't this machine's."""
    machine, device, inode = _place(path)
    _, new_device, new_inode = _place(made)
    raw.execute(
        "UPDATE node SET device = ?, inode = ? "
        "WHERE is_this = 1 AND machine = ? AND device = ? AND inode = ?",
        (new_device, new_inode, machine, device, inode),
    )


def place_in(raw: Any) -> list[tuple[Any, ...]]:
    """Whose copy the file open in ``raw`` is, for ``put_back``."""
    found: list[tuple[Any, ...]] = raw.execute(
        "SELECT machine, device, inode, rowid FROM node"
    ).fetchall()
    return found


def put_back(raw: Any, places: list[tuple[Any, ...]]) -> None:
    """Take ``give_up`` back."""
    raw.executemany("UPDATE node SET machine = ?, device = ?, inode = ? WHERE rowid = ?", places)


def give_up(raw: Any) -> None:
    """Say in the file open in ``raw`` that it's no copy of any machine until it is opened again."""
    raw.execute("UPDATE node SET machine = NULL, device = NULL, inode = NULL")


def last_seq(connection: Connection, node: str) -> int:
    """The number of the last step that ``node`` wrote, as this file has it."""
    newest = select(func.max(step.c.seq)).where(step.c.node == node)
    return connection.scalar(newest) or 0


def _mint(connection: Connection, path: Path, node: Node) -> Node:
    machine, device, inode = _place(path)
    connection.execute(update(nodes).values(is_this=0))
    connection.execute(
        insert(nodes).values(
            name=node.name,
            series=node.series,
            is_this=1,
            machine=machine,
            device=device,
            inode=inode,
            officer=node.officer,
            office=node.office,
        )
    )
    return node


def _place(path: Path) -> tuple[str, str, str]:
    found = path.stat()
    return machine_id(), str(found.st_dev), str(found.st_ino)


def _name() -> str:
    return secrets.token_hex(8)


def free_letters(connection: Connection) -> str:
    """Two letters that no copy of this office uses (three when all are), without I and O, which read
    as digits."""
    taken = set(connection.scalars(select(nodes.c.series)))
    letters = string.ascii_uppercase.replace("I", "").replace("O", "")
    for length in count(2):
        free = {"".join(chosen) for chosen in product(letters, repeat=length)} - taken
        if free:
            return secrets.choice(sorted(free))
    raise AssertionError
