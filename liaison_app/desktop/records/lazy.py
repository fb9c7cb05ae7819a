"""The lazy list of a pane: keys on the reading thread, rows when they're looked at."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar
from uuid import UUID

from liaison_app.desktop.lists.lazy_model import LazyModel
from liaison_app.desktop.parts.row import RowData
from liaison_app.desktop.records.pane import Shelf
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.listing import Listing
from liaison_app.services.rows import Row
from liaison_app.system.messages import text

R = TypeVar("R", bound=Row)


class LazyShelf(Generic[R]):
    """A listing of the office as rows of a pane, in ``sort`` order."""

    def __init__(
        self,
        session: Session,
        listing: Listing[R],
        present: Callable[[R], RowData],
        sort: str | None = None,
    ) -> None:
        self._session, self._listing, self._sort = session, listing, sort
        self.model: LazyModel[Any] = LazyModel(self._rows, present)

    def shelf(self, page: str, new: str, empty: str) -> Shelf:
        """What the pane of the page called ``page`` holds; ``new`` and ``empty`` are codes of texts."""
        return Shelf(
            text(page),
            self.model,
            lambda where: self._listing.keys(self._session.office, where, self._sort),
            self._fill,
            text(new),
            (text(empty), text(f"{empty}_more")),
        )

    def id_of(self, key: object) -> UUID | None:
        """The record of a row."""
        row = self.model.row_of(key)
        record = self.model.record(row) if row >= 0 else None
        return record.id if record is not None else None

    @property
    def kind(self) -> Kind:
        """What it lists."""
        return self._listing.kind

    def _rows(self, keys: Sequence[int]) -> dict[int, R]:
        return {row.n: row for row in self._listing.rows(self._session.office, keys)}

    def _fill(self, keys: Sequence[int]) -> int:
        self.model.show_keys(keys)
        return len(keys)
