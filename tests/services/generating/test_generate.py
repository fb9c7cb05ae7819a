"""An invented office: as large as asked, whole, searchable, and the same by seed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from liaison_app.domain.errors import Refusal
from liaison_app.services.generating.making import Size, generate
from liaison_app.services.office import Profile
from liaison_app.services.searching import search
from liaison_app.store.check import check
from liaison_app.store.tables import meetings, people, promises
from liaison_app.system.clock import FixedClock

SMALL = Size(10, 10, 10, 20, 15, 40, 80, 30)


def made(folder: Path, name: str, seed: int) -> list[tuple[str, ...]]:
    clock = FixedClock(datetime(2026, 11, 24, 15, 0, tzinfo=UTC))
    path = folder / f"{name}.liaison"
    office = generate(path, "two owls", SMALL, seed, clock, Profile(folder / "copies.json"))
    with office.read() as connection:
        titles = [
            tuple(connection.scalars(select(column).order_by(column)).all())
            for column in (people.person.c.full_name, meetings.engagement.c.title)
        ]
        promised = connection.scalar(select(func.count()).select_from(promises.commitment))
    word = titles[1][0].split()[0]
    assert promised == SMALL.commitments
    assert search(office, word)
    assert not check(office.store).findings
    office.close()
    return titles


def test_the_same_seed_gives_the_same_office_and_another_another(tmp_path: Path) -> None:
    assert made(tmp_path, "a", 7) == made(tmp_path, "b", 7) != made(tmp_path, "c", 8)


def test_the_scales_are_those_of_the_design() -> None:
    small, large = Size.of(1), Size.of(200)
    assert (small.people, small.engagements, small.participations) == (500, 2_500, 5_000)
    assert large.jurisdictions + large.organizations == 20_000
    assert (large.people, large.engagements, large.commitments) == (100_000, 500_000, 300_000)


def test_a_scale_of_nothing_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        Size.of(0)
    assert refused.value.code == "generate.scale"


def test_nothing_stands_at_its_place_until_it_is_whole_and_nothing_is_left_when_stopped(
    tmp_path: Path,
) -> None:
    path = tmp_path / "stopped.liaison"
    profile = Profile(tmp_path / "known" / "copies.json")

    def stop_in_the_middle(done: int) -> None:
        assert not path.exists()
        if done > SMALL.rows // 2:
            raise KeyboardInterrupt

    clock = FixedClock(datetime(2026, 11, 24, 15, 0, tzinfo=UTC))
    with pytest.raises(KeyboardInterrupt):
        generate(path, "two owls", SMALL, 1, clock, profile, stop_in_the_middle)
    assert list(tmp_path.glob("*liaison*")) == []
    assert list(tmp_path.glob(".liaison*")) == []
