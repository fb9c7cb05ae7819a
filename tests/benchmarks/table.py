"""What was measured, as a table: median, 95th percentile, and the ratio to a named peer."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter


@dataclass(frozen=True)
class Measured:
    """Seconds of one thing, done several times."""

    what: str
    seconds: tuple[float, ...]
    peer: "Measured | None" = None
    per: str = ""

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.seconds)

    @property
    def p95(self) -> float:
        """The 95th percentile; of one measurement, that one."""
        return (
            quantiles(self.seconds, n=20, method="inclusive")[-1]
            if len(self.seconds) > 1
            else self.seconds[0]
        )

    def lines(self) -> list[str]:
        """The table's lines for this and its peer."""
        ratio = f"{self.middle / self.peer.middle:8.1f}x" if self.peer else " " * 9
        line = (
            f"{self.what:<44}{self.middle * 1000:12.2f}{self.p95 * 1000:12.2f}"
            f"{len(self.seconds):6}{ratio}  {self.per}"
        )
        return [line.rstrip(), *(f"  {one}" for one in (self.peer.lines() if self.peer else ()))]


def timed(
    what: str, actions: Iterable[Callable[[], object]], peer: Measured | None = None
) -> Measured:
    """Do each action once and measure it."""
    seconds = []
    for action in actions:
        started = perf_counter()
        action()
        seconds.append(perf_counter() - started)
    return Measured(what, tuple(seconds), peer)


HEAD = f"{'what':<44}{'median ms':>12}{'p95 ms':>12}{'n':>6}{'ratio':>9}"
