"""Ctrl+K over everything: what was looked at lately, then what is found, off the window's thread.

Each letter asks anew; a query that still runs for the letters before is interrupted.
"""

from collections.abc import Callable, Mapping
from datetime import date
from threading import Lock
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from liaison_app.desktop.frame.palette import Hit
from liaison_app.desktop.frame.trail import Place
from liaison_app.desktop.records.rows import office_words, organization_words
from liaison_app.desktop.records.words import (
    age_words,
    called,
    due_words,
    label,
    short_day,
    when_words,
)
from liaison_app.desktop.session import PAGE_OF, Session
from liaison_app.domain.kinds import Kind
from liaison_app.services.lookup import rows_found, rows_lately
from liaison_app.services.rows import (
    CommitmentRow,
    EngagementRow,
    JurisdictionRow,
    OrganizationRow,
    PersonRow,
    Row,
    TripRow,
)
from liaison_app.system.messages import text

_RECENT = 8


class Finder(QObject):
    """What Ctrl+K asks at every letter. ``found(query, scope, hits)`` when an answer has come."""

    found = Signal(str, str, object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._seen: list[tuple[Kind, UUID]] = []
        self._running, self._lock = False, Lock()
        session.went.connect(self._went)

    def ask(self, query: str, scope: str) -> None:
        """Ask for hits; they come by ``found``. ``scope`` is a kind, or empty for all."""
        self._interrupt()
        office, today, seen = self._session.office, self._session.today, tuple(self._seen)
        kinds = frozenset({Kind(scope)} if scope else PAGE_OF)

        def look() -> list[Hit]:
            self._run(running=True)
            try:
                if not query:
                    rows = rows_lately(office, seen, kinds)
                else:
                    rows = rows_found(office, f"kind:{scope} {query}" if scope else query)
                return [hit_of(kind, row, today) for kind, row in rows if kind in PAGE_OF]
            finally:
                self._run(running=False)

        def tell(hits: list[Hit]) -> None:
            self.found.emit(query, scope, hits)

        self._session.tasks.read(look, tell, otherwise=lambda _: tell([]), owner=self, slot="hits")

    def _run(self, *, running: bool) -> None:
        with self._lock:
            self._running = running

    def _interrupt(self) -> None:
        """Stop the query that runs for older letters, and none of any page."""
        with self._lock:
            if self._running:
                self._session.office.store.interrupt_reading()

    def _went(self, place: Place) -> None:
        kind = next((kind for kind, page in PAGE_OF.items() if page == place.page), None)
        try:
            seen = (kind, UUID(place.ref)) if kind is not None else None
        except ValueError:
            return
        if seen is not None and seen[0] is not None:
            one = (seen[0], seen[1])
            self._seen = [one, *(other for other in self._seen if other != one)][:_RECENT]


def hit_of(kind: Kind, row: Row, today: date) -> Hit:
    """A row as Ctrl+K shows it: what one wants to know of it before opening it."""
    sub, right, tone, icon = _FACTS[type(row)](row, today)
    return Hit(kind.value, str(row.id), row.title, row.native or "", sub, right, tone, icon)


_Facts = tuple[str, str, str, str]
"""What stands under the name, the word at its end with its tone, and the icon if it isn't the kind's."""


def _person(row: PersonRow, today: date) -> _Facts:
    met = row.last_met_on
    right = short_day(met, today) if met is not None else text("finding.never_met")
    return office_words(row.held), right, "", ""


def _jurisdiction(row: JurisdictionRow, today: date) -> _Facts:
    above = row.parent.title if row.parent is not None else row.country or ""
    sub = ", ".join(filter(None, (label("jurisdiction_kind", row.kind), above)))
    if row.owed.overdue:
        return sub, text("finding.late", count=row.owed.overdue), "late", ""
    last = row.last_engagement_on
    return sub, short_day(last, today) if last else text("finding.no_contact"), "", ""


def _organization(row: OrganizationRow, today: date) -> _Facts:
    words, tone = age_words(row.verified_on, today)
    return organization_words(row), words, tone, ""


def _engagement(row: EngagementRow, today: date) -> _Facts:
    where = row.jurisdiction.title if row.jurisdiction is not None else row.venue or ""
    people = ", ".join(one.title for one in row.people[:2])
    return ". ".join(filter(None, (where, people))), when_words(row.when, today), "", ""


def _commitment(row: CommitmentRow, today: date) -> _Facts:
    words, tone = due_words(row, today)
    whom = row.jurisdiction.title if row.jurisdiction is not None else called(row.counterpart)
    if row.direction == "they_owe":
        return text("finding.they_owe", whom=whom).strip(), words, tone, "in"
    return text("finding.we_owe", whom=whom).strip(), words, tone, "out"


def _trip(row: TripRow, today: date) -> _Facts:
    return row.places or "", short_day(row.start_on, today) if row.start_on else "", "", ""


_FACTS: Mapping[type[Row], Callable[[Any, date], _Facts]] = {
    PersonRow: _person,
    JurisdictionRow: _jurisdiction,
    OrganizationRow: _organization,
    EngagementRow: _engagement,
    CommitmentRow: _commitment,
    TripRow: _trip,
}
"""The kinds that have a page of their own, as ``PAGE_OF`` names them."""
