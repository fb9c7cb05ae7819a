"""An erasure travels: what was erased in one copy is gone in all, whatever comes late."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from liaison_app.store import erase
from liaison_app.store.check import check
from liaison_app.store.erase import Cell
from tests.store.copies import Copy, alike, meet, three
from tests.store.test_erase import everything


@pytest.fixture
def copies(template: Path, tmp_path: Path) -> Iterator[list[Copy]]:
    """Three copies, each found sound when the test has ended."""
    with three(template, tmp_path) as made:
        yield made
        for one in made:
            assert [found for found in check(one.store).findings if found.broken] == []


def test_an_erasure_travels_and_takes_away_what_comes_late(copies: list[Copy]) -> None:
    a, b, c = copies
    one = a.add("person", full_name="Ana", notes="secretword one")
    diet = a.add("person_private", person_id=one, diet="secretword two")
    born = a.sends()
    a.change("person", one, notes="secretword three")
    meet(a, b)
    b.change("person", one, notes="secretword four")
    late = b.sends()
    erase.erase(a.store, one, [Cell("person", one, "notes"), Cell("person_private", diet, "diet")])
    gone = a.sends()
    c.takes(born, gone, late)
    meet(a, b, c)
    alike(a, b, c)
    for copy in (a, b, c):
        assert "secretword" not in everything(copy.store)
        assert copy.cell("person", one, "notes") is None
        assert copy.conflicts() == []
    a.change("person", one, notes="new")
    c.takes(late)
    meet(a, b, c)
    alike(a, b, c)
    assert c.cell("person", one, "notes") == "new"
    assert "secretword" not in everything(c.store)


def test_what_is_written_after_a_second_erasure_stays(copies: list[Copy]) -> None:
    a, b, _ = copies
    one = a.add("person", full_name="Ana", notes="first")
    for _ in range(2):
        erase.erase(a.store, one, [Cell("person", one, "notes")])
    a.change("person", one, notes="new")
    meet(a, b)
    alike(a, b)
    assert b.cell("person", one, "notes") == "new"


def test_sources_here_forget_what_was_erased_there(copies: list[Copy]) -> None:
    a, b, _ = copies
    one = a.add("person", full_name="Ana Secretword")
    meet(a, b)
    b.add("source_row", key="k", record_kind="person", record_id=one, row='"Ana Secretword"')
    erase.erase(a.store, one, [Cell("person", one, "full_name")])
    meet(a, b)
    alike(a, b)
    for copy in (a, b):
        assert "Secretword" not in everything(copy.store)


def test_what_is_held_here_is_not_erased_by_another(copies: list[Copy]) -> None:
    a, b, _ = copies
    one = a.add("person", full_name="Ana", notes="secretword")
    meet(a, b)
    b.change("person", one, legal_hold=True)
    b.clock.at += timedelta(seconds=1)
    a.clock.at += timedelta(minutes=1)
    erase.erase(a.store, one, [Cell("person", one, "notes")])
    meet(a, b)
    alike(a, b)
    assert "secretword" in everything(b.store)
    assert [code.split()[0] for code in b.broken()] == ["held_but_erased"]
    assert "check.erasure_held" in {found.code for found in check(b.store).findings}
    b.change("person", one, legal_hold=False)
    erase.carry_out(b.store)
    assert "secretword" not in everything(b.store)
    assert check(b.store).findings == ()
