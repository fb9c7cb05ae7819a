"""The window of an open office: which pages there are, how one gets to them, and what is said after each step.

To plug a page in, add it to ``PAGES``: its place in the sidebar (or none), the action that opens it, and what makes it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from liaison_app.desktop import preferences
from liaison_app.desktop.backing_up import BackingUp
from liaison_app.desktop.frame.keys import KeySheet
from liaison_app.desktop.frame.palette import Hit, HitSource
from liaison_app.desktop.frame.sidebar import PageLink
from liaison_app.desktop.frame.trail import Place, Trail
from liaison_app.desktop.frame.window import Frame
from liaison_app.desktop.locking import Locking
from liaison_app.desktop.look.look import look, wear
from liaison_app.desktop.others import Others
from liaison_app.desktop.page import Page
from liaison_app.desktop.pages.capture.page import CapturePage
from liaison_app.desktop.pages.commitments.page import CommitmentsPage
from liaison_app.desktop.pages.engagements.page import EngagementsPage
from liaison_app.desktop.pages.exporting.page import ExportPage
from liaison_app.desktop.pages.handing_over.page import HandOverPage
from liaison_app.desktop.pages.importing.page import ImportPage
from liaison_app.desktop.pages.jurisdictions.page import JurisdictionsPage
from liaison_app.desktop.pages.left.page import LeftPage
from liaison_app.desktop.pages.organizations.page import OrganizationsPage
from liaison_app.desktop.pages.packet.page import PacketPage
from liaison_app.desktop.pages.people.page import PeoplePage
from liaison_app.desktop.pages.today.page import TodayPage
from liaison_app.desktop.pages.trips.page import TripsPage
from liaison_app.desktop.session import PAGE_OF, Session, Step
from liaison_app.desktop.undoing import Question, Undoing
from liaison_app.domain.kinds import Kind
from liaison_app.services import keeping, what_left
from liaison_app.services.lists.catalogue import LISTINGS
from liaison_app.system.messages import text


@dataclass(frozen=True)
class Plug:
    """A page: its key, what makes it, its icon in the sidebar (none: it isn't there, ``under`` is marked instead).

    ``opened_by`` are actions that open it; what they open it with follows the colon: ``new_person:new``. The record
    shown when such an action is asked for is handed on as ``new?person=ID`` or, for an empty ``about``, as its id.
    """

    key: str
    make: Callable[[Session], Page]
    icon: str = ""
    under: str = ""
    rule: bool = False
    opened_by: tuple[str, ...] = ()


PAGES: tuple[Plug, ...] = (
    Plug("today", TodayPage, icon="today"),
    Plug(
        "jurisdictions",
        JurisdictionsPage,
        icon="jurisdiction",
        rule=True,
        opened_by=("new_jurisdiction:new",),
    ),
    Plug("people", PeoplePage, icon="people", opened_by=("new_person:new",)),
    Plug(
        "organizations",
        OrganizationsPage,
        icon="organization",
        opened_by=("new_organization:new",),
    ),
    Plug("engagements", EngagementsPage, icon="engagement"),
    Plug("commitments", CommitmentsPage, icon="commitment", opened_by=("new_commitment:new",)),
    Plug("trips", TripsPage, icon="trip", opened_by=("new_trip:new",)),
    Plug("import", ImportPage, icon="import", rule=True, opened_by=("import",)),
    Plug("export", ExportPage, icon="export", opened_by=("export",)),
    Plug("capture", CapturePage, under="engagements", opened_by=("new_engagement:new",)),
    Plug("packet", PacketPage, under="trips", opened_by=("packet",)),
    Plug("hand_over", HandOverPage, under="today", opened_by=("hand_over",)),
    Plug("left", LeftPage, under="export", opened_by=("left",)),
)


class Window(Frame):
    """The main window of one office. ``locked(why)`` when it can be locked, all being kept; ``other_asked(action)`` for
    another office or for what is done to this one while it's closed; ``closed`` when it has let go of the office, which
    can be closed then."""

    locked = Signal(str)
    closed = Signal()
    other_asked = Signal(str)

    def __init__(self, session: Session, hits: HitSource) -> None:
        office = session.office
        links = [PageLink(p.key, text(f"page.{p.key}"), p.icon, p.rule) for p in PAGES if p.icon]
        super().__init__(office.setting("name"), session.home, links, hits)
        self.session = session
        self._plugs = {plug.key: plug for plug in PAGES}
        self._opens = _opened_by(PAGES)
        self._trail = Trail()
        self._stale: set[str] = set()
        self.notice.show_marking(office.setting("marking"))
        question = Question()
        self.put_above_notice(question)
        self.undoing = Undoing(session, self.actions_, self.notice, question)
        self.locking = Locking(self, session, self.actions_, question)
        self.locking.keep_typed = self._keep_typed
        self.locking.locked.connect(self.locked)
        self.undoing.on_screen = lambda: self._record[1] if self._record is not None else None
        session.undo_asked.connect(self.undoing.undo_step)
        self.backing_up = BackingUp(session, self.sidebar, question)
        self.actions_.use_letters(preferences.load().letters)
        self.page_asked.connect(lambda key: self.go(Place(key)))
        self.sidebar.readable_asked.connect(lambda: self.go(Place("left")))
        self.palette_.chosen.connect(self._choose)
        self.actions_.asked.connect(self._do)
        session.went.connect(self.go)
        session.asked.connect(self.actions_.run)
        session.said.connect(lambda words, tone: self.notice.say(words, tone=tone))
        session.tasks.failed.connect(lambda words: self.notice.say(words, tone="late"))
        session.stepped.connect(self._refresh)
        self.others = Others(session, self)
        self.others.wrote.connect(lambda: self._refresh(None))
        self.others.wrote.connect(self.undoing.look_again)
        session.left.connect(self._count_readable)
        self.go(Place(PAGES[0].key))
        self._count()
        self._count_readable()

    def go(self, place: Place) -> None:
        """Go to a page, unless there is none, or the one shown can't be left."""
        if place.page not in self._plugs:
            return
        if self._shown is None or self._shown.may_leave():
            if self._trail.here is not None and place.page != self._trail.here.page:
                self.notice.leave_question()
            if self._record is not None and self._trail.here is not None:
                self._trail.go(Place(self._trail.here.page, str(self._record[1])))
            self._trail.go(place)
            self._show(place)

    @property
    def _shown(self) -> Page | None:
        here = self._trail.here
        page = self.page(here.page) if here is not None else None
        return page if isinstance(page, Page) else None

    @property
    def _record(self) -> tuple[Kind, UUID] | None:
        return self._shown.record if self._shown is not None else None

    def _show(self, place: Place) -> None:
        plug = self._plugs[place.page]
        page = self.page(place.page)
        if not isinstance(page, Page):
            page = plug.make(self.session)
            self.put(place.page, page)
        self.show_page(place.page, plug.under)
        if place.page in self._stale:
            self._stale.discard(place.page)
            page.refresh(None)
        page.come(place.ref)
        if place.page == "left":
            self._count_readable()
        self._enable_steps()

    def _enable_steps(self) -> None:
        self.actions_.enable("back", self._trail.can_go_back)
        self.actions_.enable("forward", self._trail.can_go_forward)

    def _refresh(self, step: Step | None) -> None:
        """Show the page in sight anew now, the others when they are shown next."""
        here = self._trail.here
        self._stale |= {key for key in self._plugs if here is None or key != here.page}
        self._count()
        if self._shown is not None:
            self._shown.refresh(step)

    def _count(self) -> None:
        """The counts in the sidebar; of commitments those that are open, and how many of ours are late."""
        office = self.session.office

        def counted() -> dict[str, tuple[int, int]]:
            found = {
                page: (LISTINGS[kind].count(office), 0)
                for kind, page in PAGE_OF.items()
                if kind is not Kind.COMMITMENT
            }
            promises = LISTINGS[Kind.COMMITMENT]
            late = promises.count(office, "overdue")
            return found | {PAGE_OF[Kind.COMMITMENT]: (promises.count(office, "open"), late)}

        def show(counts: dict[str, tuple[int, int]]) -> None:
            for page, (count, late) in counts.items():
                if page in self._plugs:
                    self.sidebar.count(page, count, late)

        self.session.tasks.read(counted, show, owner=self, slot="counts")

    def _count_readable(self) -> None:
        """The readable copies on this computer, below the pages: at the start, when a file leaves, when they are shown,
        and when somebody comes back to the window, who may have deleted some."""
        office, sidebar, tasks = self.session.office, self.sidebar, self.session.tasks

        def show(count: int) -> None:
            short = text("left.short", count=count) if count else ""
            sidebar.show_readable(short, what_left.readable_words(count))

        def look(places: frozenset[str]) -> None:
            tasks.look(lambda: what_left.count_there(places), show, owner=self, slot="readable")

        tasks.read(lambda: what_left.places_here(office), look, owner=self, slot="places")

    def _choose(self, hit: Hit) -> None:
        """A record found with Ctrl+K."""
        self.session.open_record(Kind(hit.kind), hit.ref)

    def _do(self, action: str) -> None:
        page = self._shown
        if page is not None and action in page.able():
            page.act(action)
        elif action in self._opens:
            self._open(*self._opens[action])
        else:
            self._do_here(action)

    def _open(self, key: str, about: str) -> None:
        if self._record is not None:
            kind, id_ = self._record
            about = f"{about}?{kind}={id_}" if about else str(id_)
        self.go(Place(key, about))

    def _do_here(self, action: str) -> None:
        doing: Mapping[str, Callable[[], object]] = {
            "undo": self.undoing.undo,
            "redo": self.undoing.redo,
            "back": lambda: self._step(self._trail.back),
            "forward": lambda: self._step(self._trail.forward),
            "lock": self.locking.lock,
            "lock_after": self.locking.ask_when,
            "passphrase": lambda: self.locking.when_done(lambda: self.other_asked.emit(action)),
            "sheet": lambda: self.locking.when_done(lambda: self.other_asked.emit(action)),
            "quit": self.close,
            "new_office": lambda: self.other_asked.emit(action),
            "open_office": lambda: self.other_asked.emit(action),
            "keys": lambda: KeySheet(self).show(),
            "help": lambda: KeySheet(self).show(),
            "letters": self._switch_letters,
            "check": self._check,
            "backup": self.backing_up.make_now,
            "second_place": lambda: self.backing_up.ask_second_place(self),
            "light": lambda: self._wear(colours=action),
            "dark": lambda: self._wear(colours=action),
            "high": lambda: self._wear(colours=action),
            "larger": lambda: self._wear(scale=look().scale + 0.1),
            "smaller": lambda: self._wear(scale=look().scale - 0.1),
            "usual_size": lambda: self._wear(scale=1.0),
        }
        if action in doing:
            doing[action]()

    def _switch_letters(self) -> None:
        """Letters alone as keys, or not."""
        kept = preferences.load()
        on = not kept.letters
        self.actions_.use_letters(on)
        preferences.keep(replace(kept, letters=on))
        self.session.say(text("window.letters_on" if on else "window.letters_off"))

    def _check(self) -> None:
        """Look at every page, step and record of the file, and say what was found."""
        office, session = self.session.office, self.session

        def tell(found: keeping.Health) -> None:
            if found.broken or found.to_settle:
                tone = "late" if found.broken else "soon"
                session.say((*found.broken, *found.to_settle)[0], tone)
            else:
                session.say(text("window.check_whole", steps=found.steps, records=found.records))

        session.say(text("window.check_looking"))
        session.tasks.read(lambda: keeping.check(office), tell, owner=self)

    def _step(self, turn: Callable[[], Place | None]) -> None:
        if self._shown is not None and not self._shown.may_leave():
            return
        place = turn()
        if place is not None:
            self._show(place)

    def _wear(self, *, colours: str = "", scale: float | None = None) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            worn = look()
            new = wear(application, colours or worn.colours.name, scale or worn.scale)
            kept = preferences.load()
            preferences.keep(replace(kept, colours=new.colours.name, scale=new.scale))

    def _keep_typed(self) -> None:
        if self._shown is not None:
            self._shown.keep_typed()

    @property
    def place(self) -> Place | None:
        """Where the person is: the page, and the record on it."""
        here = self._trail.here
        if here is None or self._record is None:
            return here
        return Place(here.page, str(self._record[1]))

    def may_close(self) -> bool:
        """Whether nothing typed would be lost; if so the page says why not."""
        return self._shown is None or self._shown.may_leave()

    def leave(self) -> None:
        """Keep what is typed, finish what is being written and let go of the office."""
        if self.session.tasks.stopped:
            return
        if self._shown is not None:
            self._shown.may_leave()
        self.session.tasks.stop()
        self.session.leave()
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Come back to: count what may have been deleted elsewhere."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._count_readable()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay if a page can't be left, or until the last backup is checked."""
        is_left = self.session.tasks.stopped
        if not is_left and (not self.may_close() or self.backing_up.must_wait(self.close)):
            event.ignore()
            return
        self.leave()
        super().closeEvent(event)


def _opened_by(plugs: tuple[Plug, ...]) -> dict[str, tuple[str, str]]:
    found = {}
    for plug in plugs:
        for one in plug.opened_by:
            action, _, about = one.partition(":")
            found[action] = (plug.key, about)
    return found
