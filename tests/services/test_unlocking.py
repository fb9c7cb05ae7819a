"""Wrong passphrases typed by hand: each doubles the wait, a right one or a day ends it."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.services.office import Profile
from liaison_app.services.unlocking import refuse_in_haste, seconds_to_wait, unlock
from liaison_app.store.key import Key
from liaison_app.system.clock import FixedClock
from tests.offices import PASSPHRASE, MovingClock

NOON = MovingClock().at


@pytest.fixture
def file(founded: tuple[Path, Key], tmp_path: Path) -> Path:
    return Path(shutil.copy(founded[0], tmp_path / "office.liaison"))


def wrong(file: Path, clock: FixedClock, profile: Profile) -> None:
    with pytest.raises(Refusal):
        unlock(file, "not it", clock, profile)


def test_the_wait_doubles_is_kept_in_the_profile_and_goes_with_the_right_one(
    file: Path, tmp_path: Path
) -> None:
    clock, profile = FixedClock(NOON), Profile(tmp_path / "copies.json")
    waits = []
    for _ in range(8):
        wrong(file, clock, profile)
        waits.append(seconds_to_wait(file, clock, Profile(tmp_path / "copies.json")))
    assert waits == [1, 2, 4, 8, 16, 32, 64, 64]
    moved = file.rename(file.with_name("renamed.liaison"))
    later = FixedClock(NOON + timedelta(seconds=50))
    assert seconds_to_wait(moved, later, profile) == 14
    with pytest.raises(Refusal) as said:
        refuse_in_haste(moved, later, profile)
    assert said.value.code == "unlock.in_haste"
    set_back = FixedClock(NOON - timedelta(days=400))
    assert seconds_to_wait(moved, set_back, profile) == 64
    assert seconds_to_wait(moved, FixedClock(NOON + timedelta(days=2)), profile) == 0
    unlock(moved, PASSPHRASE, clock, profile).close()
    assert seconds_to_wait(moved, clock, profile) == 0


def test_a_damaged_memory_of_it_is_no_memory(file: Path, tmp_path: Path) -> None:
    clock, profile = FixedClock(NOON), Profile(tmp_path / "copies.json")
    for held in ("[]", "{", '{"%s": {"count": "x"}}', '{"%s": 3}'):
        name = file.read_bytes()[:16].hex()
        (tmp_path / "tries.json").write_text(held.replace("%s", name))
        assert seconds_to_wait(file, clock, profile) == 0
