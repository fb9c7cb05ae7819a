"""What was done, in the officer's words, and taking it back: of the office, a record, one cell.

A step is a verb and a subject; its label is made here, so that it follows whoever the subject is
called now (``system/wording/steps.py``). ``ref`` is how people name a step: 118, or KT.118.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import LETTERS, YEARLESS, Kind
from liaison_app.services import undo_chains as chains
from liaison_app.services.office import Office
from liaison_app.services.reading import TABLES, AnyRow, Looking, looking, names_of
from liaison_app.services.rows import Named
from liaison_app.store import undo as journal
from liaison_app.store.steps import step_ref
from liaison_app.store.tables.journal import change, node, step
from liaison_app.store.undo import Mode as Mode
from liaison_app.store.undo import Moved, MovedOn
from liaison_app.store.undo import Undone as Undone
from liaison_app.system import messages

_BY_REF = frozenset(LETTERS) - YEARLESS
"""Kinds whose steps are named by reference; the others by what they are called."""

_COUNTED = frozenset({"import.apply"})
"""Verbs whose label says how many records were added."""

_TOGETHER = ".change_together"
"""How the verbs end whose label says how many records were changed alike."""


@dataclass(frozen=True)
class StepLine:
    """One step. ``label`` is what it does ("Fulfil C-2026-0172"), ``done`` what was done."""

    n: int
    name: str
    ref: str
    verb: str
    label: str
    done: str
    made_at: datetime
    officer: Named | None
    subject: Named | None
    kind: Kind | None
    undoes: str | None
    undone_by: str | None

    @property
    def can_be_undone(self) -> bool:
        """Whether undo would take it: it isn't final, and hasn't been undone."""
        return self.undone_by is None and self.verb not in journal.FINAL


def latest(office: Office, limit: int = 50, before: int | None = None) -> list[StepLine]:
    """The latest steps of the whole office, the newest first; ``before``: older than that ``n``."""
    chosen = select(step).order_by(step.c.n.desc()).limit(limit)
    with looking(office) as look:
        return lines(look, look.all(chosen if before is None else chosen.where(step.c.n < before)))


def of_record(office: Office, record_id: UUID, limit: int = 200) -> list[StepLine]:
    """The steps that touched a record or were about it, the newest first."""
    touched = select(change.c.step).where(change.c.row == record_id)
    chosen = select(step).where((step.c.subject == record_id) | step.c.n.in_(touched))
    with looking(office) as look:
        return lines(look, look.all(chosen.order_by(step.c.n.desc()).limit(limit)))


def by_ref(office: Office, ref: str) -> StepLine:
    """The step of this reference (``118``, ``KT.118``). Refused as ``undo.no_such_step``."""
    with looking(office) as look:
        found = look.one(select(step).where(_is(look, ref)))
        if found is None:
            raise Refusal("undo.no_such_step", step=ref)
        return lines(look, [found])[0]


def next_undo(office: Office) -> StepLine | None:
    """What Ctrl+Z would take back: this officer's latest step here that stands. The step that handed
    the office over is both officers'."""
    return _next(office, redo=False)


def next_redo(office: Office) -> StepLine | None:
    """What would be done again: the undo that is the latest step, with what it undid."""
    return _next(office, redo=True)


def undo(office: Office, ref: str | None = None, mode: Mode = Mode.REFUSE) -> Undone:
    """Take back a step, or the next one to undo. Refused as ``MovedOn`` where later steps built on
    it, unless ``mode`` says to keep those or to force; refused when there is nothing to undo."""
    if ref is None:
        line = next_undo(office)
        if line is None:
            raise Refusal("undo.nothing")
        return journal.undo(office.store, line.name, mode)
    line = by_ref(office, ref)
    if line.verb in journal.FINAL:
        raise Refusal("undo.final", step=line.ref)
    if line.undone_by is not None:
        raise Refusal("undo.already", step=line.ref, by=line.undone_by)
    with looking(office) as look:
        standing = chains.last_of(chains.undone(look), line.name)
    return journal.undo(office.store, standing, mode)


def redo(office: Office, mode: Mode = Mode.REFUSE) -> Undone:
    """Do again what was undone last."""
    line = next_redo(office)
    if line is None:
        raise Refusal("redo.nothing")
    return journal.undo(office.store, line.name, mode)


def in_the_way(office: Office, moved: Iterable[Moved]) -> list[str]:
    """What stands in the way of an undo, a line each: the record and the field that moved on."""
    found = list(moved)
    with looking(office) as look:
        names = _names(look, {one.row for one in found})
    lines_ = []
    for one in found:
        name = names[one.row][1].title if one.row in names else one.table.replace("_", " ")
        what = messages.text("undo.whole") if one.col == "*" else field_label(one.col)
        lines_.append(messages.text("undo.in_the_way", name=name, what=what))
    return list(dict.fromkeys(lines_))


def moved_of(refusal: Refusal) -> tuple[Moved, ...]:
    """What moved on, if that's why undo was refused."""
    return refusal.moved if isinstance(refusal, MovedOn) else ()


def field_label(column: str) -> str:
    """What a field is called within a sentence: "due date"."""
    name = column
    for half in ("_precision", "_amount", "_currency"):
        name = name.removesuffix(half)
    for tried in (name, name.removesuffix("_id"), name.removesuffix("_on")):
        found = messages.TEXTS.get(f"field.{tried}")
        if found is not None:
            return found
    return column.removesuffix("_id").replace("_", " ")


def lines(look: Looking, rows: Sequence[AnyRow]) -> list[StepLine]:
    """Steps in words."""
    series = _series(look)
    undone = chains.undone(look)
    bases = chains.bases_of(look, rows)
    firsts = [first for _, first in bases.values()]
    subjects = {r.subject for r in (*rows, *firsts) if r.subject is not None}
    words = _Words(
        names=_names(look, subjects),
        changed=_changed_fields(look, [*rows, *firsts]),
        counts=_counts(look, [*rows, *firsts]),
    )
    officers = names_of(look, Kind.PERSON, [r.officer for r in rows if r.officer is not None])

    made = []
    for row in rows:
        name = f"{row.node}.{row.seq}"
        kind, subject = words.names.get(row.subject, (None, None))
        made.append(
            StepLine(
                n=row.n,
                name=name,
                ref=step_ref(series.get(row.node, row.node[:4]), row.seq),
                verb=row.verb,
                label=words.of("step", row, bases.get(name)),
                done=words.of("done", row, bases.get(name)),
                made_at=row.made_at,
                officer=officers.get(row.officer),
                subject=subject,
                kind=kind,
                undoes=_ref(series, row.undoes),
                undone_by=_ref(series, chains.undone_by(undone, name)),
            )
        )
    return made


@dataclass(frozen=True)
class _Words:
    """What the labels of some steps are made from."""

    names: Mapping[UUID, tuple[Kind, Named]]
    changed: Mapping[int, list[str]]
    counts: Mapping[int, int]

    def of(self, tense: str, row: AnyRow, base: tuple[int, AnyRow] | None) -> str:
        """The label of a step; of an undo or a redo, with what it undid or did again."""
        if base is not None:
            depth, first = base
            verb = "undo" if depth % 2 else "redo"
            return messages.text(f"{tense}.{verb}", what=self.of("step", first, None))
        kind, subject = self.names.get(row.subject, (None, None))
        called = ""
        if subject is not None:
            called = subject.ref if kind in _BY_REF and subject.ref else subject.title
        fields = self.changed.get(row.n, [])
        what = fields[0] if len(fields) == 1 else messages.text("field.several")
        template = messages.TEXTS.get(f"{tense}.{row.verb}") or messages.TEXTS[f"{tense}.other"]
        text = template.format(subject=called, what=what, count=self.counts.get(row.n, 0))
        return " ".join(text.split())


def _ref(series: Mapping[str, str], name: str | None) -> str | None:
    if name is None:
        return None
    at, _, seq = name.rpartition(".")
    return step_ref(series.get(at, at[:4]), int(seq))


def _names(look: Looking, ids: Iterable[UUID]) -> dict[UUID, tuple[Kind, Named]]:
    """What these records are, whatever their kind; deleted ones too."""
    wanted, found = set(ids), dict[UUID, tuple[Kind, Named]]()
    for kind in TABLES:
        missing = wanted - found.keys()
        if not missing:
            break
        for one, shown in names_of(look, kind, missing).items():
            found[one] = (Kind(kind), shown)
    return found


def _changed_fields(look: Looking, rows: Iterable[AnyRow]) -> dict[int, list[str]]:
    """For steps that only change: which fields of their subject, in words."""
    changing = {r.n: r.subject for r in rows if r.verb.endswith((".change", _TOGETHER))}
    found: dict[int, list[str]] = {}
    for n, subject in changing.items():
        chosen = select(change.c.col).where(change.c.step == n, change.c.col != "*")
        if subject is not None:
            chosen = chosen.where(change.c.row == subject)
        columns = look.connection.scalars(chosen.distinct().limit(20))
        found[n] = list(dict.fromkeys(field_label(column) for column in columns))
    return found


def _counts(look: Looking, rows: Iterable[AnyRow]) -> dict[int, int]:
    """How many records the steps added, or changed together, that say so."""
    added = [r.n for r in rows if r.verb in _COUNTED]
    alike = [r.n for r in rows if r.verb.endswith(_TOGETHER)]
    if not added and not alike:
        return {}
    chosen = select(change.c.step, func.count(change.c.row.distinct())).where(
        or_(change.c.step.in_(alike), change.c.step.in_(added) & (change.c.col == "*")),
        change.c.tbl.in_(list(TABLES)),
    )
    return {r[0]: r[1] for r in look.all(chosen.group_by(change.c.step))}


def _series(look: Looking) -> dict[str, str]:
    return {r.name: r.series for r in look.all(select(node.c.name, node.c.series))}


def _is(look: Looking, ref: str) -> ColumnElement[bool]:
    letters, _, number = ref.strip().upper().rpartition(".")
    if not number.isdecimal() or len(number) > 18:
        raise Refusal("undo.no_such_step", step=ref)
    nodes = [name for name, series in _series(look).items() if series == letters]
    return step.c.node.in_(nodes) & (step.c.seq == int(number))


def _next(office: Office, *, redo: bool) -> StepLine | None:
    with looking(office) as look:
        undone = chains.undone(look)
        handed_to_me = and_(step.c.verb == "handover.officer", step.c.subject == look.officer)
        mine = select(step).where(
            step.c.node == office.store.node.name,
            or_(step.c.officer == look.officer, handed_to_me),
        )
        for row in _newest_first(look, mine):
            name = f"{row.node}.{row.seq}"
            if name in undone or row.verb in journal.FINAL:
                continue
            depth = chains.depth(undone, name)
            if redo and depth == 0:
                return None
            if depth % 2 == int(redo):
                return lines(look, [row])[0]
    return None


def _newest_first(look: Looking, chosen: Select[*tuple[Any, ...]]) -> Iterator[AnyRow]:
    last: int | None = None
    while True:
        page = chosen.order_by(step.c.n.desc()).limit(50)
        rows = look.all(page if last is None else page.where(step.c.n < last))
        yield from rows
        if len(rows) < 50:
            return
        last = rows[-1].n
