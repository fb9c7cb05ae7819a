"""What can be saved from a damaged file is saved: records by the journal, the journal by the records."""

import random
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import keeping, people
from liaison_app.services.history import latest
from liaison_app.services.lists.catalogue import LISTINGS
from liaison_app.services.office import Office, open_office
from liaison_app.services.removing import delete
from liaison_app.store.key import Key
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.store.tables.declare import Keep, columns_kept, journalled_tables
from tests.offices import PASSPHRASE, MovingClock
from tests.services.test_capture import captured

PAGE = 4096


@pytest.fixture
def whole(office: Office, tmp_path: Path) -> Path:
    """An office that was worked in (a meeting, an edit, a deletion), closed, in a folder of its own."""
    captured(office)
    for number in range(60):
        people.add(office, f"Person {number}", notes="met at the harbor " * 20)
    last = LISTINGS[Kind.PERSON].page(office, '"Person 5"', limit=5)
    people.change(office, last[0].id, notes="prefers mornings")
    delete(office, Kind.PERSON, last[1].id)
    office.store.forget_traces()
    (tmp_path / "home").mkdir()
    return Path(shutil.copy(office.path, tmp_path / "home"))


@pytest.fixture
def key(office: Office) -> Key:
    return office.store.key


def records(path: Path, key: Key) -> dict[str, list[str]]:
    """All that the records of an office say."""
    raw = sqlite.open_raw(path, key, sqlite.READER_CACHE_KIB)
    found = {}
    for table in journalled_tables():
        columns = [c.name for c in columns_kept(table, Keep.JOURNALLED, Keep.PRIVATE)]
        names = ", ".join(f'"{name}"' for name in ("id", *columns))
        found[table.name] = sorted(map(repr, raw.execute(f"SELECT {names} FROM {table.name}")))
    raw.close()
    return found


def page_of(path: Path, key: Key, table: str) -> int:
    """The page on which a table begins: with it every row of the table is out of reach."""
    raw = sqlite.open_raw(path, key, sqlite.READER_CACHE_KIB)
    page = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
    raw.close()
    return int(page)


def damage(path: Path, pages: Iterable[int]) -> bytes:
    """Turn one byte in each of these pages; returns what the file is then."""
    held = bytearray(path.read_bytes())
    for page in pages:
        held[(page - 1) * PAGE + 1000] ^= 0x10
    path.write_bytes(held)
    return bytes(held)


def saved(path: Path, key: Key, clock: MovingClock, known: Office) -> tuple[Path, keeping.Salvage]:
    """Save it, look that the damaged file was left alone and that the new one is sound."""
    before, into = path.read_bytes(), path.with_name("saved.liaison")
    into.unlink(missing_ok=True)
    told = keeping.save_into(path, PASSPHRASE, into, clock)
    assert path.read_bytes() == before
    assert {one.name for one in path.parent.iterdir()} == {path.name, into.name}
    assert keeping.check_file(into, PASSPHRASE, clock, known.profile).broken == ()
    return into, told


@pytest.mark.parametrize("table", ["person", "setting", "change", "step", "node", "source_row"])
def test_with_the_whole_of_one_table_gone_no_record_is_lost(
    table: str, whole: Path, key: Key, office: Office, moving_clock: MovingClock
) -> None:
    told = records(whole, key)
    damage(whole, [page_of(whole, key, table)])
    into, salvage = saved(whole, key, moving_clock, office)
    assert records(into, key) == told
    of = {one.table: one for one in salvage.tables}
    if table == "person":
        assert (of["person"].read, of["person"].lost) == (0, 0)
        assert of["person"].rebuilt == len(told["person"])
        assert salvage.steps_lost == 0
    if table in ("change", "step"):
        assert of[table].read == 0
        assert salvage.steps_lost == len(latest(office, limit=200))


@pytest.mark.parametrize("which", ["the first page", "a page that says which tables there are"])
def test_the_pages_that_say_where_everything_stands_are_lent_by_a_new_file(
    which: str, whole: Path, key: Key, office: Office, moving_clock: MovingClock
) -> None:
    told = records(whole, key)
    raw = sqlite.open_raw(whole, key, sqlite.READER_CACHE_KIB)
    roots = {page for (page,) in raw.execute("SELECT rootpage FROM sqlite_schema")}
    raw.close()
    damage(whole, [1] if which == "the first page" else sorted({*range(2, 200)} - roots)[:3])
    with pytest.raises(Refusal):
        open_office(whole, PASSPHRASE, moving_clock, office.profile)
    into, _ = saved(whole, key, moving_clock, office)
    assert records(into, key) == told


def test_a_file_cut_short_gives_back_what_its_journal_tells(
    whole: Path, key: Key, office: Office, moving_clock: MovingClock
) -> None:
    told = records(whole, key)
    whole.write_bytes(whole.read_bytes()[: -25 * PAGE - 100])
    into, _ = saved(whole, key, moving_clock, office)
    kept = records(into, key)
    assert set(kept["person"]) <= set(told["person"])
    assert len(kept["person"]) > 1


def test_what_neither_record_nor_journal_tells_any_more_is_counted_as_lost(
    whole: Path, key: Key, office: Office, moving_clock: MovingClock
) -> None:
    told = records(whole, key)
    damage(whole, [page_of(whole, key, "person"), page_of(whole, key, "change")])
    into, salvage = saved(whole, key, moving_clock, office)
    of = {one.table: one for one in salvage.tables}
    assert of["person"].lost == len(told["person"])
    assert of["engagement"].lost == 0
    kept = records(into, key)
    assert kept["person"] == []
    assert kept["engagement"] == told["engagement"]


def test_any_few_pages_damaged_lose_at_most_what_was_on_them_twice(
    whole: Path,
    key: Key,
    office: Office,
    moving_clock: MovingClock,
    trials: Callable[[int, int], int],
) -> None:
    told, held = records(whole, key), whole.read_bytes()
    draw = random.Random(7)  # noqa: S311 - no secret
    for _ in range(trials(3, 200)):
        whole.write_bytes(held)
        damage(whole, draw.sample(range(2, len(held) // PAGE + 1), 3))
        into, salvage = saved(whole, key, moving_clock, office)
        kept = records(into, key)
        for one in salvage.tables:
            if one.table in told:
                assert set(kept[one.table]) <= set(told[one.table])
                assert len(told[one.table]) - len(kept[one.table]) == (one.lost or 0)


def test_the_saved_office_goes_on_with_its_history(
    whole: Path, key: Key, office: Office, moving_clock: MovingClock
) -> None:
    damage(whole, [page_of(whole, key, "person")])
    into, _ = saved(whole, key, moving_clock, office)
    again = open_office(into, PASSPHRASE, moving_clock, office.profile)
    assert len(latest(again, limit=200)) == len(latest(office, limit=200))
    added = people.add(again, "Ana Lindqvist")
    assert "Ana Lindqvist" in [row.title for row in LISTINGS[Kind.PERSON].page(again, "lindqvist")]
    assert added.ref not in {row.ref for row in LISTINGS[Kind.PERSON].page(office, limit=200)}
    again.close()


def test_a_sound_file_a_wrong_passphrase_and_a_place_taken_are_refused(
    whole: Path, key: Key, office: Office, moving_clock: MovingClock
) -> None:
    into = whole.with_name("saved.liaison")
    with pytest.raises(Refusal, match=r"salvage\.sound"):
        keeping.save_into(whole, PASSPHRASE, into, moving_clock)
    damage(whole, [page_of(whole, key, "person")])
    with pytest.raises(Refusal, match="wrong_passphrase"):
        keeping.save_into(whole, "not this one", into, moving_clock)
    with pytest.raises(Refusal, match=r"office\.exists"):
        keeping.save_into(whole, PASSPHRASE, whole, moving_clock)
    assert [one.name for one in whole.parent.iterdir()] == [whole.name]
