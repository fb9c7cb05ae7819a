"""The table of commitments: direction by arrow and words, when due, how firm, what proof."""

from datetime import date

from liaison_app.desktop.lists.table_model import Cell, Column, TableRow
from liaison_app.desktop.look.ink import Run
from liaison_app.desktop.pages.commitments.groups import Shown
from liaison_app.desktop.parts.row import RowData
from liaison_app.desktop.records.ledgers import direction_icon, due_runs
from liaison_app.desktop.records.rows import promise_of
from liaison_app.desktop.records.words import called, due_day, label
from liaison_app.domain.commitments import CLOSED, Standing
from liaison_app.services.rows import CommitmentRow, Named
from liaison_app.system.messages import text

_STATUS_ICONS = {
    "open": "circle",
    "in_progress": "clock",
    "waiting": "history",
    "blocked": "block",
    "partly_fulfilled": "clock",
    "fulfilled": "check",
}


def columns() -> list[Column]:
    """Its columns; those that the service sorts by say so."""
    return [
        Column(text("column.direction"), 84),
        Column(text("column.commitment"), 0, "title"),
        Column(text("column.counterpart"), 124),
        Column(text("column.status"), 118, "status"),
        Column(text("column.due"), 184, "due"),
        Column(text("column.firmness"), 84),
        Column(text("column.proof"), 46),
        Column(text("column.owner"), 92),
    ]


def present(row: Shown, today: date, officer: object) -> TableRow:
    """A commitment, or the heading of its group."""
    if isinstance(row, RowData):
        return TableRow(group=row)
    return TableRow(
        _cells(row, today, officer), bar="late" if row.standing is Standing.OVERDUE else ""
    )


def _cells(row: CommitmentRow, today: date, officer: object) -> tuple[Cell, ...]:
    theirs = row.direction == "they_owe"
    ended = row.status in CLOSED
    you = row.owner is not None and row.owner.id == officer
    owner = text("history.you").capitalize() if you else called(row.owner)
    counterpart = row.counterpart
    native = counterpart.native or "" if isinstance(counterpart, Named) else ""
    tone = "text2" if theirs or ended else "accent"
    return (
        Cell(promise_of(row), icon=direction_icon(row.direction), tone=tone),
        Cell([Run(row.title, "text"), Run("  " + row.ref, "text3", whole=True)], size="body"),
        Cell([Run(called(counterpart)), Run("  " + native if native else "", "text3", whole=True)]),
        Cell(label("commitment_status", row.status), icon=_STATUS_ICONS.get(row.status, "minus")),
        Cell(due_runs(row, today), end=due_day(row, today)),
        Cell(label("firmness", row.firmness)),
        Cell(str(row.evidence) if row.evidence else "", icon="clip" if row.evidence else ""),
        Cell(owner),
    )
