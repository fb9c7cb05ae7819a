"""The import page: choose or drop a file, see every row as it would come in, apply it as one step."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget

from liaison_app.desktop.frame.header import Header
from liaison_app.desktop.lists.table import Table
from liaison_app.desktop.lists.table_model import Column, TableModel
from liaison_app.desktop.look.look import look
from liaison_app.desktop.outgoing.choosing import Chooser
from liaison_app.desktop.page import Page
from liaison_app.desktop.pages.importing.cards import (
    STATES,
    Asked,
    Refused,
    StateBar,
    WhatApplyDoes,
)
from liaison_app.desktop.pages.importing.kept_list import KeptList
from liaison_app.desktop.pages.importing.meanings_head import MeaningsHead
from liaison_app.desktop.pages.importing.rows import spread, state_of, table_row, widths
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Panel
from liaison_app.desktop.parts.empty import EmptyState
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down
from liaison_app.desktop.parts.notice import MessageBox
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.parts.progress import Progress
from liaison_app.desktop.parts.segmented import Choice, Segmented
from liaison_app.desktop.session import Session, Step
from liaison_app.desktop.tasks import in_words
from liaison_app.interchange.columns import Columns
from liaison_app.interchange.given_map import GivenMap
from liaison_app.interchange.meanings import ListKind, Meaning
from liaison_app.services import backups
from liaison_app.services.backups import Outcome
from liaison_app.services.imports import bringing
from liaison_app.services.imports.preview import Applied, Preview, PreviewRow, State
from liaison_app.services.imports.reading import Source
from liaison_app.system.messages import text
from liaison_app.system.worker.job import Do
from liaison_app.system.worker.watch import Cancelled, Watch

_ENCODINGS = ("utf-8", "cp1252", "latin-1", "utf-16", "shift_jis", "euc_kr", "gb18030", "cp1251")
_NOTHING_SAID = GivenMap()


class ImportPage(Page):
    """Nothing is written before Apply."""

    def __init__(self, session: Session, choose: Chooser | None = None) -> None:
        super().__init__(session, text("page.import"))
        self.choose = choose or Chooser()
        self.setAcceptDrops(True)
        self._path: Path | None = None
        self._given = GivenMap()
        self._source: Source | None = None
        self._preview: Preview | None = None
        self._reading: Watch | None = None
        self.header = Header()
        self.trouble = MessageBox("")
        self.progress = Progress(text("importing.progress"), text("importing.cancel_leaves"))
        self.progress.end()
        self.bar = StateBar()
        self.kind = Pick(
            text("importing.kind"),
            [
                ("", text("importing.kind_as_read")),
                *((one.value, text(f"importing.kind.{one.value}")) for one in ListKind),
            ],
        )
        self.encoding = Pick(
            text("importing.encoding"),
            [("", text("importing.encoding_as_read")), *((one, one.upper()) for one in _ENCODINGS)],
        )
        self.refused, self.asked = Refused(), Asked(session.today)
        self.does = WhatApplyDoes()
        self._lay_out()
        self._connect()
        self._show_begun(begun=False)
        self._kept = KeptList(session)
        self._kept.look_for(self.bring, self)

    def _lay_out(self) -> None:
        self.choose_button = Button(text("importing.choose"), icon="file")
        self.apply_button = Button.primary(text("importing.apply"), "check", tip="Ctrl+Enter")
        self.header.add(self.choose_button, self.apply_button)
        self._frame = Panel()
        self._frame.setProperty("region", "true")
        self._frame.setLayout(down(margins=1))
        self._filter_row = across(STRETCH, self.kind, self.encoding)
        self.table: Table | None = None
        self.filter: Segmented | None = None
        for pick in (self.kind, self.encoding):
            pick.setFixedWidth(look().px(170))
        cards = across((self.refused, 1), (self.asked, 1), (self.does, 1), gap=12)
        below = boxed(cards, height=look().px(186))
        below.setProperty("region", "true")
        whole = down(self.bar, self._filter_row, (self._frame, 1), below, gap=12)
        self._rows_page = boxed(whole)
        self._begin_button = Button.primary(text("importing.choose"), "file")
        self._begin_button.clicked.connect(self.choose_file)
        self._empty = Panel()
        said = EmptyState(text("importing.empty"), text("importing.empty_more"), self._begin_button)
        self._empty.setLayout(down(said, margins=8))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._rows_page)
        body = down(self.trouble, self.progress, (self._stack, 1), gap=12, margins=(24, 0, 24, 12))
        self.setLayout(down(self.header, (body, 1), gap=0))

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.choose_file)
        self.apply_button.clicked.connect(self.apply)
        self.kind.picked.connect(self._answer)
        self.encoding.picked.connect(self._answer)
        self.asked.answered.connect(self._answer)
        self.refused.shown.connect(self._go_to)
        self.progress.cancelled.connect(self._give_up)

    # What the window asks of a page.

    def come(self, about: str) -> None:
        """Be shown; the list that was looked at is still there."""
        (self._begin_button if self._preview is None else self.table or self).setFocus()

    def refresh(self, step: Step | None) -> None:
        """The office has changed: compare anew; what is being read is compared when it has been."""
        if self._source is not None and self._reading is None:
            self._compare(self._source)

    def keep_typed(self) -> None:
        """Keep which list is looked at, and what was said of it, unless it's applied already."""
        if self._path is not None and self.apply_button.isEnabledTo(self):
            self._kept.keep(self._path, self._given)

    def able(self) -> frozenset[str]:
        """Apply it, or bring another list."""
        return frozenset({"save", "import"} if self.apply_button.isEnabled() else {"import"})

    def act(self, action: str) -> None:
        """Do one of them."""
        if action == "save":
            self.apply()
        else:
            self.choose_file()

    # The file.

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        path = self.choose.open(self, text("importing.choose_title"), text("importing.kinds"))
        if path is not None:
            self.bring(path)

    def bring(self, path: Path, given: GivenMap = _NOTHING_SAID) -> None:
        """Read a file and show what it would bring."""
        self._path, self._given = path, given
        self.kind.choose(given.kind or "")
        self.encoding.choose(given.encoding or "")
        self.asked.show_given(given)
        self._read()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file from this machine may be dropped."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        self.bring(Path(event.mimeData().urls()[0].toLocalFile()))

    def _answer(self) -> None:
        """Read it again with what was said."""
        self._given = replace(
            self._given,
            kind=ListKind(self.kind.code) if self.kind.code else None,
            encoding=self.encoding.code or None,
            day_first=self.asked.day_first,
            year=self.asked.year_given,
        )
        self._read()

    def _mean(self, column: str, code: str) -> None:
        """A column means something else."""
        meanings = {**self._all_meanings(), column: Meaning(code)}
        self._given = replace(self._given, columns=meanings)
        self._read()

    def _all_meanings(self) -> Mapping[str, Meaning]:
        """What every column with a heading means now, so that one answer doesn't change the others."""
        if self._source is None:
            return self._given.columns
        columns = self._source.columns
        pairs = zip(columns.header, columns.meanings, strict=True)
        return {name: meaning or Meaning.IGNORE for name, meaning in pairs if name}

    def _read(self) -> None:
        path, given, office = self._path, self._given, self.session.office
        if path is None:
            return
        today = self.session.today
        self.header.show_title(text("page.import"), sub=text("importing.reading", file=path.name))

        def read(do: Do) -> tuple[Source, Preview]:
            source = bringing.read(path, today, given, do)
            return source, bringing.look_at(office, source)

        self._give_up()
        self.progress.begin()
        self._reading = self.session.tasks.work(
            read,
            self._show,
            otherwise=self._refuse,
            owner=self,
            slot="list",
            tell=self.progress.show_done,
        )

    def _give_up(self) -> None:
        """Nobody waits any more for what is being read."""
        if self._reading is not None:
            self._reading.cancel()

    def _end_reading(self) -> None:
        self._reading = None
        self.progress.end()

    def _compare(self, source: Source) -> None:
        office = self.session.office

        def compared() -> tuple[Source, Preview]:
            return source, bringing.look_at(office, source)

        self.session.tasks.read(
            compared, self._show, otherwise=self._refuse, owner=self, slot="list"
        )

    def _refuse(self, fault: BaseException) -> None:
        """The file, or what was said of it, can't be: what was shown before stays."""
        self._end_reading()
        name = self._path.name if self._path is not None else ""
        if isinstance(fault, Cancelled):
            self.header.show_title(text("page.import"), sub=text("importing.not_read", file=name))
            return
        self.trouble.say(in_words(fault), text("importing.trouble", file=name))
        self.header.show_title(text("page.import"), sub=text("importing.not_read", file=name))
        self.apply_button.setEnabled(False)

    # The rows.

    def _show(self, found: tuple[Source, Preview]) -> None:
        self._end_reading()
        self._source, self._preview = found
        preview, columns = self._preview, self._source.columns
        self.trouble.say("")
        self._show_begun(begun=True)
        counts = dict.fromkeys(STATES, 0)
        for row in preview.rows:
            counts[state_of(row)] += 1
        self.bar.show_counts(counts)
        self._show_filter(counts)
        had_focus = self.table is None or self.table.hasFocus()
        self._show_table(preview.rows, columns)
        if had_focus and self.table is not None:
            self.table.setFocus()
        self.refused.show_rows_of(preview.rows)
        self.asked.show_preview(preview)
        self.does.show_preview(preview)
        self.kind.choose(columns.kind.value)
        kind = text(f"importing.kind.{columns.kind.value}")
        sub = text("importing.sub", file=self._source.name, rows=preview.records, kind=kind.lower())
        self.header.show_title(text("page.import"), sub=sub)
        writes = preview.count(State.NEW) + preview.count(State.CHANGED)
        self.apply_button.setEnabled(bool(writes))

    def _show_begun(self, *, begun: bool) -> None:
        self._stack.setCurrentWidget(self._rows_page if begun else self._empty)
        if not begun:
            self.trouble.say("")
            self.apply_button.setEnabled(False)
            self.header.show_title(text("page.import"), sub=text("importing.begin"))

    def _show_filter(self, counts: Mapping[str, int]) -> None:
        shown = self.filter.code if self.filter is not None else "all"
        whole = sum(counts.values())
        choices = [Choice("all", text("importing.all", count=whole))]
        choices += [
            Choice(
                state, text("importing.some", state=text(f"importing.{state}"), count=counts[state])
            )
            for state in STATES
            if counts[state]
        ]
        new = Segmented(text("importing.filter"), choices, shown)
        if shown not in [one.code for one in choices]:
            new.choose("all")
        new.chosen.connect(lambda _: self._filter())
        if self.filter is not None:
            self._filter_row.removeWidget(self.filter)
            self.filter.hide()
            self.filter.deleteLater()
        self._filter_row.insertWidget(0, new)
        self.filter = new

    def _show_table(self, rows: Sequence[PreviewRow], columns: Columns) -> None:
        by = {row.row: row for row in rows}
        titles = [Column(text("importing.line_column"), 52), Column(text("importing.what"), 104)]
        wide = spread(widths(rows, columns), self._frame.width() - look().px(160))
        titles += [
            Column(f"“{name}”" if name else "", width)
            for name, width in zip(columns.header, wide, strict=True)
        ]
        model: TableModel[PreviewRow] = TableModel(
            titles,
            lambda keys: {key: by[key] for key in keys if key in by},
            lambda row: table_row(row, columns),
        )
        old, self.table = self.table, Table(text("importing.table"), model)
        self.head = MeaningsHead(self.table, self._mean)
        self.table.setHorizontalHeader(self.head)
        self.table.setProperty("region", "true")
        self.head.show_columns(columns)
        layout = self._frame.layout()
        if layout is not None:
            if old is not None:
                layout.removeWidget(old)
                old.hide()
                old.deleteLater()
            layout.addWidget(self.table)
        self._filter()
        self.table.measure()
        self.head.place()

    def _filter(self) -> None:
        if self.table is None or self._preview is None or self.filter is None:
            return
        state = self.filter.code
        keys = [row.row for row in self._preview.rows if state in ("all", state_of(row))]
        self.table.table_model.show_keys(keys)

    def _go_to(self, row: int) -> None:
        """Show the row that a reason is about."""
        if self.filter is not None and self.table is not None:
            self.filter.choose("all")
            self._filter()
            self.table.point_at(row)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Applying.

    def apply(self) -> None:
        """Write it as one step; the notice bar offers Undo."""
        source, office = self._source, self.session.office
        if source is None or not self.apply_button.isEnabled():
            return
        if self.asked.alive.problem:
            self.session.say(self.asked.alive.problem, "soon")
            self.asked.alive.setFocus()
            return
        alive_from = self.asked.alive.day
        self.apply_button.setEnabled(False)
        self.header.show_title(text("page.import"), sub=text("importing.writing", file=source.name))

        def applied(done: Applied) -> None:
            self._compare(source)
            if done.step is None:
                self.session.say(text("import.nothing_to_write"))

        def failed(fault: BaseException) -> None:
            self.session.say(in_words(fault), "late")
            self._compare(source)

        def write(way_back: Outcome | None) -> None:
            if way_back is not None and way_back.fault:
                self.session.say(way_back.fault, "late")
            self.session.do(
                lambda: bringing.apply(office, source, alive_from),
                applied,
                otherwise=failed,
                owner=self,
            )

        self.session.tasks.work(
            lambda _: backups.make_before(office, "import"),
            write,
            otherwise=lambda _: write(None),
            owner=self,
        )


def _kinds() -> list[tuple[str, str]]:
    return [(one.value, text(f"importing.kind.{one.value}")) for one in ListKind]
