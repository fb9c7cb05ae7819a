"""A point in time as people at a place read it."""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True)
class Moment:
    """An instant with its place's clock and the name of that clock.

    ``at`` is aware and already in the place's zone; ``zone`` is the short label printed beside the
    time (``KST``, ``EST``, ``UTC+9``). Two moments are compared by their instant.
    """

    at: datetime
    zone: str

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("a moment needs a zone")

    @property
    def utc(self) -> datetime:
        """The same instant in UTC."""
        return self.at.astimezone(UTC)
