"""References that people see: ``C-2026-0041``, given once at creation and never used again."""

from sqlalchemy import Connection, Table, func, select

from liaison_app.domain.kinds import LETTERS, YEARLESS


class References:
    """Gives out references within one write, so that the office's file is asked once a series."""

    def __init__(self, connection: Connection, series: str) -> None:
        self._connection = connection
        self._series = series
        self._last: dict[str, int] = {}

    def next(self, table: Table, year: int) -> str | None:
        """The next reference for a row entered in ``year``, or None where rows have none."""
        letter = LETTERS.get(table.name)
        if letter is None:
            return None
        stem = f"{letter}-" if table.name in YEARLESS else f"{letter}-{year}-"
        stem += self._series
        number = self._last.get(stem)
        if number is None:
            number = self._highest(table, stem)
        self._last[stem] = number + 1
        return f"{stem}{number + 1:04d}"

    def _highest(self, table: Table, stem: str) -> int:
        """The highest number given so far, those of deleted records counted."""
        ref = table.c.ref
        last = self._connection.scalar(
            select(ref)
            .where(ref >= stem + "0", ref < stem + ":")
            .order_by(func.length(ref).desc(), ref.desc())
            .limit(1)
        )
        return int(last.removeprefix(stem)) if last else 0
