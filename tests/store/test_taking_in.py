"""What two officers did apart comes together: nothing is lost, and what doesn't fit is shown."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.store import conflicts, office_file
from liaison_app.store.check import check
from liaison_app.store.parcels import take_out
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.store.tables.declare import metadata
from liaison_app.store.tables.house import setting
from liaison_app.store.undo import Mode, MovedOn, undo
from liaison_app.system import messages
from tests.store.conftest import KEY
from tests.store.copies import Copy, alike, meet, part, three


@pytest.fixture
def copies(template: Path, tmp_path: Path) -> Iterator[list[Copy]]:
    """Three copies, each found sound when the test has ended."""
    with three(template, tmp_path) as made:
        yield made
        for one in made:
            assert [found for found in check(one.store).findings if found.broken] == []


def test_what_one_officer_entered_the_other_finds(copies: list[Copy]) -> None:
    a, b, _ = copies
    one = a.add("person", full_name="Ana Ruíz", is_ours=True)
    a.add("person_private", person_id=one, diet="no nuts")
    a.add("tenure", person_id=one, start_on=date(2026, 1, 2))
    meet(a, b)
    alike(a, b)
    assert b.cell("person", one, "full_name") == "Ana Ruíz"
    assert b.cell("person", one, "sort_key") == a.cell("person", one, "sort_key")
    with b.store.read() as connection:
        assert connection.exec_driver_sql(
            "SELECT count(*) FROM found WHERE found MATCH 'ruiz'"
        ).scalar()
        steps = connection.exec_driver_sql("SELECT count(*) FROM change WHERE step = 0").scalar()
    assert steps == 0
    assert check(b.store).findings == ()


def test_a_parcel_taken_twice_changes_nothing(copies: list[Copy]) -> None:
    a, b, _ = copies
    a.add("person", full_name="Ana")
    parcel = a.sends()
    assert b.takes(parcel)[0].steps == 1
    before = b.rows()
    assert b.takes(parcel)[0] == b.takes(parcel)[0]
    assert b.takes(parcel)[0].steps == 0
    assert b.rows() == before


def test_an_edit_that_comes_before_its_record_waits(copies: list[Copy]) -> None:
    a, b, _ = copies
    one = a.add("person", full_name="Ana")
    a.change("person", one, full_name="Ana Ruíz")
    a.change("person", one, full_name="Ana R.")
    parcel = a.sends()
    assert b.takes(part(parcel, 2))[0].waiting == 1
    assert {found.code for found in check(b.store).findings} == {
        "check.waiting",
        "check.step_awaited",
    }
    b.takes(part(parcel, 0))
    assert b.cell("person", one, "full_name") == "Ana"
    assert b.conflicts() == []
    with pytest.raises(Refusal) as refused:
        undo(b.store, a.names()[2])
    assert refused.value.code == "undo.waits"
    assert b.takes(part(parcel, 1))[0].waiting == 0
    assert b.cell("person", one, "full_name") == "Ana R."
    alike(a, b)


def test_two_officers_change_one_fact(copies: list[Copy]) -> None:
    a, b, c = copies
    one = a.add("person", full_name="Ana", notes="x")
    meet(a, b, c)
    a.change("person", one, full_name="Anna")
    b.change("person", one, full_name="Anne", notes="y")
    meet(a, b, c)
    alike(a, b, c)
    (found,) = c.conflicts()
    assert (found.table, found.row, found.col) == ("person", one, "full_name")
    assert {side.value for side in found.sides} == {"Anna", "Anne"}
    assert found.started_from == "Ana"
    assert found.sides[0].value == c.cell("person", one, "full_name")
    assert {code.code for code in check(a.store).findings} == {"check.conflicts"}


def test_both_say_the_same(copies: list[Copy]) -> None:
    a, b, _ = copies
    one = a.add("person", full_name="Ana")
    meet(a, b)
    for copy in (a, b):
        copy.change("person", one, full_name="Anna")
    meet(a, b)
    assert a.conflicts() == []
    a.change("person", one, full_name="Anne")
    meet(a, b)
    assert a.conflicts() == []
    alike(a, b)


@pytest.mark.parametrize("chosen", ["Anna", "Anne", "Ana Maria"])
def test_settling_is_for_all_copies_and_undo_opens_it_again(
    copies: list[Copy], chosen: str
) -> None:
    a, b, c = copies
    one = a.add("person", full_name="Ana")
    meet(a, b, c)
    a.change("person", one, full_name="Anna")
    b.change("person", one, full_name="Anne")
    meet(a, b, c)
    before, shown = c.conflicts(), c.cell("person", one, "full_name")
    conflicts.settle(c.store, "person", one, "full_name", chosen)
    meet(a, b, c)
    alike(a, b, c)
    assert a.conflicts() == []
    assert a.cell("person", one, "full_name") == chosen
    undo(b.store, c.names()[-1])
    meet(a, b, c)
    alike(a, b, c)
    assert a.conflicts() == before
    assert a.cell("person", one, "full_name") == shown
    undo(a.store, a.names()[-1])
    meet(a, b, c)
    alike(a, b, c)
    assert b.conflicts() == []
    assert b.cell("person", one, "full_name") == chosen
    with pytest.raises(Refusal) as refused:
        conflicts.settle(a.store, "person", one, "full_name", "Bea")
    assert refused.value.code == "conflict.settled"


@pytest.mark.parametrize("gone", [True, False])
def test_deleted_there_changed_here(copies: list[Copy], gone: bool) -> None:
    a, b, c = copies
    one = a.add("engagement", title="Port visit")
    meet(a, b, c)
    a.change("engagement", one, deleted=True)
    b.change("engagement", one, title="Port visit with the mayor")
    meet(a, b, c)
    alike(a, b, c)
    assert not a.cell("engagement", one, "deleted")
    (found,) = a.conflicts()
    assert found.col == "deleted"
    assert {side.value for side in found.sides} == {True, "Port visit with the mayor"}
    conflicts.settle(a.store, "engagement", one, "deleted", gone)
    meet(a, b, c)
    alike(a, b, c)
    assert b.conflicts() == []
    assert b.cell("engagement", one, "deleted") is gone
    undo(a.store, a.names()[-1])
    meet(a, b, c)
    alike(a, b, c)
    assert len(b.conflicts()) == 1
    assert not b.cell("engagement", one, "deleted")


def test_who_deleted_and_then_goes_on_with_the_record_has_not_settled_it(
    copies: list[Copy],
) -> None:
    a, b, _ = copies
    one = a.add("person", full_name="Ana")
    meet(a, b)
    a.change("person", one, deleted=True)
    b.change("person", one, full_name="Anna")
    meet(a, b)
    a.change("person", one, full_name="Anne")
    meet(a, b)
    alike(a, b)
    assert not b.cell("person", one, "deleted")
    assert {side.value for side in a.conflicts()[0].sides} == {True, "Anne"}


def test_a_deleted_record_stays_deleted_when_who_changes_it_knew(copies: list[Copy]) -> None:
    a, b, _ = copies
    one = a.add("person", full_name="Ana")
    a.change("person", one, full_name="Anna")
    a.change("person", one, deleted=True)
    meet(a, b)
    undo(b.store, a.names()[1])
    meet(a, b)
    alike(a, b)
    assert a.cell("person", one, "deleted")
    assert a.conflicts() == []


def test_the_same_setting_made_twice(copies: list[Copy]) -> None:
    a, b, _ = copies
    for copy, value in ((a, "letter"), (b, "a4")):
        with copy.store.write("setting.change") as records:
            records.add(setting, id=a.store.node.office, key="paper", value=value)
    meet(a, b)
    alike(a, b)
    assert [(one.col, one.started_from) for one in a.conflicts()] == [("value", None)]


def test_what_nobody_did_alone_is_shown(copies: list[Copy]) -> None:
    a, b, _ = copies
    x, y, z = (a.add("person", full_name=name) for name in "XYZ")
    up, low = (a.add("jurisdiction", name=name) for name in ("Up", "Low"))
    post = a.add("office", title="Mayor", is_head=True)
    meet(a, b)
    a.change("person", x, merged_into=y)
    b.change("person", y, merged_into=x)
    a.change("jurisdiction", up, parent_id=low)
    b.change("jurisdiction", low, parent_id=up)
    a.change("person", z, deleted=True)
    b.add("commitment", wording="Send it", owner_id=z)
    for copy, day in ((a, 1), (b, 2)):
        copy.add(
            "tenure", person_id=x, office_id=post, standing="holder", start_on=date(2026, 1, day)
        )
    for copy in (a, b):
        copy.add("person", full_name="Same number", ref="P-9999")
    meet(a, b)
    alike(a, b)
    assert {one.split()[0] for one in a.broken()} == {
        "merge_closed",
        "own_ancestor",
        "link_to_deleted",
        "tenures_overlap",
        "ref_twice",
    }
    assert a.cell("person", x, "stands_for") == a.cell("person", y, "stands_for") == min(x, y)
    for one in check(a.store).findings:
        assert "{" not in messages.text(one.code, **one.params)


def test_a_promise_made_to_a_record_merged_elsewhere_goes_with_it(copies: list[Copy]) -> None:
    a, b, _ = copies
    x, y = (a.add("person", full_name=name) for name in "XY")
    meet(a, b)
    a.change("person", x, merged_into=y)
    promise = b.add("commitment", wording="Send it", owner_id=x)
    meet(a, b)
    alike(a, b)
    assert a.broken() == []
    assert a.cell("person", a.cell("commitment", promise, "owner_id"), "stands_for") == y


def test_a_step_of_another_copy_can_be_undone_here(copies: list[Copy]) -> None:
    a, b, _ = copies
    one = a.add("person", full_name="Ana")
    a.change("person", one, full_name="Anna", notes="n")
    meet(a, b)
    undo(b.store, a.names()[1])
    meet(a, b)
    alike(a, b)
    assert a.cell("person", one, "full_name") == "Ana"
    assert a.conflicts() == []
    b.change("person", one, notes="m")
    meet(a, b)
    with pytest.raises(MovedOn):
        undo(a.store, a.names()[0])
    undo(a.store, a.names()[0], Mode.FORCE)
    meet(a, b)
    alike(a, b)
    assert b.cell("person", one, "deleted")


def test_merged_people_part_again_after_copies_met(copies: list[Copy]) -> None:
    a, b, _ = copies
    x, y = (a.add("person", full_name=name) for name in "XY")
    meet(a, b)
    with a.store.write("person.merge", y) as records:
        records.change(metadata.tables["person"], x, merged_into=y)
        records.change(metadata.tables["person"], y, notes="taken over")
    merge = a.names()[-1]
    b.change("person", y, notes="edited meanwhile")
    promise = b.add("commitment", wording="Send it", owner_id=x)
    meet(a, b)
    undo(b.store, merge, Mode.KEEP)
    meet(a, b)
    alike(a, b)
    assert a.cell("person", x, "stands_for") == x
    assert a.cell("commitment", promise, "owner_id") == x
    (open_,) = a.conflicts()
    assert {one.value for one in open_.sides} == {None, "edited meanwhile"}


def test_an_altered_step_is_refused_whole(copies: list[Copy]) -> None:
    a, b, _ = copies
    a.add("person", full_name="Bo")
    a.add("person", full_name="Ana")
    parcel = a.sends()
    step = parcel.steps[1]
    (change,) = step.changes
    forged = replace(change, after=(change.after or "").replace("Ana", "Eve"))
    for bad in (
        replace(step, changes=(forged,)),
        replace(step, changes=()),
        replace(step, head=replace(step.head, verb="x")),
        replace(step, prior=bytes(32)),
        replace(step, changes=(replace(change, table="step"),)),
        replace(step, changes=(replace(change, after="{"),)),
        replace(step, changes=(replace(change, bases='"'),)),
    ):
        before = b.rows(), b.names()
        with pytest.raises(Refusal) as refused:
            b.takes(replace(parcel, steps=(parcel.steps[0], bad)))
        assert refused.value.code == "parcel.step_altered"
        assert "{" not in messages.text(refused.value.code, **refused.value.params)
        assert (b.rows(), b.names()) == before


def test_steps_of_another_office_or_a_newer_liaison_are_refused(copies: list[Copy]) -> None:
    a, b, _ = copies
    a.add("person", full_name="Ana")
    parcel = a.sends()
    step = parcel.steps[0]
    newer = replace(step, head=replace(step.head, schema=99))
    for bad, code in (
        (replace(parcel, office=None), "parcel.other_office"),
        (replace(parcel, steps=(newer,)), "parcel.newer"),
    ):
        with pytest.raises(Refusal) as refused:
            b.takes(bad)
        assert refused.value.code == code
    assert b.rows() == {}


def test_a_clone_at_work_under_its_old_node_is_refused_aloud(
    copies: list[Copy], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cloned machine: same name, same disk, same numbers; nothing here can notice it."""
    a, b, _ = copies
    a.add("person", full_name="Ana")
    a.store.close()
    clone = Path(shutil.copy(a.path, a.path.with_name("clone.liaison")))
    monkeypatch.setattr("liaison_app.store.node._place", lambda _: ("m", "d", "i"))
    for path in (a.path, clone):
        with closing(sqlite.open_raw(path, KEY, 1_000)) as raw:
            raw.execute("UPDATE node SET machine = 'm', device = 'd', inode = 'i' WHERE is_this")
    a.store = a.open()
    other = office_file.open_office(clone, KEY, a.clock, a.known)
    assert other.node == a.store.node
    with other.write("person.add") as records:
        records.add(metadata.tables["person"], full_name="from the clone")
    with other.read() as connection:
        theirs = take_out(connection)
    other.close()
    with pytest.raises(Refusal) as refused:
        a.takes(theirs)
    assert refused.value.code == "parcel.clone"
    b.takes(theirs)
    a.add("person", full_name="from the original")
    before = b.rows()
    with pytest.raises(Refusal) as refused:
        b.takes(a.sends())
    assert refused.value.code == "parcel.written_twice"
    assert b.rows() == before
    with pytest.raises(Refusal) as refused:
        a.takes(theirs)
    assert refused.value.code in {"parcel.written_twice", "parcel.clone"}


def test_a_clock_set_back_goes_on_after_the_latest_step(copies: list[Copy]) -> None:
    a, b, _ = copies
    one = a.add("person", full_name="Ana")
    meet(a, b)
    b.clock.at += timedelta(hours=5)
    b.change("person", one, full_name="Anna")
    a.clock.at -= timedelta(hours=2)
    a.takes(b.sends())
    a.reopen()
    a.change("person", one, full_name="Anne")
    times = [one.head.hlc for one in a.sends().steps]
    assert times == sorted(times)
    meet(a, b)
    alike(a, b)
    assert b.cell("person", one, "full_name") == "Anne"
    assert b.conflicts() == []


def test_a_clock_ten_years_ahead_neither_wins_nor_spreads(copies: list[Copy]) -> None:
    a, b, _ = copies
    one = a.add("person", full_name="Ana")
    meet(a, b)
    a.clock.at += timedelta(days=3650)
    a.change("person", one, full_name="Anna")
    meet(a, b)
    b.change("person", one, full_name="Anne")
    assert b.sends().steps[-1].head.hlc < a.sends().steps[-1].head.hlc
    meet(a, b)
    alike(a, b)
    assert a.cell("person", one, "full_name") == "Anne"
    assert a.conflicts() == []
