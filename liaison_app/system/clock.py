"""What time it is: the only module that asks the machine. Everyone else is given a clock, or a date."""

from datetime import UTC, date, datetime, tzinfo


class Clock:
    """The machine's clock."""

    def now(self) -> datetime:
        """This instant, in UTC, with its zone."""
        return datetime.now(UTC)

    def today(self, zone: tzinfo) -> date:
        """The date that a calendar on the wall in ``zone`` shows."""
        return self.now().astimezone(zone).date()


class FixedClock(Clock):
    """A clock that stands still: for ``--as-of`` and for tests."""

    def __init__(self, instant: datetime) -> None:
        """Stand at ``instant``; one without a zone is a mistake of ours and raises ``ValueError``."""
        if instant.tzinfo is None:
            raise ValueError(f"an instant needs a zone: {instant}")
        self._instant = instant.astimezone(UTC)

    def now(self) -> datetime:
        """The instant at which this clock stands, in UTC."""
        return self._instant
