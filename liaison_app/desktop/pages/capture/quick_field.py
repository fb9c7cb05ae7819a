"""The whole meeting in one line: underlined where it was understood, a chip for each piece; Enter fills the page."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from liaison_app.desktop.look.ink import Ink
from liaison_app.desktop.pages.capture.settling import said, which
from liaison_app.desktop.parts.chip import Chip
from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.parts.layout import across, down, emptied
from liaison_app.desktop.records.words import label
from liaison_app.desktop.session import Session
from liaison_app.domain.errors import Refusal
from liaison_app.services.capturing import offers
from liaison_app.services.capturing.offers import Meant
from liaison_app.services.capturing.quick_line import Piece, QuickLine, read_line
from liaison_app.services.capturing.reading_typed import day_of, read_day, read_due
from liaison_app.services.capturing.typed import TypedMeeting, TypedPromise
from liaison_app.system.messages import TEXTS, text


class QuickLineField(Field):
    """The line; ``pieces`` are underlined: solid where understood, dashed amber where somebody must say more."""

    def __init__(self) -> None:
        super().__init__(text("capture.quick"), hint=text("capture.quick_hint"), icon="edit")
        self.pieces: tuple[Piece, ...] = ()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, then its underlines."""
        super().paintEvent(event)
        if not self.pieces:
            return
        metrics, words = self.fontMetrics(), self.text()
        at = self.cursorRect().center().x()
        origin = at - metrics.horizontalAdvance(words[: self.cursorPosition()])
        base = (self.height() + metrics.capHeight()) / 2 + 4
        with QPainter(self) as painter:
            ink = Ink(painter, QRectF(self.rect()), mirrored=False)
            painter.setClipRect(self.rect().adjusted(8, 0, -8, 0))
            for piece in self.pieces:
                x = origin + metrics.horizontalAdvance(words[: piece.start])
                wide = metrics.horizontalAdvance(words[piece.start : piece.end])
                if piece.settled:
                    ink.fill(x, base, wide, 2, "accent")
                else:
                    for dash in range(0, wide, 8):
                        ink.fill(x + dash, base, min(5, wide - dash), 2, "soon")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the line, with Ctrl to the page."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True)
class _Reading:
    """How a piece was read, and its detail."""

    icon: str
    words: str
    detail: str = ""
    settled: bool = True

    def chip(self) -> Chip:
        """It as a chip."""
        return Chip.parsed(self.icon, self.words, self.detail, settled=self.settled)


class QuickEntry(QWidget):
    """``filled(line, meant)`` on Enter, once who and where were looked up; ``changed`` while it is typed."""

    filled = Signal(object, object)
    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("region", "true")
        self._session = session
        self._meant = Meant(None, ())
        self.line = QuickLineField()
        self._chips = QWidget()
        self._row = across(gap=6)
        self._chips.setLayout(self._row)
        self._chips.hide()
        self.setLayout(down(self.line, self._chips, gap=6))
        self.line.textChanged.connect(self._read)
        self.line.textEdited.connect(lambda _: self.changed.emit())
        self.line.returnPressed.connect(self._fill)

    @property
    def said(self) -> QuickLine:
        """What the line says as far as it is typed."""
        return read_line(self.line.text(), self._session.today)

    @property
    def typed(self) -> str:
        """The line as it stands."""
        return self.line.text()

    def put(self, typed: str) -> None:
        """Show a line."""
        self.line.setText(typed)

    def _read(self) -> None:
        found = self.said
        self.line.pieces = found.pieces
        self.line.read_as(text("capture.quick_enter") if found.pieces else "")
        office = self._session.office

        def known(meant: Meant) -> None:
            self._meant = meant
            self._show(found, meant)

        if found.who:
            self._session.tasks.read(
                lambda: offers.meant(office, found.who), known, owner=self, slot="meant"
            )
        else:
            known(Meant(None, ()))

    def _fill(self) -> None:
        """Once more from the office, so that Enter never outruns the lookup."""
        found, office = self.said, self._session.office
        if found.pieces:
            self._session.tasks.read(
                lambda: offers.meant(office, found.who),
                lambda meant: self.filled.emit(found, meant),
                owner=self,
                slot="fill",
            )

    def _show(self, found: QuickLine, meant: Meant) -> None:
        emptied(self._row)
        for reading in _fitting(self._readings(found, meant), self.width()):
            chip = reading.chip()
            chip.clicked.connect(self.line.setFocus)
            self._row.addWidget(chip)
        self._chips.setVisible(self._row.count() > 0)
        self._row.addStretch(1)

    def _readings(self, found: QuickLine, meant: Meant) -> list[_Reading]:
        readings = []
        if found.kind:
            words = TEXTS.get(f"capture.title.{found.kind}") or label("engagement_kind", found.kind)
            readings.append(_Reading("engagement", words))
        for words, row in meant.people:
            name = row.title if row is not None else text("capture.quick_add", name=words)
            native = row.native or "" if row is not None else ""
            readings.append(_Reading("person", name, native, settled=row is not None))
        if meant.place is not None:
            readings.append(_Reading("place", meant.place.title, meant.place.native or ""))
        if found.date or found.start:
            hours = "–".join(one for one in (found.start, found.end) if one)
            readings.append(_Reading("clock", self._day(found.date) or hours, hours))
        if found.venue:
            readings.append(_Reading("place", found.venue))
        for code, icon, direction in (("we", "out", "we_owe"), ("they", "in", "they_owe")):
            promises = [one for one in found.promises if one.direction == direction]
            if promises:
                due, settled = self._due(promises, found.date)
                words = text(f"capture.quick_{code}", count=len(promises))
                readings.append(_Reading(icon, words, due, settled=settled))
        return readings

    def _day(self, typed: str) -> str:
        try:
            return said(read_day(typed, self._session.today).when) if typed else ""
        except Refusal:
            return typed

    def _due(self, promises: list[TypedPromise], typed: str) -> tuple[str, bool]:
        """When the first that says so is due, or which it could be; and whether all are settled."""
        words, today = "", self._session.today
        day = day_of(TypedMeeting(date=typed), today) or today
        for promise in promises:
            try:
                reading = read_due(promise.due, day) if promise.due else None
            except Refusal:
                return promise.due, False
            if reading is not None and reading.when is None:
                return which([one.label() for one in reading.choices]), False
            if reading is not None:
                words = words or said(reading.when)
        return words, True


def _fitting(readings: list[_Reading], room: int) -> list[_Reading]:
    """One line of chips: where it is too long, the last ones give up their detail first, whole; questions last."""
    shown = list(readings)
    for at in sorted(range(len(shown)), key=lambda at: (not shown[at].settled, -at)):
        if sum(one.chip().sizeHint().width() + 6 for one in shown) <= room:
            break
        shown[at] = replace(shown[at], detail="")
    return shown
