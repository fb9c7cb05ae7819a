"""Commitments in groups: by jurisdiction, owner, status or nothing; each group says what both sides owe in it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from liaison_app.desktop.look.ink import Run, name_runs
from liaison_app.desktop.parts.row import RowData
from liaison_app.desktop.records.words import label
from liaison_app.domain.commitments import CLOSED
from liaison_app.services.rows import CommitmentRow
from liaison_app.system.messages import text

#: More rows than these aren't grouped: the filter narrows them first.
MOST = 4_000

Shown = CommitmentRow | RowData


@dataclass(frozen=True)
class Grouped:
    """Keys in order, those of group rows negative; the group rows by their keys; how many commitments there are."""

    keys: Sequence[int]
    heads: Mapping[int, RowData]
    count: int


def grouped(rows: Sequence[CommitmentRow], by: str) -> Grouped:
    """Rows under the heading of their group, groups in order of name, those of nothing last."""
    groups: dict[str, list[CommitmentRow]] = {}
    for row in rows:
        groups.setdefault(_NAMES[by](row), []).append(row)
    keys: list[int] = []
    heads: dict[int, RowData] = {}
    for at, name in enumerate(sorted(groups, key=lambda name: (not name, name.casefold())), 1):
        heads[-at] = _head(name or text(f"group.no_{by}"), groups[name], by)
        keys += [-at, *(row.n for row in groups[name])]
    return Grouped(keys, heads, len(rows))


def _head(name: str, rows: Sequence[CommitmentRow], by: str) -> RowData:
    place = rows[0].jurisdiction
    native = place.native or "" if by == "jurisdiction" and place is not None else ""
    open_ = [row for row in rows if row.status not in CLOSED]
    ours = sum(row.direction != "they_owe" for row in open_)
    theirs = len(open_) - ours
    parts = []
    if ours:
        parts.append(text("group.we_owe", count=ours))
    if theirs:
        parts.append(text("group.they_owe", count=theirs))
    title: list[Run] = name_runs(name, native, bold=True)
    return RowData(title, sub=", ".join(parts), heading=True)


_NAMES: Mapping[str, Callable[[CommitmentRow], str]] = {
    "jurisdiction": lambda row: row.jurisdiction.title if row.jurisdiction is not None else "",
    "owner": lambda row: row.owner.title if row.owner is not None else "",
    "status": lambda row: label("commitment_status", row.status),
}
