"""The page of commitments: the table, or one of them in its place."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget

from liaison_app.desktop.pages.commitments import editor
from liaison_app.desktop.pages.commitments.pane import VIEWS, CommitmentsPane
from liaison_app.desktop.pages.commitments.record import badges, overview
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.layout import down
from liaison_app.desktop.records.form import RecordForm
from liaison_app.desktop.records.history_panel import HistoryPanel
from liaison_app.desktop.records.page import RecordsPage
from liaison_app.desktop.records.pane import AnyPane
from liaison_app.desktop.records.view import RecordView, Tab, Title
from liaison_app.desktop.session import Session
from liaison_app.domain.commitments import CLOSED
from liaison_app.domain.kinds import Kind
from liaison_app.services import commitments
from liaison_app.services.editing import Done
from liaison_app.services.office import Office
from liaison_app.services.pages.commitment import CommitmentPage, commitment_page
from liaison_app.services.rows import Named
from liaison_app.system.messages import text

_FULFIL = "fulfil"
"""The form for day and proof."""

_PROGRESS = ("in_progress", "waiting", "blocked", "partly_fulfilled")


class CommitmentsPage(RecordsPage):
    """The table takes the whole page; Enter opens a commitment there, Back returns to the table."""

    kind = Kind.COMMITMENT

    def __init__(self, session: Session) -> None:
        super().__init__(session, text("page.commitments"))

    def arrange(self) -> None:
        """One in the place of the other."""
        self._front = QStackedWidget()
        self._front.addWidget(self.pane)
        self._front.addWidget(self._stack)
        self.setLayout(down(self._front, gap=0))

    def make_pane(self) -> AnyPane:
        """The table."""
        self._table = CommitmentsPane(self.session)
        return self._table

    @property
    def record(self) -> tuple[Kind, UUID] | None:
        """The commitment shown, if the table isn't."""
        return super().record if self._front.currentWidget() is self._stack else None

    def come(self, about: str) -> None:
        """The table (``overdue`` and the like choose a view), a commitment, or a new one."""
        if about in VIEWS or not about:
            self._front.setCurrentWidget(self.pane)
            self.pane.list.setFocus()
            if about:
                self._table.show_view(about)
            return
        super().come(about)

    def able(self) -> frozenset[str]:
        """In the table only filtering and a new one."""
        if self.record is None and self._form is None:
            return frozenset({"filter", "fulfil"})
        return super().able() | {"fulfil"}

    def act(self, action: str) -> None:
        """Fulfil, or what every page of records does."""
        if action == "filter":
            self._front.setCurrentWidget(self.pane)
        if action == "fulfil":
            self.begin_fulfil()
        else:
            super().act(action)

    def show_record(self, record: UUID) -> None:
        """Show a commitment instead of the table."""
        if self._front.currentWidget() is not self._stack and self._id != record:
            self._stack.setCurrentWidget(self._nothing)
        self._front.setCurrentWidget(self._stack)
        super().show_record(record)

    def refresh(self, step: object) -> None:
        """Fetch anew what is in front."""
        front = self._front.currentWidget()
        self.pane.load()
        if self._id is not None and front is self._stack:
            super().show_record(self._id)

    def begin_new(self, about: str) -> None:
        """The editor takes the whole page."""
        self._front.setCurrentWidget(self._stack)
        super().begin_new(about)

    def leave_form(self) -> None:
        """Back to the commitment, or to the table if none was shown."""
        had = self._form is not None
        super().leave_form()
        if had and self._data is None:
            self._front.setCurrentWidget(self.pane)
            self.pane.list.setFocus()

    def begin_fulfil(self) -> None:
        """Ask for day and proof."""
        data, office = self._data, self.session.office
        if self.record is None:
            record = self._table.id_of(self.pane.list.key)
            if record is not None:
                self.session.open_record(Kind.COMMITMENT, record)
            return
        if isinstance(data, CommitmentPage) and data.record.status not in CLOSED:
            self.open_form(
                editor.fulfil_form(self.session, data),
                lambda _, whole: editor.fulfil(office, data.record.id, whole),
                _FULFIL,
            )

    def open_again(self, how: str) -> None:
        """Day and proof, or what every page of records has."""
        self.begin_fulfil() if how == _FULFIL else super().open_again(how)

    def fetch(self, office: Office, record: UUID) -> CommitmentPage:
        """The commitment."""
        return commitment_page(office, record)

    def key_of(self, data: CommitmentPage) -> object:
        """Row numbers."""
        return data.record.n

    def id_of(self, key: object) -> UUID | None:
        """The commitment of a row."""
        return self._table.id_of(key)

    def view(self, data: CommitmentPage, tab: str) -> RecordView:
        """The commitment's record."""
        session, record = self.session, data.record
        buttons = [self.edit_button(), self.more_button(self._verbs(data))]
        if record.status not in CLOSED:
            fulfil = Button.primary(text("action.fulfil"), "check")
            fulfil.clicked.connect(self.begin_fulfil)
            buttons.insert(0, fulfil)
        where = record.jurisdiction.title if record.jurisdiction is not None else ""
        title = Title(
            record.title,
            "",
            "  ·  ".join(part for part in (where, record.ref) if part),
            badges=badges(session, data),
            buttons=buttons,
        )
        tabs = [
            Tab("overview", lambda: overview(session, data)),
            Tab("history", lambda: HistoryPanel(session, record.id)),
        ]
        return RecordView(title, tabs, tab=tab)

    def _verbs(self, data: CommitmentPage) -> dict[str, Callable[[], None]]:
        record = data.record.id
        verbs: dict[str, Callable[[Office], object]] = {}
        if data.record.status in CLOSED:
            verbs[text("commitment.reopen")] = lambda o: commitments.reopen(o, record)
        else:
            for status in _PROGRESS:
                verbs[text(f"commitment.now_{status}")] = _progress(record, status)
            verbs[text("commitment.withdraw")] = lambda o: commitments.withdraw(o, record)
            verbs[text("commitment.overtake")] = lambda o: commitments.overtake(o, record)
        if not data.record.reviewed:
            verbs[text("commitment.alive")] = lambda o: commitments.review(o, [record], alive=True)
        return {words: self._doing(verb) for words, verb in verbs.items()}

    def _doing(self, verb: Callable[[Office], object]) -> Callable[[], None]:
        return lambda: self.session.do(lambda: verb(self.session.office), owner=self)

    def form(self, data: CommitmentPage | None, about: Mapping[str, Named]) -> RecordForm:
        """The editor."""
        return editor.editor(self.session, data, about)

    def save(
        self,
        office: Office,
        record: UUID | None,
        given: Mapping[str, object],
        whole: Mapping[str, object],
    ) -> Done:
        """Make or change."""
        return editor.save(office, record, given, whole)

    def _first(self) -> None:
        """The table waits for a choice."""

    def _pointed(self, key: object) -> None:
        """Only Enter opens."""

    def _chosen(self, key: object) -> None:
        record = self.id_of(key)
        if record is not None:
            self.session.open_record(Kind.COMMITMENT, record)

    def _gone(self) -> None:
        super()._gone()
        self._front.setCurrentWidget(self.pane)


def _progress(record: UUID, status: str) -> Callable[[Office], object]:
    return lambda office: commitments.progress(office, record, status)
