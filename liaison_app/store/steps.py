"""A step: one write, with its place in the journal and what it touched."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class StepHead:
    """What is known of a step before its changes are: all but ``prior``, ``salt`` and ``digest``."""

    node: str
    seq: int
    hlc: str
    schema: int
    verb: str
    subject: UUID | None
    officer: UUID | None
    office: UUID | None
    made_at: datetime
    undoes: str | None

    @property
    def name(self) -> str:
        """How every copy names this step: ``NODE.SEQ``."""
        return f"{self.node}.{self.seq}"

    def sealed(self) -> tuple[str | int | None, ...]:
        """The header as the digest takes it."""
        return (
            self.node,
            self.seq,
            self.hlc,
            self.schema,
            self.verb,
            _text(self.subject),
            _text(self.officer),
            _text(self.office),
            f"{self.made_at:%Y-%m-%dT%H:%M:%SZ}",
            self.undoes,
        )


@dataclass(frozen=True)
class Written:
    """A step that was committed: what lists and pages need to know to refresh themselves.

    ``cells`` names the tables and columns touched (``*``: rows were added); ``rows`` the rows, or
    None when they were too many to name.
    """

    ref: str
    verb: str
    subject: UUID | None
    cells: dict[str, frozenset[str]]
    rows: frozenset[UUID] | None


def head_of(row: Any) -> StepHead:
    """The header of a step from its row of the journal."""
    return StepHead(**{one.name: getattr(row, one.name) for one in fields(StepHead)})


def _text(value: UUID | None) -> str | None:
    return None if value is None else str(value)


def step_ref(series: str, seq: int) -> str:
    """How people name a step: ``118`` in the first copy of an office, ``KT.118`` in another."""
    return f"{series}.{seq}" if series else str(seq)
