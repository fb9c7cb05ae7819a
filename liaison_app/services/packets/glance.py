"""At a glance: what a principal with two minutes must know."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import TypeVar
from uuid import UUID

from liaison_app.documents.packet.content.commitments import Promise
from liaison_app.documents.packet.content.glance import Ask, Glance, Meets, WatchOut
from liaison_app.documents.packet.content.people import Person
from liaison_app.services.packets.brief import Brief
from liaison_app.services.packets.meeting import lines
from liaison_app.services.packets.moments import said_partial
from liaison_app.services.packets.persons import participant
from liaison_app.services.packets.promises import Past
from liaison_app.services.packets.talking import parted, points_of
from liaison_app.services.redaction import Seen
from liaison_app.system.letters import fold

_UNNAMED_ROLES = ("interpreter", "security", "media", "notetaker", "protocol")
_LONG_WORD, _SHORT_WORD = 5, 3
"""Letters of a word that means something by itself, and of one that may help to choose."""
_One = TypeVar("_One")


def glance(brief: Brief, pasts: Mapping[UUID, Past], title: str) -> Glance | None:
    """Everything for the one page, the most important first; the page takes what it has room for.

    Engagements that were cancelled say nothing here; those without the principal come last. None where
    there is nothing to tell but the title.
    """
    subject = brief.subject
    live = [one for one in brief.engagements if one.id in brief.letters]
    live.sort(key=lambda one: not brief.is_principals(one))
    objectives = lines(subject.objectives)
    if not objectives:
        objectives = tuple(line for one in live for line in lines(one.objectives))
    found = Glance(
        purpose=subject.purpose or title,
        objectives=objectives,
        meets=tuple(_meets(brief, [one for one in live if brief.is_principals(one)] or live)),
        asks=asks([_asks(brief, one) for one in live], objectives),
        promises=_promises([(brief.letters[one.id], pasts[one.id]) for one in live]),
        watch_outs=_watch_outs(brief, live),
        last_contact=_last_contact(pasts[one.id] for one in live),
    )
    return found if subject.purpose or found != Glance(title) else None


def _meets(brief: Brief, live: list[Seen]) -> list[Meets]:
    """The first of each meeting before the others, in the order of the tabs; nobody twice."""
    known: set[UUID] = set()
    firsts: list[Meets] = []
    others: list[Meets] = []
    for one in live:
        rows = _counterparts(brief, one)
        firsts += _newly(brief, one, rows[:1], known)
        if not rows:
            bodies = [Person(body.name or "") for body in brief.organizations_of(one)]
            firsts += [Meets(body, brief.letters[one.id]) for body in bodies]
    for one in live:
        others += _newly(brief, one, _counterparts(brief, one), known)
    return [*firsts, *others]


def _counterparts(brief: Brief, one: Seen) -> list[Seen]:
    """The named people of the other side; of third parties where it has nobody."""
    rows = brief.side(one, "theirs") or brief.side(one, "third")
    return [row for row in rows if row.person_id and row.role not in _UNNAMED_ROLES]


def _newly(brief: Brief, one: Seen, rows: Iterable[Seen], known: set[UUID]) -> list[Meets]:
    new = [row for row in rows if row.person_id not in known]
    known.update(row.person_id for row in new)
    return [Meets(participant(brief, one, row).person, brief.letters[one.id]) for row in new]


def _asks(brief: Brief, one: Seen) -> list[Ask]:
    """What is delivered, then what is raised in an engagement."""
    rows, letter = points_of(brief, one), brief.letters[one.id]
    deliver = [(row.text, "") for row in rows if row.kind == "deliver" and row.text]
    raised = [parted(row) for row in rows if row.kind == "raise"]
    return [Ask(topic, line, letter) for topic, line in [*deliver, *raised]]


def asks(by_engagement: Sequence[Sequence[Ask]], objectives: Sequence[str]) -> tuple[Ask, ...]:
    """The most important first: for each objective the ask that has most of its words, since that is
    what the journey is for; then the first of each engagement, the second of each, and so on."""
    left = [(one, _words(f"{one.topic} {one.line}")) for one in _in_turn(by_engagement)]
    often = Counter(word for _, words in left for word in words)
    first: list[Ask] = []
    for objective in objectives:
        meant = _words(objective)
        fitting = [pair for pair in left if any(len(w) >= _LONG_WORD for w in meant & pair[1])]
        if fitting:
            # What few asks say tells more than what many do.
            best = max(fitting, key=lambda pair: sum(1 / often[w] for w in sorted(meant & pair[1])))
            left.remove(best)
            first.append(best[0])
    return (*first, *(one for one, _ in left))


def _words(said: str) -> set[str]:
    """Its words as search compares them, without the shortest."""
    return {word for word in re.findall(r"\w+", fold(said)) if len(word) >= _SHORT_WORD}


def _watch_outs(brief: Brief, live: Iterable[Seen]) -> tuple[WatchOut, ...]:
    """The first of each engagement, the second of each, and so on; none twice."""
    found = _in_turn(
        [WatchOut(line, brief.letters[one.id]) for line in lines(one.watch_outs)] for one in live
    )
    return tuple({one.words: one for one in reversed(found)}.values())[::-1]


def _in_turn(lists: Iterable[Iterable[_One]]) -> tuple[_One, ...]:
    """The first of each list, then the second of each, and so on."""
    rounds = zip_longest(*lists)
    return tuple(one for some in rounds for one in some if one is not None)


def _promises(pasts: Sequence[tuple[str, Past]]) -> tuple[Promise, ...]:
    """The latest ones first, then what is due soonest, each with the tab that tells it in full."""
    found: dict[tuple[str, str], tuple[date, Promise]] = {}
    for letter, past in pasts:
        for due, one in past.owed():
            found.setdefault((one.ref, one.side), (due, replace(one, tab=one.tab or letter)))
    owed = sorted(found.values(), key=lambda pair: (-pair[1].late_days, pair[0]))
    return tuple(one for _, one in owed)


def _last_contact(pasts: Iterable[Past]) -> str:
    rows = [row for past in pasts for row in past.meetings[:1]]
    if not rows:
        return ""
    last = max(rows, key=lambda row: row.held_on)
    said = (last.decisions or last.readout or "").split("\n")[0]
    return " ".join(filter(None, (f"{said_partial(last, 'held')}: {last.title}.", said)))
