"""The page of engagements."""

from collections.abc import Callable, Mapping
from uuid import UUID

from liaison_app.desktop.pages.engagements import editor
from liaison_app.desktop.pages.engagements.record import Brief, badges, record_tab, sub_line
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.records.form import RecordForm
from liaison_app.desktop.records.history_panel import HistoryPanel
from liaison_app.desktop.records.lazy import LazyShelf
from liaison_app.desktop.records.page import RecordsPage
from liaison_app.desktop.records.pane import ListPane
from liaison_app.desktop.records.rows import meeting_line
from liaison_app.desktop.records.view import RecordView, Tab, Title
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services import engagements
from liaison_app.services.editing import Done
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.office import Office
from liaison_app.services.pages.engagement import EngagementPage, engagement_page
from liaison_app.services.rows import Named
from liaison_app.system.messages import text


class EngagementsPage(RecordsPage):
    """Engagements, the latest first, and the one chosen."""

    kind = Kind.ENGAGEMENT

    def __init__(self, session: Session) -> None:
        self._lazy = LazyShelf(session, ENGAGEMENTS, lambda row: meeting_line(row, session.today))
        super().__init__(session, text("page.engagements"))

    def make_pane(self) -> ListPane:
        """All engagements."""
        shelf = self._lazy.shelf("page.engagements", "action.new_engagement", "empty.engagements")
        return ListPane(self.session, shelf)

    def fetch(self, office: Office, record: UUID) -> EngagementPage:
        """The engagement."""
        return engagement_page(office, record)

    def key_of(self, data: EngagementPage) -> object:
        """Row numbers."""
        return data.record.n

    def id_of(self, key: object) -> UUID | None:
        """The engagement of a row."""
        return self._lazy.id_of(key)

    def view(self, data: EngagementPage, tab: str) -> RecordView:
        """The engagement's record."""
        session = self.session
        packet = Button(text("trip.packet"), icon="packet", tip="Ctrl+P")
        packet.clicked.connect(lambda: session.asked.emit("packet"))
        buttons = [packet, self.edit_button(), self.more_button(self._verbs(data))]
        if data.record.status == "planned" and data.day <= session.today:
            hold = Button.primary(text("engagement.hold"), "check")
            hold.clicked.connect(lambda: self._do(engagements.hold))
            buttons.insert(0, hold)
        title = Title(
            data.record.title,
            "",
            sub_line(session, data),
            badges=badges(data),
            buttons=buttons,
        )
        tabs = [
            Tab("brief", lambda: Brief(session, data)),
            Tab("record", lambda: record_tab(data)),
            Tab("history", lambda: HistoryPanel(session, data.record.id)),
        ]
        return RecordView(title, tabs, tab=tab)

    def _verbs(self, data: EngagementPage) -> dict[str, Callable[[], None]]:
        if data.fields.get("finalised_at"):
            return {}
        found: dict[str, Callable[[], None]] = {}
        if data.record.status != "held":
            found[text("engagement.hold")] = lambda: self._do(engagements.hold)
            found[text("engagement.postpone")] = lambda: self._do(engagements.postpone)
            found[text("engagement.cancel")] = lambda: self._do(engagements.cancel)
        else:
            found[text("engagement.finalise")] = lambda: self._do(engagements.finalise)
        return found

    def _do(self, verb: Callable[[Office, UUID], Done]) -> None:
        office, record = self.session.office, self._id
        if record is not None:
            self.session.do(lambda: verb(office, record), owner=self)

    def form(self, data: EngagementPage | None, about: Mapping[str, Named]) -> RecordForm:
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
        """Ctrl+T adds a talking point."""
        return frozenset({"add_point"})

    def act(self, action: str) -> None:
        """Add a point, or what every page of records does."""
        if action != "add_point" or self.shown is None:
            super().act(action)
            return
        self.shown.show_tab("brief")
        brief = self.shown.findChild(Brief)
        if brief is not None:
            brief.points.begin()
