"""Who held an office on a day."""

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from liaison_app.domain.tenures import Seat, Tenure, overlapping, standing_on, who_on

DAY = date(2026, 11, 24)


def tenure(
    number: int, start: date | None, end: date | None = None, standing: str | None = "holder"
) -> Tenure:
    return Tenure(UUID(int=number), UUID(int=100 + number), UUID(int=7), start, end, standing)


def test_the_day_of_taking_office_and_the_last_day_both_count() -> None:
    one = tenure(1, DAY, DAY + timedelta(days=1))
    held = [who_on([one], DAY + timedelta(days=n)).held for n in (-1, 0, 1, 2)]
    assert held == [Seat.ELECT, Seat.HOLDER, Seat.HOLDER, Seat.VACANT]


def test_an_elect_stands_beside_the_holder_until_the_day() -> None:
    old = tenure(1, date(2022, 1, 1))
    new = tenure(2, date(2027, 1, 1), standing="elect")
    seated = who_on([old, new], DAY)
    assert (seated.held, seated.by, seated.elect) == (Seat.HOLDER, (old,), (new,))
    assert who_on([old, new], date(2027, 1, 1)).by == (new,)


def test_an_elect_without_a_day_is_not_in_office_yet() -> None:
    assert who_on([tenure(1, None, standing="elect")], DAY).held is Seat.ELECT


def test_a_disputed_office_names_everybody() -> None:
    one, other = tenure(1, date(2024, 1, 1), standing="disputed"), tenure(2, date(2025, 1, 1))
    assert who_on([one, other], DAY) == who_on([other, one], DAY)
    assert who_on([one, other], DAY).held is Seat.DISPUTED
    assert len(who_on([one, other], DAY).by) == 2


def test_a_predecessor_who_was_never_ended_gives_way_and_is_found() -> None:
    old, new = tenure(1, date(2018, 1, 1)), tenure(2, date(2022, 1, 1))
    assert who_on([old, new], DAY).by == (new,)
    assert overlapping([new, old]) == [(old, new)]
    assert overlapping([tenure(1, None, date(2021, 12, 31)), new]) == []


days = st.none() | st.dates(date(2000, 1, 1), date(2050, 1, 1))
standings = st.sampled_from([None, "holder", "elect", "acting", "disputed"])
tenures = st.lists(st.tuples(days, days, standings), max_size=5).map(
    lambda rows: [tenure(n, *row) for n, row in enumerate(rows)]
)


@given(tenures, st.dates(date(2000, 1, 1), date(2050, 1, 1)))
def test_whoever_is_named_stands_so_on_that_day(known: list[Tenure], day: date) -> None:
    seated = who_on(known, day)
    assert (seated.held in (Seat.VACANT, Seat.ELECT)) == (seated.by == ())
    assert all(standing_on(one, day) is Seat.ELECT for one in seated.elect)
    assert all(one.start_on is None or one.start_on <= day for one in seated.by)
    assert all(one.end_on is None or one.end_on >= day for one in seated.by)
    assert who_on(reversed(known), day) == who_on(known, day) or len(seated.elect) > 1
