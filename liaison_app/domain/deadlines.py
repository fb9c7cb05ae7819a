"""Deadlines: what an office's rules make of what happened. Pure, and never stored.

A rule counts days from an event of one kind that meets its conditions, on a day within the rule's own
dates. Rules are an office's own; nothing legal is asserted, and each says where it is from
(DOMAIN P1-8). ``services/deadlines.py`` gathers the events.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from uuid import UUID

from liaison_app.domain.errors import Refusal


class Trigger(StrEnum):
    """From what a rule counts: the event's kind and, after the dot, what happened."""

    GIFT_RECEIVED = "gift.received"
    ENGAGEMENT_HELD = "engagement.held"
    AGREEMENT_SIGNED = "agreement.signed"


class Compare(StrEnum):
    """How a condition compares a fact with its value."""

    IS = "is"
    IS_NOT = "is_not"
    ABOVE = "above"
    AT_LEAST = "at_least"


class State(StrEnum):
    """How a deadline stands on a day."""

    OVERDUE = "overdue"
    OPEN = "open"
    FILED = "filed"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True)
class Condition:
    """What must hold of an event: its fact ``field`` compared with ``value``."""

    field: str
    comparison: Compare
    value: str

    def holds(self, facts: Mapping[str, object]) -> bool:
        """Whether it holds. A fact that nobody filled in is not known to be below: only an amount
        that is known and too small takes a deadline away."""
        said = facts.get(self.field)
        if self.comparison is Compare.IS:
            return _text(said) == self.value
        if self.comparison is Compare.IS_NOT:
            return _text(said) != self.value
        if said is None:
            return True
        amount, least = Decimal(str(said)), Decimal(self.value)
        return amount > least if self.comparison is Compare.ABOVE else amount >= least


@dataclass(frozen=True)
class Rule:
    """``days`` are counted from the event; ``from_on`` and ``until_on``: for events of which days the
    rule stands, both included, open where None. ``source``: where the duty is from."""

    id: UUID
    pack: str
    name: str
    trigger: str
    days: int
    duty: str
    source: str
    from_on: date | None = None
    until_on: date | None = None
    conditions: tuple[Condition, ...] = ()
    active: bool = False

    def concerns(self, event: "Event") -> bool:
        """Whether the event starts this rule's days."""
        return (
            self.active
            and event.trigger == self.trigger
            and (self.from_on is None or self.from_on <= event.on)
            and (self.until_on is None or event.on <= self.until_on)
            and all(one.holds(event.facts) for one in self.conditions)
        )


@dataclass(frozen=True)
class Event:
    """Something that happened to a record on a day, with the facts that rules may ask about."""

    trigger: str
    about_kind: str
    about_id: UUID
    on: date
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Due:
    """One duty: by which rule, from which event, and its last day."""

    rule: Rule
    event: Event
    due_on: date


def dues(rules: Iterable[Rule], events: Iterable[Event]) -> list[Due]:
    """Every duty that the active rules make of these events, the first due first."""
    known = list(rules)
    found = [
        Due(rule, event, event.on + timedelta(days=rule.days))
        for event in events
        for rule in known
        if rule.concerns(event)
    ]
    return sorted(found, key=lambda one: (one.due_on, one.rule.name, str(one.event.about_id)))


def state(due_on: date, said: str | None, today: date) -> State:
    """How a deadline stands ``today``; ``said``: what somebody said of it (filed, not applicable)."""
    if said in (State.FILED, State.NOT_APPLICABLE):
        return State(said)
    return State.OVERDUE if due_on < today else State.OPEN


def read_conditions(text: str | None) -> tuple[Condition, ...]:
    """Conditions from their JSON: a list of ``[field, comparison, value]``.

    Refused as ``rule.bad_condition`` where one can't be read.
    """
    try:
        return tuple(_condition(*one) for one in json.loads(text or "[]"))
    except (ValueError, TypeError) as fault:
        raise Refusal("rule.bad_condition", given=text) from fault


def write_conditions(conditions: Iterable[Condition]) -> str:
    """Conditions as their JSON."""
    return json.dumps([[one.field, one.comparison.value, one.value] for one in conditions])


def _condition(name: str, comparison: str, value: str) -> Condition:
    made = Condition(name, Compare(comparison), str(value))
    if made.comparison in (Compare.ABOVE, Compare.AT_LEAST):
        try:
            Decimal(made.value)
        except InvalidOperation as fault:
            raise ValueError(value) from fault
    return made


def _text(said: object) -> str:
    if isinstance(said, bool):
        return "yes" if said else "no"
    return "" if said is None else str(said)
