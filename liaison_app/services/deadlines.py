"""Deadlines by the rules that an office switched on: what is due, what was filed, what doesn't apply.

The rules are the office's own to edit (``domain/deadlines.py`` works out the days). Two packs are
shipped as worked examples, off; whatever is shown says where it is from, and to ask counsel.
"""

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.deadlines import (
    Due,
    Rule,
    State,
    Trigger,
    dues,
    read_conditions,
    state,
    write_conditions,
)
from liaison_app.domain.errors import Refusal
from liaison_app.domain.ids import link_id, named_id
from liaison_app.services.deadline_events import events, subject_of
from liaison_app.services.editing import Done, Writing, add_in, change_in, living_row, writing
from liaison_app.services.happened import happened_on
from liaison_app.services.office import Office
from liaison_app.services.reading import AnyRow, Looking, looking, names_of
from liaison_app.services.rows import Named
from liaison_app.store.tables.rules import deadline, rule
from liaison_app.system import messages
from liaison_app.system.resources import resource


class RuleFacts(TypedDict, total=False):
    """A rule as an office edits it. ``conditions``: triples of fact, comparison and value."""

    name: str
    trigger: str
    conditions: Sequence[Sequence[str]]
    days: int
    from_on: date | None
    until_on: date | None
    duty: str
    source: str


@dataclass(frozen=True)
class DeadlineRow:
    """One duty: by which rule, about which record, its last day and how it stands. ``days_past`` is
    positive once the day has passed. ``source``: where the rule is from; ``caution``: to ask counsel."""

    rule_id: UUID
    rule: str
    duty: str
    source: str
    caution: str
    kind: str
    about: Named
    event_on: date
    due_on: date
    days_past: int
    state: State
    filed_on: date | None
    reference: str | None
    reason: str | None


def shipped() -> list[Rule]:
    """The worked examples, switched off."""
    packs = tomllib.loads(resource("rules/examples.toml").read_text(encoding="utf-8"))
    return [
        Rule(
            id=named_id("rule", pack),
            pack=pack,
            name=said["name"],
            trigger=said["trigger"],
            days=said["days"],
            duty=said["duty"],
            source=said["source"],
            conditions=read_conditions(json.dumps(said["conditions"])),
        )
        for pack, said in packs.items()
    ]


def rules(office: Office) -> list[Rule]:
    """The office's rules, on and off, and the shipped ones that it never touched (off)."""
    with looking(office) as look:
        own = _rules(look)
    known = {one.id for one in own}
    return [*own, *(one for one in shipped() if one.id not in known)]


def switch_on(
    office: Office, pack: str, from_on: date | None = None, until_on: date | None = None
) -> str | None:
    """Bring the rules of a pack into force for events between two days (open where not given).

    Returns the step. A pack that neither was shipped nor is the office's own is refused.
    """
    with writing(office, "rule.switch_on") as write:
        own = {one.id: one for one in _rules(write.look)}
        chosen = [one for one in (*own.values(), *shipped()) if one.pack == pack]
        if not chosen:
            raise Refusal("rule.no_pack", pack=pack)
        for one in {each.id: each for each in chosen}.values():
            if one.id not in own:
                write.records.add(rule, id=one.id, **_cells(one))
            cells = {"active": True, "from_on": from_on, "until_on": until_on}
            write.records.change(rule, one.id, **cells)
    return write.records.step


def switch_off(office: Office, pack: str) -> str | None:
    """Take the rules of a pack out of force; what was filed stays on record. Returns the step."""
    with writing(office, "rule.switch_off") as write:
        chosen = [one for one in _rules(write.look) if one.pack == pack]
        if not chosen:
            raise Refusal("rule.no_pack", pack=pack)
        for one in chosen:
            write.records.change(rule, one.id, active=False)
    return write.records.step


def add_rule(office: Office, pack: str, **facts: Unpack[RuleFacts]) -> UUID:
    """Add a rule of the office's own to a pack, off until the pack is switched on."""
    with writing(office, "rule.add") as write:
        given = _given({**facts})
        for needed in ("name", "trigger", "days", "duty", "rule_source"):
            if not given.get(needed):
                raise Refusal("rule.incomplete", what=needed.removeprefix("rule_"))
        return add_in(write, rule, {"pack": pack, **given})


def change_rule(office: Office, rule_id: UUID, **facts: Unpack[RuleFacts]) -> Done:
    """Change a rule of the office: days, dates, conditions. Days that were filed stay as they are."""
    with writing(office, "rule.change") as write:
        living_row(write, rule, rule_id)
        change_in(write, rule, rule_id, _given({**facts}))
    return Done(rule_id, "", write.records.step)


def deadlines(office: Office, *, every: bool = False) -> list[DeadlineRow]:
    """What is due by the rules in force, the first due first; ``every``: what is settled too."""
    with looking(office) as look:
        return deadlines_in(look, every=every)


def deadlines_in(look: Looking, *, every: bool = False) -> list[DeadlineRow]:
    """Like ``deadlines``, within a look; without a rule in force no event is looked at."""
    active = [one for one in _rules(look) if one.active]
    found = _rows(look, dues(active, events(look))) if active else []
    return [one for one in found if every or one.state in (State.OPEN, State.OVERDUE)]


def deadlines_about(look: Looking, record_id: UUID) -> tuple[DeadlineRow, ...]:
    """All duties about one record, settled ones too, within a look."""
    active = [one for one in _rules(look) if one.active]
    return tuple(_rows(look, dues(active, events(look, record_id)))) if active else ()


def file(
    office: Office,
    rule_id: UUID,
    about_id: UUID,
    reference: str | None = None,
    on: date | None = None,
) -> str | None:
    """Say that what a rule asks about a record was filed, when and under which reference."""
    with writing(office, "deadline.file", about_id) as write:
        day = happened_on(write, on)
        said = {"status": "filed", "filed_on": day, "filed_reference": reference, "reason": None}
        _say(write, rule_id, about_id, said)
    return write.records.step


def not_applicable(office: Office, rule_id: UUID, about_id: UUID, reason: str) -> str | None:
    """Say that a rule doesn't apply to a record, and why."""
    if not reason.strip():
        raise Refusal("deadline.no_reason")
    with writing(office, "deadline.not_applicable", about_id) as write:
        said = {"status": "not_applicable", "filed_on": None, "reason": reason}
        _say(write, rule_id, about_id, said)
    return write.records.step


def _say(write: Writing, rule_id: UUID, about_id: UUID, said: Mapping[str, object]) -> None:
    """One row a rule and record, found by both, so that two people who say it say the same."""
    living_row(write, rule, rule_id)
    kind = subject_of(write.look, about_id)
    row = link_id("deadline", rule_id, about_id)
    if write.records.one(deadline, row) is None:
        write.records.add(deadline, id=row, rule_id=rule_id, about_kind=kind, about_id=about_id)
    else:
        write.records.change(deadline, row, deleted=False)
    change_in(write, deadline, row, said)


def _rows(look: Looking, found: Iterable[Due]) -> list[DeadlineRow]:
    due = list(found)
    settled = {
        (row.rule_id, row.about_id): row
        for row in look.all(select(deadline).where(~deadline.c.deleted))
    }
    names: dict[UUID, Named] = {}
    for kind in {one.event.about_kind for one in due}:
        ids = [one.event.about_id for one in due if one.event.about_kind == kind]
        names |= names_of(look, kind, ids)
    return [
        _row(one, settled.get((one.rule.id, one.event.about_id)), names, look.today) for one in due
    ]


def _row(one: Due, said: AnyRow | None, names: dict[UUID, Named], today: date) -> DeadlineRow:
    filed_here = one.event.facts.get("filed_on")
    status = said.status if said is not None else ("filed" if filed_here else None)
    return DeadlineRow(
        rule_id=one.rule.id,
        rule=one.rule.name,
        duty=one.rule.duty,
        source=one.rule.source,
        caution=messages.text("deadline.counsel"),
        kind=one.event.about_kind,
        about=names[one.event.about_id],
        event_on=one.event.on,
        due_on=one.due_on,
        days_past=(today - one.due_on).days,
        state=state(one.due_on, status, today),
        filed_on=said.filed_on if said is not None else _day(filed_here),
        reference=said.filed_reference if said is not None else None,
        reason=said.reason if said is not None else None,
    )


def _day(on: object) -> date | None:
    return on if isinstance(on, date) else None


def _rules(look: Looking) -> list[Rule]:
    rows = look.all(select(rule).where(~rule.c.deleted).order_by(rule.c.pack, rule.c.n))
    return [
        Rule(
            id=row.id,
            pack=row.pack or "",
            name=row.name or "",
            trigger=row.trigger or "",
            days=row.days or 0,
            duty=row.duty or "",
            source=row.rule_source or "",
            from_on=row.from_on,
            until_on=row.until_on,
            conditions=read_conditions(row.conditions),
            active=row.active,
        )
        for row in rows
    ]


def _cells(one: Rule) -> dict[str, Any]:
    return {
        "pack": one.pack,
        "name": one.name,
        "trigger": one.trigger,
        "days": one.days,
        "duty": one.duty,
        "rule_source": one.source,
        "conditions": write_conditions(one.conditions),
    }


def _given(facts: dict[str, Any]) -> dict[str, object]:
    """A rule's cells from its facts, its trigger, days and conditions possible."""
    given: dict[str, object] = {k: v for k, v in facts.items() if k not in ("source", "conditions")}
    if "source" in facts:
        given["rule_source"] = facts["source"]
    if "conditions" in facts:
        read = read_conditions(json.dumps([list(one) for one in facts["conditions"]]))
        given["conditions"] = write_conditions(read)
    if "trigger" in facts and facts["trigger"] not in set(Trigger):
        raise Refusal("code.unknown", given=facts["trigger"], choices=", ".join(Trigger))
    if "days" in facts and facts["days"] < 0:
        raise Refusal("figure.below_nought", figure=facts["days"])
    return given
