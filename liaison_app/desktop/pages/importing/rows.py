"""A row of the preview as the table shows it: what happens to it, and why, inside the row itself."""

from collections.abc import Mapping, Sequence

from liaison_app.desktop.lists.table_model import Cell, TableRow
from liaison_app.desktop.look.ink import Run, Words, width_of
from liaison_app.desktop.look.look import look
from liaison_app.interchange.columns import Columns
from liaison_app.interchange.meanings import Meaning
from liaison_app.services.imports.preview import CellChange, PreviewRow, State
from liaison_app.system.messages import TEXTS, text

QUESTION = "question"
_MEASURED = 60
_QUESTIONS = frozenset({"date.which_order", "date.which_year", "date.day_or_year"})
_BADGES = {
    "new": ("good", "plus"),
    "changed": ("accent", "edit"),
    "same": ("neutral", "check"),
    "refused": ("late", "block"),
    QUESTION: ("soon", "help"),
}
_GROUNDS = {"refused": "late_soft", QUESTION: "soon_soft"}
_COLUMN_OF: Mapping[str, tuple[Meaning, ...]] = {
    "held_on": (Meaning.DATE,),
    "held_precision": (Meaning.DATE,),
    "title": (),
    "purpose": (Meaning.PURPOSE,),
    "venue": (Meaning.PLACE, Meaning.CITY),
    "status": (Meaning.STATUS,),
    "kind": (Meaning.KIND,),
    "full_name": (Meaning.NAME, Meaning.FAMILY, Meaning.GIVEN),
}
"""Where a change of a record's column stands in the file; others are called alike. A title is made of several."""


def state_of(row: PreviewRow) -> str:
    """new, changed, same, refused; or question, where an answer would let it in."""
    asked = row.state is State.REFUSED and any(one.code in _QUESTIONS for one in row.reasons)
    return QUESTION if asked else row.state.value


def reason_of(row: PreviewRow) -> str:
    """Why it is refused, or what is asked, in one sentence."""
    return " ".join(text(one.code, **one.params) for one in row.reasons)


def table_row(row: PreviewRow, columns: Columns) -> TableRow:
    """The row's number, what happens to it, and its cells under the file's own headings."""
    state = state_of(row)
    tone, icon = _BADGES[state]
    badge = Cell(badge=(text(f"importing.{state}"), tone, icon))
    values = dict(row.values)
    ink = "text3" if state == "same" else "text"
    cells = [Cell(words=values.get(name, ""), tone=ink) for name in _names(columns)]
    for change in row.changes:
        at = _place_of(change.column, columns)
        if at is not None:
            cells[at] = _changed(change)
    if row.reasons and cells:
        at = _reason_at(row, columns)
        cells[at] = _with_reason(values.get(_names(columns)[at], ""), row, state)
    number = Cell(words=[Run(str(row.row), "text3")], size="micro")
    return TableRow((number, badge, *cells), ground=_GROUNDS.get(state, ""))


def widths(rows: Sequence[PreviewRow], columns: Columns) -> list[int]:
    """How wide each column of the file is shown, in px at 100 % text: its words, between 110 and 260."""
    found = [look().width(name, "small") + 60 for name in _names(columns)]
    for row in rows[:_MEASURED]:
        for at, cell in enumerate(table_row(row, columns).cells[2:]):
            found[at] = max(found[at], width_of(cell.words, cell.size) + 24)
    return [round(min(max(wide / look().scale, 110), 260)) for wide in found]


def _names(columns: Columns) -> Sequence[str]:
    return [name or f"column {at + 1}" for at, name in enumerate(columns.header)]


def _place_of(column: str, columns: Columns) -> int | None:
    alike = tuple(one for one in Meaning if one.value == column)
    wanted = _COLUMN_OF.get(column, alike)
    return next((at for one in wanted for at in columns.of(one)), None)


def _reason_at(row: PreviewRow, columns: Columns) -> int:
    code = row.reasons[0].code
    meaning = Meaning.DATE if code.startswith("date.") or code == "row.no_date" else Meaning.NAME
    return next(iter(columns.of(meaning)), 0)


def _changed(change: CellChange) -> Cell:
    words: Words = [
        Run(change.file, "accent", True),
        Run("  "),
        Run(change.here, "text3", struck=True),
    ]
    if change.kept:
        words = [Run(change.here, "soon", True), Run("  "), Run(change.file, "text3", struck=True)]
    return Cell(words=words, fill="soon_soft" if change.kept else "soft")


def _with_reason(value: str, row: PreviewRow, state: str) -> Cell:
    code = f"importing.short.{row.reasons[0].code}"
    short = text(code) if code in TEXTS else text("importing.short.refused")
    tone = "soon" if state == QUESTION else "late"
    return Cell(
        words=[Run(value), Run("  " if value else ""), Run(short, tone, True)], fill="surface"
    )


def spread(wide: Sequence[int], room: float) -> list[int]:
    """Share what is left of the room by letting the widest column take it."""
    shown = list(wide)
    if shown and sum(map(look().px, shown)) < room:
        shown[shown.index(max(shown))] = 0
    return shown
