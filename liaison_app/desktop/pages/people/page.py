"""The page of people."""

from collections.abc import Mapping
from uuid import UUID

from liaison_app.desktop.pages.people import editor
from liaison_app.desktop.pages.people.record import badges, overview
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.records.cards import row_list_tab
from liaison_app.desktop.records.form import RecordForm
from liaison_app.desktop.records.history_panel import HistoryPanel
from liaison_app.desktop.records.lazy import LazyShelf
from liaison_app.desktop.records.ledgers import promise_row
from liaison_app.desktop.records.page import RecordsPage
from liaison_app.desktop.records.pane import ListPane
from liaison_app.desktop.records.rows import meeting_row, office_words, person_row
from liaison_app.desktop.records.view import RecordView, Tab, Title
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services import people
from liaison_app.services.editing import Done
from liaison_app.services.lists.people import PEOPLE
from liaison_app.services.office import Office
from liaison_app.services.pages.person import PersonPage, person_page
from liaison_app.services.rows import Named
from liaison_app.system.messages import text


class PeoplePage(RecordsPage):
    """Everybody, and the person chosen."""

    kind = Kind.PERSON

    def __init__(self, session: Session) -> None:
        self._lazy = LazyShelf(session, PEOPLE, lambda row: person_row(row, session.today))
        super().__init__(session, text("page.people"))

    def make_pane(self) -> ListPane:
        """Everybody in order of name."""
        shelf = self._lazy.shelf("page.people", "new.person", "empty.people")
        return ListPane(self.session, shelf)

    def fetch(self, office: Office, record: UUID) -> PersonPage:
        """The person."""
        return person_page(office, record)

    def key_of(self, data: PersonPage) -> object:
        """Row numbers."""
        return data.record.n

    def id_of(self, key: object) -> UUID | None:
        """The person of a row."""
        return self._lazy.id_of(key)

    def view(self, data: PersonPage, tab: str) -> RecordView:
        """The person's record."""
        session, today, record = self.session, self.session.today, data.record
        owed = (*data.ledger.we_owe, *data.ledger.they_owe, *data.ledger.closed)
        new = Button.primary(text("action.new_engagement"), "plus", "Ctrl+Shift+M")
        new.clicked.connect(lambda: session.asked.emit("new_engagement"))
        title = Title(
            record.title,
            record.native or "",
            ", ".join(part for part in (office_words(record.held), record.ref) if part),
            badges=badges(data),
            buttons=(new, self.edit_button(), self.more_button()),
        )
        tabs = [
            Tab("overview", lambda: overview(session, data)),
            Tab(
                "engagements",
                lambda: row_list_tab(
                    session,
                    text("tab.engagements"),
                    [
                        (Kind.ENGAGEMENT, one.id, meeting_row(one, today))
                        for one in data.engagements
                    ],
                    (text("empty.engagements"), text("empty.engagements_more")),
                ),
                len(data.engagements),
            ),
            Tab(
                "commitments",
                lambda: row_list_tab(
                    session,
                    text("tab.commitments"),
                    [(Kind.COMMITMENT, one.id, promise_row(one, today, icon=True)) for one in owed],
                    (text("empty.commitments"), text("empty.commitments_more")),
                ),
                len(owed),
            ),
            Tab("history", lambda: HistoryPanel(session, record.id)),
        ]
        return RecordView(title, tabs, tab=tab)

    def form(self, data: PersonPage | None, about: Mapping[str, Named]) -> RecordForm:
        """The editor."""
        return editor.editor(self.session, data)

    def save(
        self,
        office: Office,
        record: UUID | None,
        given: Mapping[str, object],
        whole: Mapping[str, object],
    ) -> Done:
        """Add or change."""
        return editor.save(office, record, given)

    def doing(self) -> frozenset[str]:
        """V verifies."""
        return frozenset({"verify"})

    def act(self, action: str) -> None:
        """Verify, or what every page of records does."""
        if action != "verify":
            super().act(action)
        elif self._id is not None:
            office, record = self.session.office, self._id
            self.session.do(lambda: people.verify(office, record), owner=self)
