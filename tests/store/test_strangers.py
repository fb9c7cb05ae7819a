"""An office that somebody prepared with code of their own isn't opened."""

from pathlib import Path

import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.store import office_file
from liaison_app.store.node import Profile
from liaison_app.store.sqlite import connection as sqlite
from tests.store.conftest import KEY, MovingClock


@pytest.mark.parametrize(
    "prepared",
    [
        "CREATE TRIGGER helpful AFTER INSERT ON change BEGIN UPDATE person SET email = NULL; END",
        "CREATE VIEW summary AS SELECT full_name FROM person",
        "CREATE VIRTUAL TABLE jottings USING fts5(words)",
        "DROP TRIGGER person_changed",
        (
            "DROP TRIGGER person_removed; CREATE TRIGGER person_removed AFTER DELETE ON person "
            "BEGIN SELECT 1; END"
        ),
    ],
    ids=["trigger", "view", "virtual", "missing", "altered"],
)
def test_a_prepared_office_is_refused_and_left_as_it_was(
    path: Path, clock: MovingClock, known: Profile, prepared: str
) -> None:
    raw = sqlite.open_raw(path, KEY, 1_000)
    raw.executescript(prepared)
    raw.close()
    before = path.read_bytes()
    with pytest.raises(Refusal) as refused:
        office_file.open_office(path, KEY, clock, known)
    assert refused.value.code == "office.strangers"
    assert path.read_bytes() == before


def test_a_view_in_an_older_office_is_refused_before_it_is_brought_up(
    clock: MovingClock, known: Profile, tmp_path: Path
) -> None:
    old = tmp_path / "old.liaison"
    old.write_bytes((Path(__file__).with_name("released") / "format-1.liaison").read_bytes())
    raw = sqlite.open_raw(old, KEY, 1_000)
    raw.execute("CREATE VIEW summary AS SELECT full_name FROM person")
    raw.close()
    with pytest.raises(Refusal) as refused:
        office_file.open_office(old, KEY, clock, known)
    assert refused.value.code == "office.strangers"
    assert [found.name for found in tmp_path.glob("*.liaison")] == ["old.liaison"]
