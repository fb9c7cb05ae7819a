"""Whatever three officers do apart, and however their parcels go astray: all copies end up alike."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison_app.domain.errors import Refusal
from liaison_app.domain.ids import link_id, named_id
from liaison_app.store import conflicts
from liaison_app.store.check import check
from liaison_app.store.door import Store
from liaison_app.store.erase import Cell, carry_out, erase
from liaison_app.store.parcels import Parcel, take_out
from liaison_app.store.tables.declare import metadata
from liaison_app.store.undo import Mode, undo
from tests.store.conftest import KEY
from tests.store.copies import Copy, meet, three

WHO, AT = st.integers(0, 2), st.integers(0, 7)
NAMES = st.sampled_from(["Ana", "Béla", "김도현", 'say "hi"', "", None])
HOURS = st.sampled_from([-30, -3, -1, 1, 3, 30])
ACTS = st.one_of(
    st.tuples(st.just("add"), WHO, NAMES),
    st.tuples(st.just("edit"), WHO, AT, st.sampled_from(["full_name", "notes"]), NAMES),
    st.tuples(st.just("delete"), WHO, AT, st.booleans()),
    st.tuples(st.just("private"), WHO, AT, NAMES),
    st.tuples(st.just("merge"), WHO, AT, AT),
    st.tuples(st.just("parent"), WHO, AT, AT),
    st.tuples(st.just("promise"), WHO, AT),
    st.tuples(st.just("locate"), WHO, AT, AT, st.booleans()),
    st.tuples(st.just("set"), WHO, NAMES),
    st.tuples(st.just("undo"), WHO, AT, st.sampled_from(Mode)),
    st.tuples(st.just("settle"), WHO, AT, AT),
    st.tuples(st.just("erase"), WHO, AT),
    st.tuples(st.just("hold"), WHO, AT, st.booleans()),
    st.tuples(st.just("clock"), WHO, HOURS),
    st.tuples(st.just("reopen"), WHO),
    st.tuples(st.just("clone"), WHO),
    *[st.tuples(st.just("send"), WHO, AT, AT)] * 2,
    *[st.tuples(st.just("deliver"), WHO, AT)] * 3,
)


class Desks:
    """Three officers at work; each act is one write, a parcel, or a refusal that changes nothing."""

    def __init__(self, copies: list[Copy], seen: Counter[str]) -> None:
        self.copies = copies
        self.seen = seen
        self.mail: list[Parcel] = []
        self.people: list[UUID] = []
        self.places: list[UUID] = []
        for name in ("Ada", "Bo"):
            self.add(copies[0], name)
        meet(*copies)

    def do(self, act: tuple[Any, ...]) -> None:
        name, who, *given_values = act
        does: Callable[..., None] = getattr(self, name)
        self.seen["acts"] += 1
        try:
            does(self.copies[who], *given_values)
        except Refusal as refusal:
            self.seen[f"refused: {refusal.code}"] += 1

    def add(self, copy: Copy, name: str | None) -> None:
        self.people.append(copy.add("person", full_name=name))
        self.places.append(copy.add("jurisdiction", name=name))

    def edit(self, copy: Copy, at: int, col: str, name: str | None) -> None:
        copy.change("person", self.of(self.people, at), **{col: name})

    def delete(self, copy: Copy, at: int, gone: bool) -> None:
        copy.change("person", self.of(self.people, at), deleted=gone)

    def private(self, copy: Copy, at: int, diet: str | None) -> None:
        person = self.of(self.people, at)
        row = link_id("person_private", person, person)
        if copy.cell("person_private", row, "id") is None:
            copy.add("person_private", id=row, person_id=person, diet=diet)
        else:
            copy.change("person_private", row, diet=diet)

    def merge(self, copy: Copy, at: int, other: int) -> None:
        copy.change("person", self.of(self.people, at), merged_into=self.of(self.people, other))

    def parent(self, copy: Copy, at: int, other: int) -> None:
        copy.change("jurisdiction", self.of(self.places, at), parent_id=self.of(self.places, other))

    def promise(self, copy: Copy, at: int) -> None:
        copy.add("commitment", wording="Send it", owner_id=self.of(self.people, at))

    def locate(self, copy: Copy, at: int, other: int, inside: bool) -> None:
        with copy.store.write("locate") as records:
            verb = records.link if inside else records.unlink
            table = metadata.tables["located_in"]
            verb(table, self.of(self.places, at), self.of(self.places, other))

    def set(self, copy: Copy, value: str | None) -> None:
        row = named_id("setting", "paper")
        if copy.cell("setting", row, "id") is None:
            copy.add("setting", id=row, key="paper", value=value)
        else:
            copy.change("setting", row, value=value)

    def undo(self, copy: Copy, at: int, mode: Mode) -> None:
        names = copy.names()
        undo(copy.store, names[-1 - at % len(names)], mode)

    def settle(self, copy: Copy, at: int, side: int) -> None:
        found = copy.conflicts()
        if found:
            one = found[at % len(found)]
            value: Any = one.sides[side % len(one.sides)].value
            if one.col == "deleted":
                value = bool(side % 2)
            conflicts.settle(copy.store, one.table, one.row, one.col, value)
            self.seen["settled"] += 1

    def erase(self, copy: Copy, at: int) -> None:
        one = self.of(self.people, at)
        erase(copy.store, one, [Cell("person", one, "notes")])

    def hold(self, copy: Copy, at: int, held: bool) -> None:
        copy.change("person", self.of(self.people, at), legal_hold=held)

    def clock(self, copy: Copy, hours: int) -> None:
        copy.clock.at += timedelta(hours=hours)

    def reopen(self, copy: Copy) -> None:
        copy.reopen()

    def send(self, copy: Copy, start: int, lost: int) -> None:
        """The latest steps, one of them lost: parcels stay in the post and come again."""
        parcel = copy.sends()
        steps = list(parcel.steps[-1 - 2 * start :])
        if lost < len(steps) - 1:
            del steps[lost]
        self.mail.append(Parcel(parcel.office, parcel.copies, tuple(steps)))

    def deliver(self, copy: Copy, at: int) -> None:
        if self.mail:
            (taken,) = copy.takes(self.mail[-1 - at % len(self.mail)])
            self.seen["parcels"] += 1
            self.seen["parcels with something waiting"] += taken.waiting > 0

    def clone(self, copy: Copy) -> None:
        """A clone goes on under the old node; what it writes must be refused everywhere."""
        copy.store.close()
        path = Path(shutil.copy(copy.path, copy.path.with_name("clone.liaison")))
        copy.store = copy.open()
        clone = Store(path, KEY, copy.store.node, copy.clock)
        with clone.write("person.add") as records:
            records.add(metadata.tables["person"], full_name="Clone")
        with clone.read() as connection:
            theirs = take_out(connection)
        clone.close()
        copy.add("person", full_name="Original")
        meet(*self.copies)
        for one in self.copies:
            before = one.names()
            with pytest.raises(Refusal) as refused:
                one.takes(theirs)
            assert refused.value.code in {"parcel.written_twice", "parcel.clone"}
            self.seen["clones refused"] += 1
            assert one.names() == before

    @staticmethod
    def of(ids: list[UUID], at: int) -> UUID:
        return ids[at % len(ids)]


def test_three_copies_end_up_alike(template: Path, trials: Callable[[int, int], int]) -> None:
    seen: Counter[str] = Counter()
    runs, length = trials(3, 300), trials(15, 50)

    @settings(max_examples=runs, suppress_health_check=list(HealthCheck))
    @given(
        st.lists(ACTS, min_size=length, max_size=length),
        st.tuples(*[st.integers(-180, 180)] * 2),
    )
    def holds(acts: list[tuple[Any, ...]], skews: tuple[int, int]) -> None:
        skewed = [timedelta(minutes=minutes) for minutes in skews]
        with (
            tempfile.TemporaryDirectory() as folder,
            three(template, Path(folder), *skewed) as copies,
        ):
            desks = Desks(copies, seen)
            for act in acts:
                desks.do(act)
            meet(*copies)
            for one in copies:
                with suppress(Refusal):
                    carry_out(one.store)
            first = copies[0]
            for one in copies[1:]:
                assert one.rows() == first.rows()
                assert one.conflicts() == first.conflicts()
                assert one.broken() == first.broken()
            for one in copies:
                health = check(one.store)
                assert [found for found in health.findings if found.broken] == []
                codes = {found.code for found in health.findings}
                assert not codes & {"check.waiting", "check.step_awaited"}
                assert ("check.conflicts" in codes) == bool(first.conflicts())
            seen["runs"] += 1
            seen["steps"] += health.steps
            seen["changes"] += health.changes
            seen["open conflicts"] += len(first.conflicts())
            seen["deletions against edits"] += sum(c.col == "deleted" for c in first.conflicts())
            seen["invariants shown"] += len(first.broken())

    holds()
    print(dict(sorted(seen.items())))  # noqa: T201 (the figures of a trial)
