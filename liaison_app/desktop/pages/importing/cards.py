"""Under the rows: what is refused and why, what must be said, what Apply does."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from liaison_app.desktop.look.ink import Ink
from liaison_app.desktop.look.look import look
from liaison_app.desktop.pages.importing.rows import QUESTION, reason_of, state_of
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.parts.form import FormGrid
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down, scrolling
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.parts.row import Row, RowData
from liaison_app.desktop.parts.text import Paragraph
from liaison_app.desktop.records.date_field import DateField
from liaison_app.interchange.given_map import GivenMap
from liaison_app.services.imports.preview import Preview, PreviewRow, State
from liaison_app.system.messages import text

_TONES = {"new": "good", "changed": "accent", "same": "line2", QUESTION: "soon", "refused": "late"}
STATES = tuple(_TONES)


class StateBar(QWidget):
    """How many rows of each state, as one bar; the choices below say it in words."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show them."""
        self._counts = counts
        self.setAccessibleName(
            ", ".join(f"{text(f'importing.{state}')} {counts.get(state, 0)}" for state in STATES)
        )
        self.update()

    def sizeHint(self) -> QSize:
        """A thin bar."""
        return QSize(100, look().px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A piece for each state that has rows."""
        whole = sum(self._counts.values())
        with QPainter(self) as painter:
            ink, x = Ink(painter, QRectF(self.rect())), 0.0
            for state, tone in _TONES.items():
                share = self._counts.get(state, 0) / whole if whole else 0.0
                if share:
                    wide = max(share * self.width() - 2, 3)
                    ink.box(QRectF(x, 0, wide, self.height()), tone, None, 2)
                    x += wide + 2


class Refused(Card):
    """Why rows stay outside, a reason each; ``shown(row)`` to go to the first row of one."""

    shown = Signal(int)

    def __init__(self) -> None:
        super().__init__(text("importing.refused_why"))
        self._lines = down(gap=0)
        area = scrolling(boxed(down(self._lines, STRETCH, gap=0)), text("importing.refused_why"))
        self.add(area, 1)

    def show_rows_of(self, rows: Sequence[PreviewRow]) -> None:
        """Group the rows by their reason."""
        groups: dict[str, list[PreviewRow]] = {}
        for row in rows:
            if row.state is State.REFUSED:
                groups.setdefault(row.reasons[0].code if row.reasons else "", []).append(row)
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for group in groups.values():
            self._lines.addWidget(self._reason(group))
        if not groups:
            fine = Paragraph(text("importing.none_refused"), "small", "text3")
            fine.setContentsMargins(15, 10, 12, 0)
            self._lines.addWidget(fine)
        count = sum(map(len, groups.values()))
        self.count(
            text("importing.row" if count == 1 else "importing.rows", count=count) if count else ""
        )

    def _reason(self, group: Sequence[PreviewRow]) -> Row:
        first = group[0]
        asked = state_of(first) == QUESTION
        numbers = ", ".join(str(row.row) for row in group[:4])
        code = "importing.line" if len(group) == 1 else "importing.lines"
        more = "…" if len(group) > 4 else ""
        data = RowData(
            reason_of(first),
            sub=text(code, numbers=numbers + more, count=len(group)),
            icon="help" if asked else "block",
            icon_tone="soon" if asked else "late",
        )
        row = Row(data, pad=14)
        row.clicked.connect(lambda: self.shown.emit(first.row))
        return row


class Asked(Card):
    """What the list itself doesn't say. ``answered`` when it is to be read again with another answer."""

    answered = Signal()

    def __init__(self, today: date) -> None:
        super().__init__(text("importing.asked"))
        self.order = Pick(
            "",
            [
                ("", text("importing.order_as_read")),
                ("day", text("importing.day_first")),
                ("month", text("importing.month_first")),
            ],
        )
        self.year = Field("", hint=text("importing.year_hint"))
        self.alive = DateField("", today, whole=True)
        form, alive = FormGrid(2), FormGrid(1)
        form.field(text("importing.order"), self.order)
        form.field(text("importing.year"), self.year)
        alive.field(text("importing.alive"), self.alive)
        self._note = Paragraph("", "micro", "text3")
        below = across((alive, 1), (self._note, 1))
        self.add(boxed(down(form, below, STRETCH, gap=6, margins=(14, 8, 14, 6))), 1)
        self.order.picked.connect(lambda _: self.answered.emit())
        self.year.editingFinished.connect(self._year)
        self.alive.textChanged.connect(lambda _: self._say())
        self._promises, self._given = 0, ""

    @property
    def day_first(self) -> bool | None:
        """Whether 3/4 is 3 April; None if nobody said."""
        return {"day": True, "month": False}.get(self.order.code)

    @property
    def year_given(self) -> int | None:
        """The year of dates without one; None if nobody said."""
        typed = self.year.text().strip()
        return (
            int(typed)
            if typed.isascii() and typed.isdigit() and 1800 <= int(typed) < 2200
            else None
        )

    def show_given(self, given: GivenMap) -> None:
        """Show what was said already."""
        orders = {True: "day", False: "month", None: ""}
        self.order.choose(orders[given.day_first])
        self.year.setText(str(given.year or ""))

    def show_preview(self, preview: Preview) -> None:
        """Mark the questions that rows wait for."""
        codes = {one.code for row in preview.rows for one in row.reasons}
        needs_year = codes & {"date.which_year", "date.day_or_year"}
        if needs_year and self.year_given is None:
            self.year.settle(text("importing.which"))
        self._promises = preview.promises
        open_ = [code for code in ("date.which_order", *sorted(needs_year)) if code in codes]
        self.count(text("importing.questions", count=len(open_)) if open_ else "")
        self.alive.setEnabled(bool(preview.promises))
        self._say()

    def _say(self) -> None:
        if not self._promises:
            self._note.setText(text("importing.no_promises"))
        elif self.alive.day is None:
            self._note.setText(text("importing.all_unreviewed", count=self._promises))
        else:
            self._note.setText(text("importing.older_unreviewed"))

    def _year(self) -> None:
        typed = self.year.text().strip()
        if typed and self.year_given is None:
            self.year.refuse(text("importing.no_year"))
        elif typed != self._given:
            self.year.read_as("")
            self._given = typed
            self.answered.emit()


class WhatApplyDoes(Card):
    """How many rows are written, left, kept aside; and that one undo takes it back."""

    def __init__(self) -> None:
        super().__init__(text("importing.does"))
        self._words = Paragraph("", "small", "text2")
        undo = RowData(text("importing.undo_later"), icon="undo", icon_tone="accent")
        self.add(boxed(down(self._words, margins=(15, 10, 14, 4))))
        self.add(Row(undo, pressable=False, pad=14))
        self.end_with_air()

    def show_preview(self, preview: Preview) -> None:
        """Say it of this list."""
        written = preview.count(State.NEW) + preview.count(State.CHANGED)
        code = "importing.writes" if written else "importing.writes_nothing"
        sentences = [text(code, count=written, promises=preview.promises)]
        for code, count in (
            ("importing.leaves", preview.count(State.SAME)),
            ("importing.keeps_out", preview.count(State.REFUSED)),
            ("importing.aside", preview.empty + len(preview.notes)),
        ):
            if count:
                sentences.append(text(code, count=count))
        self._words.setText(" ".join(sentences))
