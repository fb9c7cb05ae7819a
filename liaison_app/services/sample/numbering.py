"""References of the sample's older records: those of past years carry the year they are from."""

from collections import Counter
from datetime import date

from liaison_app.domain.kinds import LETTERS, Kind


class Numbers:
    """Gives out references by the year of each record, as the office would have over the years.

    What is still to come was entered this year.
    """

    def __init__(self, today: date) -> None:
        self._today = today
        self._last: Counter[str] = Counter()

    def next(self, kind: str, on: date) -> str:
        """The next reference of a kind for a record dated ``on``."""
        stem = f"{LETTERS[Kind(kind)]}-{min(on, self._today).year}-"
        self._last[stem] += 1
        return f"{stem}{self._last[stem]:04d}"
