"""Commitments as rows of ledgers, cards and lists: direction, wording, who, when due."""

from collections.abc import Sequence
from datetime import date

from liaison_app.desktop.look.ink import Run
from liaison_app.desktop.parts.ledger import Ledger, LedgerRow
from liaison_app.desktop.parts.row import RowData
from liaison_app.desktop.records.words import called, due_day, due_words
from liaison_app.domain.commitments import Standing
from liaison_app.services.rows import CommitmentRow
from liaison_app.system.messages import text


def due_runs(row: CommitmentRow, today: date) -> list[Run]:
    """When it's due, bold in its tone if that matters now."""
    words, tone = due_words(row, today)
    return [Run(words, tone or "text2", bool(tone))]


def ledger_row(row: CommitmentRow, today: date) -> LedgerRow:
    """One line: wording, and when it's due."""
    late = row.standing is Standing.OVERDUE
    data = RowData(row.title, right=due_runs(row, today), bar="late" if late else "")
    return str(row.id), data


def promise_row(
    row: CommitmentRow, today: date, *, icon: bool = False, place: bool = True
) -> RowData:
    """Two lines: wording over place and owner, relative over absolute due date."""
    who = (
        row.jurisdiction.title
        if place and row.jurisdiction is not None
        else called(row.counterpart)
    )
    owner = text("commitment.owner", name=row.owner.title) if row.owner is not None else ""
    native = row.jurisdiction.native if place and row.jurisdiction is not None else ""
    sub = [Run(who)]
    if native:
        sub.append(Run("  " + native, whole=True))
    if owner and row.direction != "they_owe":
        sub.append(Run(("  ·  " if who else "") + owner))
    elif place and called(row.counterpart):
        sub.append(Run("  ·  " + called(row.counterpart)))
    return RowData(
        row.title,
        sub=sub,
        right=due_runs(row, today),
        right_sub=due_day(row, today),
        icon=direction_icon(row.direction) if icon else "",
        bar="late" if row.standing is Standing.OVERDUE else "",
    )


def direction_icon(direction: str | None) -> str:
    """Arrow out: we owe; arrow in: they owe."""
    return "in" if direction == "they_owe" else "out"


def count_words(rows: Sequence[CommitmentRow]) -> str:
    """``3, 1 late``; ``4, 1 awaited``; empty for none."""
    late = sum(row.standing is Standing.OVERDUE for row in rows)
    awaited = sum(row.standing is Standing.AWAITED for row in rows)
    if late:
        return text("ledger.late", count=len(rows), late=late)
    if awaited:
        return text("ledger.some_awaited", count=len(rows), awaited=awaited)
    return str(len(rows)) if rows else ""


def show_ledger(
    ledger: Ledger,
    ours: Sequence[CommitmentRow],
    theirs: Sequence[CommitmentRow],
    today: date,
    most: int = 8,
) -> None:
    """Fill a ledger, at most so many rows a side."""
    ledger.show_sides(
        [ledger_row(row, today) for row in ours[:most]],
        [ledger_row(row, today) for row in theirs[:most]],
        count_words(ours),
        count_words(theirs),
    )
