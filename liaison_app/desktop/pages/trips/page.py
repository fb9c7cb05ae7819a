"""The page of trips and visits."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.pages.trips import editor
from liaison_app.desktop.pages.trips.record import overview, sub_line
from liaison_app.desktop.parts.badge import Badge
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.records.cards import row_list_tab
from liaison_app.desktop.records.form import RecordForm
from liaison_app.desktop.records.history_panel import HistoryPanel
from liaison_app.desktop.records.lazy import LazyShelf
from liaison_app.desktop.records.ledgers import promise_row
from liaison_app.desktop.records.page import RecordsPage
from liaison_app.desktop.records.pane import ListPane
from liaison_app.desktop.records.rows import meeting_row, trip_line
from liaison_app.desktop.records.view import RecordView, Tab, Title
from liaison_app.desktop.records.words import far_words, label
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services.editing import Done
from liaison_app.services.lists.trips import TRIPS
from liaison_app.services.office import Office
from liaison_app.services.pages.trip import TripPage, trip_page
from liaison_app.services.rows import Named
from liaison_app.system.messages import text

_TONES = {"confirmed": "good", "under_way": "accent", "planned": "accent", "cancelled": "late"}


class TripsPage(RecordsPage):
    """Trips, the latest first, and the trip chosen."""

    kind = Kind.TRIP

    def __init__(self, session: Session) -> None:
        self._lazy = LazyShelf(session, TRIPS, lambda row: trip_line(row, session.today))
        super().__init__(session, text("page.trips"))

    def make_pane(self) -> ListPane:
        """All trips."""
        return ListPane(self.session, self._lazy.shelf("page.trips", "new.trip", "empty.trips"))

    def fetch(self, office: Office, record: UUID) -> TripPage:
        """The trip."""
        return trip_page(office, record)

    def key_of(self, data: TripPage) -> object:
        """Row numbers."""
        return data.record.n

    def id_of(self, key: object) -> UUID | None:
        """The trip of a row."""
        return self._lazy.id_of(key)

    def view(self, data: TripPage, tab: str) -> RecordView:
        """The trip's record."""
        session, today = self.session, self.session.today
        packet = Button.primary(text("trip.packet"), "packet", "Ctrl+P")
        packet.clicked.connect(lambda: session.asked.emit("packet"))
        title = Title(
            data.record.title,
            "",
            sub_line(session, data),
            badges=self._badges(data),
            buttons=(packet, self.edit_button(), self.more_button()),
        )
        tabs = [
            Tab("schedule", lambda: overview(session, data)),
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
                    [
                        (Kind.COMMITMENT, one.id, promise_row(one, today, icon=True))
                        for one in data.commitments
                    ],
                    (text("empty.commitments"), text("empty.commitments_more")),
                ),
                len(data.commitments),
            ),
            Tab("history", lambda: HistoryPanel(session, data.record.id)),
        ]
        return RecordView(title, tabs, tab=tab)

    def _badges(self, data: TripPage) -> list[QWidget]:
        record, today = data.record, self.session.today
        tone = _TONES.get(record.status, "neutral")
        found: list[QWidget] = [Badge(label("trip_status", record.status).lower(), tone)]
        if record.direction:
            found.append(Badge(label("direction", record.direction).lower()))
        if record.start_on is not None and record.start_on >= today:
            days = (record.start_on - today).days
            words = text("trip.leaves", when=far_words(days))
            found.append(Badge(words, "soon" if days <= 7 else "neutral", "clock"))
        return found

    def form(self, data: TripPage | None, about: Mapping[str, Named]) -> RecordForm:
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
        return editor.save(office, record, given, whole)
