"""The page of organizations."""

from collections.abc import Mapping
from uuid import UUID

from liaison_app.desktop.pages.organizations import editor
from liaison_app.desktop.pages.organizations.record import badges, overview
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.records.cards import row_list_tab
from liaison_app.desktop.records.form import RecordForm
from liaison_app.desktop.records.history_panel import HistoryPanel
from liaison_app.desktop.records.lazy import LazyShelf
from liaison_app.desktop.records.page import RecordsPage
from liaison_app.desktop.records.pane import ListPane
from liaison_app.desktop.records.rows import meeting_row, organization_line, organization_words
from liaison_app.desktop.records.view import RecordView, Tab, Title
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services import organizations
from liaison_app.services.editing import Done
from liaison_app.services.lists.organizations import ORGANIZATIONS
from liaison_app.services.office import Office
from liaison_app.services.pages.organization import OrganizationPage, organization_page
from liaison_app.services.rows import Named
from liaison_app.system.messages import text


class OrganizationsPage(RecordsPage):
    """Consulates, ministries, networks, companies, and the one chosen."""

    kind = Kind.ORGANIZATION

    def __init__(self, session: Session) -> None:
        self._lazy = LazyShelf(session, ORGANIZATIONS, organization_line)
        super().__init__(session, text("page.organizations"))

    def make_pane(self) -> ListPane:
        """All of them in order of name."""
        shelf = self._lazy.shelf(
            "page.organizations", "new.organization", "empty.all_organizations"
        )
        return ListPane(self.session, shelf)

    def fetch(self, office: Office, record: UUID) -> OrganizationPage:
        """The organization."""
        return organization_page(office, record)

    def key_of(self, data: OrganizationPage) -> object:
        """Row numbers."""
        return data.record.n

    def id_of(self, key: object) -> UUID | None:
        """The organization of a row."""
        return self._lazy.id_of(key)

    def view(self, data: OrganizationPage, tab: str) -> RecordView:
        """The organization's record."""
        session, today, record = self.session, self.session.today, data.record
        new = Button.primary(text("action.new_engagement"), "plus", "Ctrl+Shift+M")
        new.clicked.connect(lambda: session.asked.emit("new_engagement"))
        title = Title(
            record.title,
            record.native or "",
            ", ".join(part for part in (organization_words(record), record.ref) if part),
            badges=badges(data),
            buttons=(new, self.edit_button(), self.more_button()),
        )
        meetings = [(Kind.ENGAGEMENT, one.id, meeting_row(one, today)) for one in data.engagements]
        empty = (text("empty.engagements"), text("empty.engagements_more"))
        tabs = [
            Tab("overview", lambda: overview(session, data)),
            Tab(
                "engagements",
                lambda: row_list_tab(session, text("tab.engagements"), meetings, empty),
                len(meetings),
            ),
            Tab("history", lambda: HistoryPanel(session, record.id)),
        ]
        return RecordView(title, tabs, tab=tab)

    def form(self, data: OrganizationPage | None, about: Mapping[str, Named]) -> RecordForm:
        """The editor."""
        return editor.editor(self.session, data, about)

    def save(
        self,
        office: Office,
        record: UUID | None,
        given: Mapping[str, object],
        whole: Mapping[str, object],
    ) -> Done:
        """Add or change."""
        return editor.save(office, record, given, whole)

    def doing(self) -> frozenset[str]:
        """V verifies."""
        return frozenset({"verify"})

    def act(self, action: str) -> None:
        """Verify, or what every page of records does."""
        if action != "verify":
            super().act(action)
        elif self._id is not None:
            office, record = self.session.office, self._id
            self.session.do(lambda: organizations.verify(office, record), owner=self)
