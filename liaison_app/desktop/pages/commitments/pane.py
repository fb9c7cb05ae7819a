"""The list of commitments: views as tabs, a filter, groups, and the table."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget

from liaison_app.desktop.frame.header import Header
from liaison_app.desktop.lists.table import Table
from liaison_app.desktop.lists.table_model import TableModel
from liaison_app.desktop.look.ink import Run
from liaison_app.desktop.pages.commitments.groups import MOST, Grouped, Shown, grouped
from liaison_app.desktop.pages.commitments.table import columns, present
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Panel
from liaison_app.desktop.parts.empty import EmptyState
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.parts.row import RowData
from liaison_app.desktop.parts.segmented import Choice, Tabs
from liaison_app.desktop.parts.text import Line, Paragraph
from liaison_app.desktop.records.pane import AnyPane, FilterBox
from liaison_app.desktop.session import Session
from liaison_app.desktop.tasks import in_words
from liaison_app.services.lists.commitments import COMMITMENTS
from liaison_app.services.rows import CommitmentRow
from liaison_app.system.messages import text

VIEWS = ("open", "overdue", "awaited", "soon", "unreviewed", "closed")
_GROUPS = ("jurisdiction", "owner", "status", "nothing")


class CommitmentsPane(AnyPane):
    """The wide list."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._heads: dict[int, RowData] = {}
        self._sort = "due"
        model: TableModel[Any] = TableModel(
            columns(), self._rows, lambda row: present(row, session.today, session.officer)
        )
        self._model = model
        self._head = Header(margins=(24, 10, 24, 4))
        new = Button.primary(text("action.new_commitment"), "plus", "Ctrl+Shift+C")
        new.clicked.connect(self.new_asked)
        export = Button(text("action.export"), icon="export", tip="Ctrl+E")
        export.clicked.connect(lambda: session.asked.emit("export"))
        self._head.add(export, new)
        self._views = Tabs(text("commitments.views"), [Choice(v, text(f"view.{v}")) for v in VIEWS])
        self.filter = FilterBox(text("pane.filter", what=text("page.commitments").lower()))
        self.filter.setMaximumWidth(340)
        self._by = Pick(text("group.by"), [(by, text(f"group.by_{by}")) for by in _GROUPS])
        self._by.setMaximumWidth(160)
        self._wrong = Paragraph("", "micro", "late")
        self._wrong.hide()
        self.list = Table(text("page.commitments"), model)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        by = Line(text("group.by"), "small", "text2")
        self.filter.setMinimumWidth(220)
        self._flat = Line(text("group.too_many", count=MOST), "small", "text3", at_end=True)
        self._flat.setVisible(False)
        tools = across(self.filter, STRETCH, self._flat, 16, by, self._by)
        self._nothing = EmptyState(text("empty.commitments"), text("empty.commitments_more"))
        self._body = QStackedWidget()
        self._body.addWidget(self.list)
        self._body.addWidget(self._nothing)
        panel = Panel()
        panel.setLayout(down((self._body, 1), margins=1))
        body = down(self._views, tools, self._wrong, (panel, 1), gap=8, margins=(24, 0, 24, 16))
        self.setLayout(down(self._head, (boxed(body), 1), gap=0))
        self.setProperty("region", "list")

    def _connect(self) -> None:
        table = self.list
        table.pointed.connect(self.pointed)
        table.chosen.connect(self.chosen)
        if isinstance(table, Table):
            table.sort_asked.connect(self._sort_by)
            table.show_sorted("due", falling=False)
        self.filter.textChanged.connect(lambda _: self.load())
        self.filter.left_down.connect(table.setFocus)
        self._views.chosen.connect(lambda _: self.load())
        self._by.picked.connect(lambda _: self.load())

    def load(self) -> None:
        """Fetch the rows of the view shown, and how many each view has."""
        office, by, sort = self._session.office, self._by.code, self._sort
        typed, view = self.filter.text().strip(), self._views.code
        where = f"{view} {typed}".strip()

        def fetch() -> Grouped:
            keys = COMMITMENTS.keys(office, where, sort)
            if by == "nothing" or len(keys) > MOST:
                return Grouped(keys, {}, len(keys))
            return grouped(COMMITMENTS.rows(office, keys), by)

        self._session.tasks.read(fetch, self._fill, otherwise=self._refuse, owner=self, slot="rows")
        self._session.tasks.read(
            lambda: (
                [COMMITMENTS.count(office, one) for one in VIEWS]
                + [COMMITMENTS.count(office, "open direction:they_owe")]
            ),
            self._count,
            owner=self,
            slot="counts",
        )

    def show_view(self, view: str) -> None:
        """Show one of ``VIEWS``."""
        self._views.choose(view)
        self.load()

    def id_of(self, key: object) -> UUID | None:
        """The commitment of a row; headings have none."""
        if not isinstance(key, int) or key < 0:
            return None
        record = self._model.record(self._model.row_of(key))
        return record.id if isinstance(record, CommitmentRow) else None

    def _rows(self, keys: Sequence[int]) -> dict[int, Shown]:
        found: dict[int, Shown] = {key: self._heads[key] for key in keys if key in self._heads}
        wanted = [key for key in keys if key >= 0]
        return found | {row.n: row for row in COMMITMENTS.rows(self._session.office, wanted)}

    def _fill(self, fetched: Grouped) -> None:
        key = self.list.key
        self._heads = dict(fetched.heads)
        self.list.blockSignals(True)
        self._model.show_keys(fetched.keys)
        if key is not None:
            self.list.point_at(key)
        self.list.blockSignals(False)
        self._flat.setVisible(self._by.code != "nothing" and fetched.count > MOST)
        self._wrong.hide()
        self.filter.read_as("")
        typed = self.filter.text().strip()
        if not fetched.count:
            view = self._views.code
            missing, fills = text(f"none.{view}"), text("empty.commitments_more")
            if typed:
                missing, fills = text("pane.nothing", query=typed), text("pane.nothing_more")
            self._nothing.say(missing, fills)
        self._body.setCurrentWidget(self.list if fetched.count else self._nothing)
        self.shown.emit()

    def _count(self, counts: list[int]) -> None:
        *views, theirs = counts
        for view, count in zip(VIEWS, views, strict=True):
            self._views.count(view, f"{count:,}" if count else "")
        open_, late = views[0], views[1]
        sub = [Run(text("commitments.open", count=open_))]
        if late:
            sub += [Run(", "), Run(text("frame.late", count=late), "late", bold=True)]
        sub.append(Run(text("commitments.sides", ours=open_ - theirs, theirs=theirs)))
        self._head.show_title(text("page.commitments"), sub=sub)

    def _refuse(self, fault: BaseException) -> None:
        self.filter.refuse("")
        self._wrong.setText(in_words(fault))
        self._wrong.show()

    def _sort_by(self, sort: str) -> None:
        falling = self._sort == sort == "due"
        self._sort = "due_last" if falling else sort
        if isinstance(self.list, Table):
            self.list.show_sorted(sort, falling=falling)
        self.load()
