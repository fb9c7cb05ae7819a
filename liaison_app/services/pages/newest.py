"""The rows of a list that belong to one record, the newest first."""

from typing import TypeVar

from sqlalchemy import select

from liaison_app.services.lists.listing import Condition, Listing
from liaison_app.services.reading import Looking, living
from liaison_app.services.rows import Row

R = TypeVar("R", bound=Row)


def newest(look: Looking, listing: Listing[R], *conditions: Condition) -> tuple[R, ...]:
    """The rows under these conditions by their own date, the latest first."""
    table = listing.table
    chosen = select(table.c.n).where(living(table), *conditions).order_by(table.c.found_at.desc())
    return tuple(listing.rows_in(look, look.connection.scalars(chosen).all()))
