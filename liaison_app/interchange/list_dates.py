"""What a whole list tells about its dates: the order of day and month, the year of bare months."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.reading_dates import DateReading, Period, Question, read_date
from liaison_app.interchange.given_map import GivenMap
from liaison_app.interchange.period import Told, period_told
from liaison_app.interchange.records import Remark
from liaison_app.interchange.sheets.sheet import Cell


@dataclass(frozen=True)
class ListDates:
    """How the dates of one list are read, and what must be said about it."""

    today: date
    day_first: bool | None = None
    default_year: int | None = None
    period: Period | None = None
    remarks: tuple[Remark, ...] = ()

    def read(self, cell: Cell) -> DateReading:
        """Read one cell; refusals as of ``read_date``."""
        return read_date(
            cell,
            day_first=self.day_first,
            today=self.today,
            default_year=self.default_year,
            period=self.period,
        )

    def due(self, cell: Cell, made: PartialDate) -> DateReading:
        """Read when something promised on ``made`` is due: said from that day, within a year of it."""
        if made.last is None:
            return self.read(cell)
        year_on = (made.last, made.last + timedelta(days=364))
        return read_date(cell, day_first=self.day_first, today=made.last, period=year_on)


def understand_dates(
    cells: Sequence[Cell], titles: Sequence[str], file_name: str, given: GivenMap, today: date
) -> ListDates:
    """What the list says of its dates: what was given, else its title or file name, else its cells."""
    remarks: list[Remark] = []
    cells = list(dict.fromkeys(cells))
    order = given.day_first
    if order is None:
        order = _order(cells, today)
        if order is not None:
            code = "reading.day_first" if order else "reading.month_first"
            remarks.append(Remark(code))
    readings = [one for cell in cells if (one := _try(cell, order, today)) is not None]
    bare = any(one.question in (Question.YEAR, Question.DAY_OR_YEAR) for one in readings)
    if given.year is not None:
        return ListDates(today, order, given.year, None, tuple(remarks))
    told = _told(titles, file_name)
    if told is not None and _fits(told, readings):
        if bare:
            words = {"words": told.words, "first": told.period[0], "last": told.period[1]}
            remarks.append(Remark("reading.year_from_name", words))
        return ListDates(today, order, None, told.period, tuple(remarks))
    years = {one.when.last.year for one in readings if one.when and one.when.last}
    if bare and len(years) == 1:
        year = years.pop()
        remarks.append(Remark("reading.year_from_cells", {"year": year}))
        return ListDates(today, order, year, None, tuple(remarks))
    return ListDates(today, order, None, None, tuple(remarks))


def _try(cell: Cell, day_first: bool | None, today: date) -> DateReading | None:
    try:
        return read_date(cell, day_first=day_first, today=today)
    except Refusal:
        return None


def _order(cells: Sequence[Cell], today: date) -> bool | None:
    """The order under which every cell is a date, if the other one fails for some."""
    lost = {True: 0, False: 0}
    for cell in cells:
        both = {order: _try(cell, order, today) for order in lost}
        if any(both.values()):
            for order, reading in both.items():
                lost[order] += reading is None
    if bool(lost[True]) == bool(lost[False]):
        return None
    return lost[True] == 0


def _told(titles: Sequence[str], file_name: str) -> Told | None:
    for text in (*titles, file_name):
        told = period_told(text)
        if told is not None:
            return told
    return None


def _fits(told: Told, readings: Sequence[DateReading]) -> bool:
    """Whether at least half of the dates that need no help lie in the period."""
    whens = [one.when for one in readings if one.when]
    inside = [
        when
        for when in whens
        if when.first and when.last and when.first <= told.period[1] and told.period[0] <= when.last
    ]
    return len(inside) * 2 >= len(whens)
