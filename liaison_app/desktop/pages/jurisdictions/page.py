"""The page of jurisdictions."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.lists.rows_model import RowsModel
from liaison_app.desktop.pages.jurisdictions import editor
from liaison_app.desktop.pages.jurisdictions.leaders import Leaders
from liaison_app.desktop.pages.jurisdictions.record import Overview, clock_line, sub_line
from liaison_app.desktop.pages.jurisdictions.tree import flat_rows, id_of, tree_rows
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.layout import across, boxed
from liaison_app.desktop.parts.segmented import Choice, Segmented
from liaison_app.desktop.parts.text import Icon, Line
from liaison_app.desktop.records.cards import row_list_tab
from liaison_app.desktop.records.form import RecordForm
from liaison_app.desktop.records.history_panel import HistoryPanel
from liaison_app.desktop.records.ledgers import promise_row
from liaison_app.desktop.records.page import RecordsPage
from liaison_app.desktop.records.pane import ListPane, Shelf
from liaison_app.desktop.records.rows import meeting_row, organization_row, person_row
from liaison_app.desktop.records.view import RecordView, Tab, Title
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services import jurisdictions
from liaison_app.services.editing import Done
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.lists.jurisdictions import tree
from liaison_app.services.office import Office
from liaison_app.services.pages.jurisdiction import JurisdictionPage, jurisdiction_page
from liaison_app.services.rows import EngagementRow, JurisdictionRow, Named
from liaison_app.system.messages import text

Data = tuple[JurisdictionPage, Sequence[EngagementRow]]
_MEETINGS = 200


class JurisdictionsPage(RecordsPage):
    """Tree or list of places, and the place chosen."""

    kind = Kind.JURISDICTION

    def __init__(self, session: Session) -> None:
        self._model = RowsModel()
        self._as = Segmented(
            text("place.shown_as"),
            [Choice("tree", text("place.tree")), Choice("list", text("place.list"))],
        )
        super().__init__(session, text("page.jurisdictions"))
        self._as.chosen.connect(lambda _: self.pane.load())

    def make_pane(self) -> ListPane:
        """The tree."""
        office = self.session.office
        shelf = Shelf(
            text("page.jurisdictions"),
            self._model,
            lambda where: tree(office, where),
            self._fill,
            text("new.jurisdiction"),
            (text("empty.jurisdictions"), text("empty.jurisdictions_more")),
        )
        return ListPane(self.session, shelf, head=(self._as,))

    def _fill(self, rows: Sequence[JurisdictionRow]) -> int:
        self._model.show_rows(tree_rows(rows) if self._as.code == "tree" else flat_rows(rows))
        return len(rows)

    def fetch(self, office: Office, record: UUID) -> Data:
        """The record, and its engagements."""
        page = jurisdiction_page(office, record)
        meetings = ENGAGEMENTS.page(office, f"jurisdiction:{page.record.ref}", limit=_MEETINGS)
        return page, meetings

    def key_of(self, data: Data) -> object:
        """Places are keyed by their ids."""
        return data[0].record.id

    def id_of(self, key: object) -> UUID | None:
        """The place of a row."""
        return id_of(key)

    def view(self, data: Data, tab: str) -> RecordView:
        """The record."""
        page, meetings = data
        record, today, session = page.record, self.session.today, self.session
        new = Button.primary(text("action.new_engagement"), "plus", "Ctrl+Shift+M")
        new.clicked.connect(lambda: session.asked.emit("new_engagement"))
        clock = clock_line(record.zone, session.office.clock.now(), session.zone)
        end = boxed(across(Icon("clock", "text3", 14), Line(clock, "small"))) if clock else None
        title = Title(
            record.title,
            record.native or "",
            sub_line(page),
            buttons=(*self._handing_over(record.id), new, self.edit_button(), self.more_button()),
            end=end,
        )
        owed = (*page.ledger.we_owe, *page.ledger.they_owe, *page.ledger.closed)
        tabs = [
            Tab("overview", lambda: Overview(session, page)),
            Tab("engagements", lambda: self._meetings(meetings), page.engagements),
            Tab(
                "commitments",
                lambda: row_list_tab(
                    session,
                    text("tab.commitments"),
                    [
                        (Kind.COMMITMENT, r.id, promise_row(r, today, icon=True, place=False))
                        for r in owed
                    ],
                    (text("empty.commitments"), text("empty.commitments_more")),
                ),
                len(owed),
            ),
            Tab(
                "people",
                lambda: row_list_tab(
                    session,
                    text("tab.people"),
                    [(Kind.PERSON, r.id, person_row(r, today)) for r in page.people],
                    (text("empty.people_here"), text("empty.people_more")),
                ),
                len(page.people),
            ),
            Tab(
                "organizations",
                lambda: row_list_tab(
                    session,
                    text("tab.organizations"),
                    [
                        (Kind.ORGANIZATION, r.id, organization_row(r, today))
                        for r in page.organizations
                    ],
                    (text("empty.organizations"), text("empty.organizations_more")),
                ),
                len(page.organizations),
            ),
            Tab("history", lambda: HistoryPanel(session, record.id)),
        ]
        strip: QWidget | None = None
        if page.leaders:
            leaders = Leaders(page.leaders, today)
            leaders.chosen.connect(lambda id_: session.open_record(Kind.PERSON, id_))
            strip = leaders
        return RecordView(title, tabs, strip=strip, tab=tab)

    def _handing_over(self, place: UUID) -> tuple[Button, ...]:
        """On the page of our home: whoever leads it may change."""
        if place != self.session.home_id:
            return ()
        button = Button(text("handover.begin"), icon="exchange")
        button.clicked.connect(lambda: self.session.asked.emit("hand_over"))
        return (button,)

    def _meetings(self, meetings: Sequence[EngagementRow]) -> QWidget:
        today = self.session.today
        return row_list_tab(
            self.session,
            text("tab.engagements"),
            [(Kind.ENGAGEMENT, row.id, meeting_row(row, today)) for row in meetings],
            (text("empty.engagements"), text("empty.engagements_more")),
        )

    def form(self, data: Data | None, about: Mapping[str, Named]) -> RecordForm:
        """The editor."""
        return editor.editor(self.session, data[0] if data is not None else None, about)

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
            self.session.do(lambda: jurisdictions.verify(office, record), owner=self)
