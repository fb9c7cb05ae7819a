"""Where the person has been, for Back and Forward."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and the reference of the record on it if any."""

    page: str
    ref: str = ""


class Trail:
    """Places in the order in which they were visited; going somewhere new forgets what was ahead."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    def go(self, place: Place) -> None:
        """Be at ``place``; nothing if there already."""
        if self.here != place:
            del self._places[self._at + 1 :]
            self._places.append(place)
            self._at += 1

    @property
    def here(self) -> Place | None:
        """Where the person is."""
        return self._places[self._at] if self._at >= 0 else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place ahead."""
        return self._at < len(self._places) - 1

    def back(self) -> Place | None:
        """Go to the place before, if any; where the person is then."""
        self._at -= self.can_go_back
        return self.here

    def forward(self) -> Place | None:
        """Go to the place ahead, if any; where the person is then."""
        self._at += self.can_go_forward
        return self.here
