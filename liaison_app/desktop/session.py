"""What every page is given: the open office, the threads, the way to other pages, and the word after each step."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Protocol, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from liaison_app.desktop.frame.trail import Place
from liaison_app.desktop.tasks import Tasks
from liaison_app.domain.kinds import Kind
from liaison_app.services.office import Office
from liaison_app.services.reading import looking, names_of

T = TypeVar("T")


class Step(Protocol):
    """A step that was committed: its name, its verb, its record, and what it touched.

    ``cells``: columns by table (``*``: rows were added); ``rows``: ids, None when too many to name.
    """

    @property
    def ref(self) -> str:
        """How people name the step."""

    @property
    def verb(self) -> str:
        """Its verb, a code."""

    @property
    def subject(self) -> UUID | None:
        """The record it is about."""

    @property
    def cells(self) -> Mapping[str, frozenset[str]]:
        """Columns touched, by table."""

    @property
    def rows(self) -> frozenset[UUID] | None:
        """Rows touched."""


#: Which page shows records of which kind; ``window.PAGES`` must have them all.
PAGE_OF: Mapping[Kind, str] = {
    Kind.JURISDICTION: "jurisdictions",
    Kind.PERSON: "people",
    Kind.ORGANIZATION: "organizations",
    Kind.ENGAGEMENT: "engagements",
    Kind.COMMITMENT: "commitments",
    Kind.TRIP: "trips",
}


class Session(QObject):
    """One open office in one window.

    ``went(place)``: a page or record is asked for. ``stepped(step)``: something was written, here or by an undo; pages
    show it anew. ``said(words, tone)``: for the notice bar. ``asked(action)``: do an action of the table.
    ``undo_asked(step)``: take this step back, whichever it is. ``left``: a file left the office, or was deleted.
    """

    went = Signal(object)
    stepped = Signal(object)
    said = Signal(str, str)
    asked = Signal(str)
    undo_asked = Signal(str)
    left = Signal()

    def __init__(self, office: Office, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.tasks = tasks
        self.zone = ZoneInfo(office.setting("zone", "UTC") or "UTC")
        self.home_id = UUID(office.setting("home")) if office.setting("home") else None
        self.home = _home(office, self.home_id)
        self._tell: Callable[[Step], None] = self.stepped.emit
        office.store.after_write.append(self._tell)

    @property
    def officer(self) -> UUID | None:
        """Who works in this copy."""
        return self.office.store.node.officer

    @property
    def today(self) -> date:
        """Today where the office is."""
        return self.office.clock.today(self.zone)

    def open_page(self, page: str, about: str = "") -> None:
        """Show a page; ``about`` is what it should show: a record's id, or what the page understands."""
        self.went.emit(Place(page, about))

    def open_record(self, kind: Kind, record: UUID | str) -> None:
        """Show a record on its page. Kinds without a page of their own do nothing."""
        page = PAGE_OF.get(kind)
        if page is not None:
            self.open_page(page, str(record))

    def say(self, words: str, tone: str = "neutral") -> None:
        """Say something in the notice bar; ``tone``: good, neutral, soon (to settle) or late (refused)."""
        self.said.emit(words, tone)

    def do(
        self,
        job: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        otherwise: Callable[[BaseException], None] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Write off the window's thread; the notice bar names the step, with Undo, by itself."""
        self.tasks.write(job, then, otherwise=otherwise, owner=owner)

    def leave(self) -> None:
        """Hear no more of the office."""
        self.office.store.after_write.remove(self._tell)


def _home(office: Office, home: UUID | None) -> str:
    """The name of the jurisdiction that the office belongs to."""
    if home is None:
        return ""
    with looking(office) as look_:
        named = names_of(look_, Kind.JURISDICTION, [home]).get(home)
    return named.title if named is not None else ""
