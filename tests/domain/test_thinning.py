"""Old backups make room for new ones, and the way back from an import or a merge always stays."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from liaison_app.domain.thinning import GUARDS, TIMES_THE_OFFICE, Backup, surplus

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)


HOME = ZoneInfo("Pacific/Honolulu")


def made(minutes_ago: int, size: int = 1, before: str = "") -> Backup:
    return Backup(NOW - timedelta(minutes=minutes_ago), size, before)


def day_of(backup: Backup) -> date:
    return backup.made_at.astimezone(HOME).date()


BACKUPS = st.lists(
    st.builds(
        made,
        st.integers(0, 500 * 1_440),
        st.integers(1, 100),
        st.sampled_from(["", *sorted(GUARDS)]),
    ),
    max_size=60,
    unique=True,
)


@given(BACKUPS, st.integers(1, 200))
def test_the_newest_and_the_way_back_stay_and_the_rest_fits(
    backups: list[Backup], office: int
) -> None:
    gone = surplus(backups, NOW, office, HOME)
    kept = [one for one in backups if one not in gone]
    lasting = {
        max(those, key=lambda one: one.made_at).made_at
        for those in (backups, *([b for b in backups if b.before == g] for g in GUARDS))
        if those
    }
    assert lasting <= {one.made_at for one in kept}
    fits = sum(one.size for one in kept) <= TIMES_THE_OFFICE * office
    assert fits or len(kept) <= 1 + len(GUARDS)
    assert surplus(kept, NOW, office, HOME) == []


@given(BACKUPS)
def test_with_room_enough_every_hour_of_today_and_every_day_of_the_month_stays(
    backups: list[Backup],
) -> None:
    kept = set(backups) - set(surplus(backups, NOW, 1_000_000, HOME))
    assert {b for b in backups if NOW - b.made_at <= timedelta(days=1)} <= kept
    month = [b for b in backups if NOW - b.made_at <= timedelta(days=30)]
    assert {day_of(b) for b in month} <= {day_of(b) for b in kept}
    year = [b for b in backups if NOW - b.made_at <= timedelta(days=365)]
    weeks = {day_of(b).isocalendar()[:2] for b in kept}
    assert {day_of(b).isocalendar()[:2] for b in year} <= weeks


def test_short_of_room_what_stays_reaches_from_now_to_last_year() -> None:
    today = [made(30 * n) for n in range(48)]
    older = [made(1_440 * days) for days in (3, 20, 100, 300)]
    gone = surplus([*today, *older], NOW, 2, HOME)
    kept = [one for one in (*today, *older) if one not in gone]
    assert len(kept) == 2 * TIMES_THE_OFFICE
    assert kept[0] == today[0]
    assert kept[-1] == older[-1]
    assert len(set(kept) & set(older)) >= 3


def test_what_is_older_than_a_year_goes_unless_it_is_the_last_before_a_merge() -> None:
    old, before_merge, new = made(400 * 1_440), made(401 * 1_440, 1, "merge"), made(5)
    assert surplus([old, before_merge, new], NOW, 1_000, HOME) == [old]
