"""The page of people."""

from collections.abc import Mapping
from uuid import UUID

from liaison_app.desktop.pages.people import editor, tenure_form
from liaison_app.desktop.pages.people.offices import OfficesCard
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
from liaison_app.services.pages.tenure import TenurePage, tenure_page
from liaison_app.services.rows import Named
from liaison_app.system.messages import text

_TAKING_OFFICE, _TENURE = "office", "tenure:"
"""The forms for taking office and, with its id, for one tenure."""

_SHOWN = 4
"""How many offices stand over the timeline; all of them have a part of their own."""


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
            Tab("overview", lambda: overview(session, data, self._offices(data, _SHOWN))),
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
            Tab("offices", lambda: self._offices(data).in_tab(), len(data.career)),
            Tab("history", lambda: HistoryPanel(session, record.id)),
        ]
        return RecordView(title, tabs, tab=tab)

    def _offices(self, data: PersonPage, most: int | None = None) -> OfficesCard:
        card = OfficesCard(self.session, data, most)
        card.took_asked.connect(self.begin_office)
        card.change_asked.connect(self.begin_change)
        return card

    def begin_office(self) -> None:
        """Ask which office the person takes or took, and from when to when."""
        if self._data is not None:
            record = self._data.record
            who = Named(record.id, record.ref, record.title, record.native)
            office = self.session.office
            self.open_form(
                tenure_form.TakingOffice(self.session, who),
                lambda _, whole: tenure_form.appoint(office, who.id, whole),
                _TAKING_OFFICE,
            )

    def begin_change(self, tenure: UUID) -> None:
        """Put the editor of one tenure in the record's place."""
        office = self.session.office

        def show(data: TenurePage) -> None:
            form = tenure_form.change_form(self.session, data)
            self.open_form(
                form, lambda given, _: tenure_form.change(office, data, given), f"{_TENURE}{tenure}"
            )

        self.session.tasks.read(
            lambda: tenure_page(office, tenure), show, owner=self, slot="tenure"
        )

    def open_again(self, how: str) -> None:
        """Taking office, one tenure, or what every page of records has."""
        if how == _TAKING_OFFICE:
            self.begin_office()
        elif how.startswith(_TENURE):
            self.begin_change(UUID(how.removeprefix(_TENURE)))
        else:
            super().open_again(how)

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
