"""The rows of the list: as a tree under its headings, or flat."""

from collections.abc import Sequence
from uuid import UUID

from liaison_app.desktop.lists.roles import Shown
from liaison_app.desktop.look.ink import Run, name_runs
from liaison_app.desktop.parts.row import RowData
from liaison_app.services.rows import JurisdictionRow
from liaison_app.system.messages import text


def tree_rows(rows: Sequence[JurisdictionRow]) -> list[tuple[object, Shown]]:
    """Each heading once, above its places; tribal nations have a heading of their own."""
    found: list[tuple[object, Shown]] = []
    heading = None
    for row in rows:
        if row.heading != heading:
            heading = row.heading
            found.append((heading.value, RowData(text(f"heading.{heading}"), heading=True)))
        found.append((row.id, place_row(row, row.depth)))
    return found


def flat_rows(rows: Sequence[JurisdictionRow]) -> list[tuple[object, Shown]]:
    """All places in order of name."""
    ordered = sorted(rows, key=lambda row: row.title.casefold())
    return [(row.id, place_row(row, 0)) for row in ordered]


def place_row(row: JurisdictionRow, depth: int) -> RowData:
    """A place with its open commitments: what of ours is late, and how many there are in all."""
    right: list[Run] = []
    if row.owed.overdue:
        right.append(Run(text("frame.late", count=row.owed.overdue), "late", bold=True))
    total = row.owed.we_owe + row.owed.they_owe
    if total:
        right.append(Run(f"  {total}" if right else str(total), "text3"))
    return RowData(name_runs(row.title, row.native or ""), right=right, depth=depth)


def id_of(key: object) -> UUID | None:
    """The place of a row; headings have none."""
    return key if isinstance(key, UUID) else None
