"""Which copy this is: a node of 64 random bits for this file on this machine.

Two copies with one node would give two steps the same name. A restored backup or a cloned disk is
noticed by machine, device, inode and the last step that this profile knows, and becomes a node of
its own, whose references carry two letters (``C-2026-KT0007``).
"""

import json
import secrets
import string
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, insert, select, update

from liaison_app.store.tables.journal import node as nodes
from liaison_app.store.tables.journal import step
from liaison_app.system.files import write_whole
from liaison_app.system.machine import machine_id


@dataclass(frozen=True)
class Node:
    """This copy: its name (16 hex digits), the letters of its references, who works in it."""

    name: str
    series: str
    officer: UUID | None
    office: UUID | None


@dataclass(frozen=True)
class Profile:
    """What this user's profile remembers of the files it opened: the last step of each node."""

    path: Path

    def last_seq(self, node: str) -> int:
        """The last step that this profile saw written by ``node``; 0 if none."""
        return int(self._all().get(node, 0))

    def remember(self, node: str, seq: int) -> None:
        """Keep the last step of a node."""
        known = self._all() | {node: seq}
        write_whole(self.path, json.dumps(known).encode())

    def _all(self) -> dict[str, Any]:
        try:
            found = json.loads(self.path.read_text())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}


def first(connection: Connection, path: Path, officer: UUID, office: UUID) -> Node:
    """The node of a new office: without letters."""
    return _mint(connection, path, Node(_name(), "", officer, office))


def this_copy(connection: Connection, path: Path, profile: Profile) -> Node:
    """The node of the file being opened: the one in it, or a new one if this is another copy."""
    found = connection.execute(select(nodes).where(nodes.c.is_this == 1)).one()
    known = Node(found.name, found.series, found.officer, found.office)
    machine, device, inode = _place(path)
    here = (found.machine, found.device) == (machine, device) and _same(found.inode, inode)
    if here and profile.last_seq(known.name) <= last_seq(connection, known.name):
        return known
    series = _letters(set(connection.scalars(select(nodes.c.series))))
    return _mint(connection, path, replace(known, name=_name(), series=series))


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


def _same(kept: str, inode: str) -> bool:
    """Whether the inode is the one kept; file systems without stable inodes say 0."""
    return kept == inode or "0" in (kept, inode)


def _name() -> str:
    return secrets.token_hex(8)


def _letters(taken: set[str]) -> str:
    """Two letters that no copy of this office uses, without I and O, which read as digits."""
    letters = string.ascii_uppercase.replace("I", "").replace("O", "")
    free = [a + b for a in letters for b in letters if a + b not in taken]
    return secrets.choice(free)
