"""Records by row number, fetched page by page and forgotten again: what a list of any length keeps in memory."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
S = TypeVar("S")

PAGE, KEPT = 200, 64


class Pages(Generic[T, S]):
    """All keys (an ``array("q")`` if they are many: 8 bytes each), and the last 64 pages of 200 rows as they are shown.

    ``fetch(keys)`` gives the records of up to 200 keys, by key; those deleted meanwhile are left out. ``present``
    makes of a record what is shown, once per fetch, so that painting makes no strings.
    """

    def __init__(
        self, fetch: Callable[[Sequence[int]], Mapping[int, T]], present: Callable[[T], S]
    ) -> None:
        self._fetch, self._present = fetch, present
        self.keys: Sequence[int] = ()
        self._pages: OrderedDict[int, list[tuple[T, S] | None]] = OrderedDict()

    def replace(self, keys: Sequence[int]) -> None:
        """Other keys, or another order."""
        self.keys = keys
        self._pages.clear()

    def forget(self, keys: Collection[int]) -> Iterator[int]:
        """Fetch these anew when they are shown next; the rows concerned, of those in memory."""
        for number in list(self._pages):
            start = number * PAGE
            rows = [
                start + i for i, key in enumerate(self.keys[start : start + PAGE]) if key in keys
            ]
            if rows:
                del self._pages[number]
                yield from rows

    def shown(self, row: int) -> S | None:
        """What is shown in ``row``; nothing if its record has gone."""
        found = self._pair(row)
        return found[1] if found else None

    def record(self, row: int) -> T | None:
        """The record of ``row``; nothing if it has gone."""
        found = self._pair(row)
        return found[0] if found else None

    def _pair(self, row: int) -> tuple[T, S] | None:
        number, at = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._load(number)
        elif number != next(reversed(self._pages)):
            self._pages.move_to_end(number)
        return page[at]

    def _load(self, number: int) -> list[tuple[T, S] | None]:
        keys = self.keys[number * PAGE : (number + 1) * PAGE]
        records = self._fetch(keys)
        page: list[tuple[T, S] | None] = []
        for key in keys:
            record = records.get(key)
            page.append(None if record is None else (record, self._present(record)))
        self._pages[number] = page
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        return page
