"""Three officers with a copy of one office each, and parcels that go astray between them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from liaison_app.store import conflicts, invariants, office_file
from liaison_app.store.door import Store
from liaison_app.store.node import Profile
from liaison_app.store.parcels import Parcel, latest, take_out
from liaison_app.store.tables.declare import Keep, columns_kept, journalled_tables, metadata
from liaison_app.store.taking_in import Taken, take_in
from tests.store.conftest import KEY, MovingClock


class Copy:
    """One copy of the office, with a clock of its own."""

    def __init__(
        self, source: Path, folder: Path, name: str, skew: timedelta = timedelta()
    ) -> None:
        self.path = Path(shutil.copy(source, folder / f"{name}.liaison"))
        self.known = Profile(folder / f"{name}.json")
        self.clock = MovingClock()
        self.clock.at += skew
        self.store = self.open()

    def open(self) -> Store:
        return office_file.open_office(self.path, KEY, self.clock, self.known)

    def reopen(self) -> None:
        office_file.close(self.store, self.known)
        self.store = self.open()

    def add(self, table: str, **values: Any) -> UUID:
        with self.store.write(f"{table}.add") as records:
            return records.add(metadata.tables[table], **values)

    def change(self, table: str, row: UUID, **values: Any) -> None:
        with self.store.write(f"{table}.change", row) as records:
            records.change(metadata.tables[table], row, **values)

    def cell(self, table: str, row: UUID, col: str) -> Any:
        one = metadata.tables[table]
        with self.store.read() as connection:
            return connection.scalar(select(one.c[col]).where(one.c.id == row))

    def sends(self, other: "Copy | None" = None) -> Parcel:
        """What it would send to another, or all that it has."""
        with self.store.read() as connection:
            mine = connection
            if other is None:
                return take_out(mine)
            with other.store.read() as theirs:
                return take_out(mine, latest(theirs))

    def takes(self, *parcels: Parcel) -> list[Taken]:
        return [take_in(self.store, one) for one in parcels]

    def conflicts(self) -> list[conflicts.Conflict]:
        with self.store.read() as connection:
            return conflicts.open_conflicts(connection)

    def broken(self) -> list[str]:
        with self.store.read() as connection:
            return sorted(f"{one.code} {one.params}" for one in invariants.broken(connection))

    def rows(self) -> dict[UUID, tuple[Any, ...]]:
        """All that the records say, deleted ones too, without what each copy derives for itself."""
        found: dict[UUID, tuple[Any, ...]] = {}
        with self.store.read() as connection:
            for table in journalled_tables():
                kept = columns_kept(table, Keep.JOURNALLED, Keep.PRIVATE)
                derived = [c for c in table.c if c.name in {"sort_key", "stands_for"}]
                for row in connection.execute(select(table.c.id, *kept, *derived)):
                    found[row.id] = (table.name, *row)
        return found

    def names(self) -> list[str]:
        """Its steps, as they came."""
        with self.store.read() as connection:
            found = connection.exec_driver_sql("SELECT node || '.' || seq FROM step ORDER BY n")
            return list(found.scalars())


@contextmanager
def three(template: Path, folder: Path, *skews: timedelta) -> Iterator[list[Copy]]:
    """Three copies of one office whose clocks differ."""
    given = [*skews, *[timedelta()] * 3]
    made = [Copy(template, folder, name, skew) for name, skew in zip("abc", given, strict=False)]
    try:
        yield made
    finally:
        for one in made:
            one.store.close()


def meet(*copies: Copy) -> None:
    """Everybody takes in what everybody has, until nobody has anything new."""
    while any(
        one.takes(other.sends(one))[0].steps
        for one in copies
        for other in copies
        if one is not other
    ):
        pass


def part(parcel: Parcel, *which: int) -> Parcel:
    return replace(parcel, steps=tuple(parcel.steps[n] for n in which))


def alike(*copies: Copy) -> None:
    """The copies say the same and hold the same conflicts."""
    first, *others = copies
    for one in others:
        assert one.rows() == first.rows()
        assert one.conflicts() == first.conflicts()
        assert one.broken() == first.broken()
