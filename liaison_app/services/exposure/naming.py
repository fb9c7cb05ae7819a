"""What records of a found file are called, whatever their kind and its format."""

from uuid import UUID

from sqlalchemy import select

from liaison_app.services.exposure.tables import Found
from liaison_app.services.reading import TABLES, TITLES


class Names:
    """Names by id, looked up once each."""

    def __init__(self, file: Found) -> None:
        self._file = file
        self._known: dict[UUID, str] = {}

    def of(self, one: UUID | None) -> str:
        """The reference and title of a record; empty for none, the id where nothing has it."""
        if one is None:
            return ""
        if one not in self._known:
            self._known[one] = self._find(one)
        return self._known[one]

    def of_text(self, one: str | None) -> str:
        """Like ``of``, for an id as text; a text that is none is what it is called."""
        try:
            return self.of(UUID(one)) if one else ""
        except ValueError:
            return one or ""

    def _find(self, one: UUID) -> str:
        for kind, table in TABLES.items():
            if table.name in self._file.columns:
                chosen = select(table.c.ref, table.c[TITLES[kind][0]]).where(table.c.id == one)
                row = self._file.connection.execute(chosen).first()
                if row is not None:
                    return " ".join(filter(None, row))
        return str(one)
