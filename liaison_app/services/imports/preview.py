"""What an import would do, row by row, as a window or a terminal shows it."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from liaison_app.interchange.meanings import ListKind
from liaison_app.interchange.records import Remark
from liaison_app.services.duplicates import Candidate


class State(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True)
class CellChange:
    """A cell that the file says otherwise than before. ``kept``: it was changed here as well, so
    what stands here stays and is only shown."""

    column: str
    here: str
    file: str
    kept: bool = False


@dataclass(frozen=True)
class PreviewRow:
    """One row of the file. ``row`` is its number in the spreadsheet; ``values`` what it says, with
    the headers; ``reasons`` why it is refused; ``guesses`` what was understood without being sure;
    ``record`` the record here that it is or would change; ``alike`` who is known under another
    spelling: only a hint, nothing is merged for it."""

    row: int
    state: State
    title: str
    values: tuple[tuple[str, str], ...]
    reasons: tuple[Remark, ...] = ()
    guesses: tuple[Remark, ...] = ()
    changes: tuple[CellChange, ...] = ()
    record: UUID | None = None
    alike: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class Preview:
    """All rows of a list below its header: ``records`` = new + changed + same + refused + empty +
    notes, always. ``promises``: how many commitments the new rows hold. ``remarks``: how the file
    was read."""

    kind: ListKind
    records: int
    rows: tuple[PreviewRow, ...]
    empty: int
    notes: tuple[tuple[int, str], ...]
    remarks: tuple[Remark, ...]
    promises: int

    def count(self, state: State) -> int:
        """How many rows are in this state."""
        return sum(row.state is state for row in self.rows)


@dataclass(frozen=True)
class Applied:
    """What an import did. ``step`` undoes it whole; None if there was nothing to write."""

    preview: Preview
    step: str | None
