"""A field for dates as people type them; how it was read stands in it at the right."""

from datetime import date

from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.records.words import full_day
from liaison_app.desktop.tasks import in_words
from liaison_app.domain.dates import PartialDate, Precision
from liaison_app.domain.errors import Refusal
from liaison_app.domain.reading_dates import read_date
from liaison_app.system.messages import text


class DateField(Field):
    """``when`` is the date read, None if empty. ``whole``: only days are taken, not months or years.

    ``problem`` is a sentence while the date can't be used as it stands, with what to type instead.
    """

    def __init__(
        self, name: str, today: date, *, when: PartialDate | None = None, whole: bool = False
    ) -> None:
        super().__init__(name, hint=text("date.hint_day" if whole else "date.hint"))
        self._today, self._whole = today, whole
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
        if reading.question is not None:
            choices = text("date.or").join(one.label() for one in reading.choices)
            self.problem = text("date.settle", choices=choices)
            self.settle(text("date.which", choices=choices))
        elif self._whole and (reading.when is None or reading.when.precision is not Precision.DAY):
            self.problem = text("date.day_wanted")
            self.refuse(text("date.which_day"))
        else:
            self.when = reading.when
            self.read_as(_said(reading.when))


def _said(when: PartialDate | None) -> str:
    if when is None:
        return ""
    if when.precision is Precision.DAY and when.last is not None:
        return full_day(when.last)
    return when.label()
