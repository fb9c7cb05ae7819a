"""The clock: instants are UTC, today is what the calendar on the wall shows."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from liaison_app.system.clock import Clock, FixedClock


def test_the_machines_clock_gives_instants_in_utc() -> None:
    now = Clock().now()
    assert now.utcoffset() == timedelta(0)
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)


def test_today_depends_on_where_one_is() -> None:
    evening_in_chicago = FixedClock(datetime(2026, 3, 3, 3, 30, tzinfo=UTC))
    assert evening_in_chicago.today(ZoneInfo("America/Chicago")) == date(2026, 3, 2)
    assert evening_in_chicago.today(ZoneInfo("Asia/Tokyo")) == date(2026, 3, 3)


def test_a_fixed_clock_stands_still_at_its_instant() -> None:
    noon_in_tokyo = datetime(2026, 3, 3, 12, tzinfo=ZoneInfo("Asia/Tokyo"))
    clock = FixedClock(noon_in_tokyo)
    assert clock.now() == clock.now() == noon_in_tokyo
    assert clock.now().utcoffset() == timedelta(0)


def test_an_instant_without_a_zone_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="zone"):
        FixedClock(datetime.fromisoformat("2026-03-03 12:00"))
