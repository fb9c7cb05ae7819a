"""A field for dates as people type them; how it was read stands in it at the right."""

from collections.abc import Sequence
from datetime import date

from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.records.words import full_day
from liaison_app.desktop.tasks import in_words
from liaison_app.domain.dates import PartialDate, Precision
from liaison_app.domain.errors import Refusal
from liaison_app.domain.reading_dates import Question, read_date
from liaison_app.system.messages import text


class DateField(Field):
    """``when`` is the date read, None if empty. ``whole``: only days are taken, not months or years.

    ``problem`` is a sentence while the date can't be used as it stands, with what to type instead. A date without a
    year is the nearest one, or with ``ahead`` the next to come; the year chosen stands in the field.
    """

    def __init__(
        self,
        name: str,
        today: date,
        *,
        when: PartialDate | None = None,
        whole: bool = False,
        ahead: bool = False,
    ) -> None:
        super().__init__(name, hint=text("date.hint_day" if whole else "date.hint"))
        self._today, self._whole, self._ahead = today, whole, ahead
        self.when: PartialDate | None = None
        self.problem = ""
        self.textChanged.connect(lambda _: self._read())
        if when is not None:
            self.setText(when.label())

    @property
    def day(self) -> date | None:
        """The last day of what was read, None if empty."""
        return self.when.last if self.when is not None else None

    def _read(self) -> None:
        typed = self.text().strip()
        self.when, self.problem = None, ""
        if not typed:
            self.read_as("")
            return
        try:
            reading = read_date(typed, day_first=None, today=self._today)
        except Refusal as refusal:
            self.problem = in_words(refusal)
            self.refuse(text("date.not_read"))
            return
        found = reading.when
        if reading.question is Question.YEAR:
            found = self._of_years(reading.choices)
        if reading.question is not None and found is None:
            choices = text("date.or").join(one.label() for one in reading.choices)
            self.problem = text("date.settle", choices=choices)
            self.settle(text("date.which", choices=choices))
        elif self._whole and (found is None or found.precision is not Precision.DAY):
            self.problem = text("date.day_wanted")
            self.refuse(text("date.which_day"))
        else:
            self.when = found
            self.read_as(_said(found))

    def _of_years(self, choices: Sequence[PartialDate]) -> PartialDate | None:
        """The choice meant where only the year was left open."""
        far = {one: (one.last - self._today).days for one in choices if one.last is not None}
        if self._ahead:
            far = {one: days for one, days in far.items() if days >= 0}
        return min(far, key=lambda one: abs(far[one]), default=None)


def _said(when: PartialDate | None) -> str:
    if when is None:
        return ""
    if when.precision is Precision.DAY and when.last is not None:
        return full_day(when.last)
    return when.label()
