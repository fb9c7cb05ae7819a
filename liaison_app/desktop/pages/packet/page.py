"""The packet page: asked for at left, shown as it prints in the middle, settled at right; saved or printed.

It is drawn by the worker and made into pictures off the window's thread; only the latest packet asked for is shown.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from liaison_app.desktop.frame.header import Header
from liaison_app.desktop.look.look import look
from liaison_app.desktop.outgoing.choosing import Chooser
from liaison_app.desktop.outgoing.left_out import LeftOut
from liaison_app.desktop.page import Page
from liaison_app.desktop.pages.packet.asking import Asking
from liaison_app.desktop.pages.packet.checks import BeforePrinting
from liaison_app.desktop.pages.packet.sheets import Sheets
from liaison_app.desktop.pages.packet.viewer import Viewer
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down, scrolling
from liaison_app.desktop.session import Session, Step
from liaison_app.desktop.tasks import in_words
from liaison_app.domain.kinds import Kind
from liaison_app.services.outgoing.leaving import take_back_print
from liaison_app.services.subjects import Subject, packet_subjects
from liaison_app.system.messages import text
from liaison_app.system.worker.job import Do

if TYPE_CHECKING:
    from liaison_app.services.packets.making import Made, Wish

PRINT_DOTS = 300
"""Dots an inch at which pages are printed: fine enough for 6 pt, 25 MB a page."""


LARGE = 1.15
"""Text larger than this leaves no room for a column at right: it goes under the one at left."""

_WIDEST = 340


@dataclass(frozen=True)
class _Ready:
    """A packet made for a wish, and its pages."""

    wish: "Wish"
    made: "Made"
    sheets: Sheets


class PacketPage(Page):
    """``come(ID)``: the packet of a trip or an engagement; without one, of what comes next."""

    def __init__(self, session: Session, choose: Chooser | None = None) -> None:
        super().__init__(session, text("page.packet"))
        self.choose = choose or Chooser()
        self.header = Header()
        self.asking = Asking(session)
        self.viewer = Viewer()
        self.before, self.left_out = BeforePrinting(), LeftOut()
        self._subjects: list[Subject] = []
        self._ready: _Ready | None = None
        self._wanted: UUID | None = None
        self._lay_out()
        self.asking.changed.connect(self.make)
        self.asking.turned.connect(self.viewer.turn_to)
        self.viewer.turned.connect(self.asking.point_at)
        self.viewer.wanted.connect(self._picture)

    def _lay_out(self) -> None:
        self.print_button = Button(text("preview.print"), icon="print", enabled=False)
        self.save_button = Button.primary(text("preview.save"), "save")
        self.save_button.setEnabled(False)
        self.print_button.clicked.connect(self.print_)
        self.save_button.clicked.connect(self.save)
        self.header.add(self.print_button, self.save_button)
        self.header.show_title(text("page.packet"))
        wide = min(look().px(252), _WIDEST)
        self.asking.setFixedWidth(wide)
        if look().scale > LARGE:
            self.asking.parts.setMinimumHeight(look().px(160))
            parts = (self.asking, self.before, self.left_out)
            sides: list[QWidget] = [
                scrolling(boxed(down(*parts, STRETCH, gap=12)), text("preview.what"))
            ]
        else:
            side = boxed(down(self.before, self.left_out, STRETCH, gap=12))
            sides = [self.asking, scrolling(side, text("preview.before_printing"))]
        for one in sides:
            one.setFixedWidth(wide + (0 if one is self.asking else 12))
            one.setProperty("region", "true")
        body = across(sides[0], (self.viewer, 1), *sides[1:], gap=12, margins=(24, 0, 24, 12))
        self.setLayout(down(self.header, (body, 1), gap=0))

    # What the window asks of a page.

    def come(self, about: str) -> None:
        """Show the packet of what is named, or of the next trip or meeting."""
        if about:
            self._wanted = UUID(about)
        self._learn()
        self.viewer.setFocus()

    def refresh(self, step: Step | None) -> None:
        """Records have changed: make it anew."""
        self._learn()

    def able(self) -> frozenset[str]:
        """Save it; preview it again."""
        return frozenset({"save", "packet"})

    def act(self, action: str) -> None:
        """Do one of them."""
        if action == "save":
            self.save()
        else:
            self.make()

    @property
    def record(self) -> tuple[Kind, UUID] | None:
        """Of what the packet is."""
        subject = self._subject
        return (subject.kind, subject.id) if subject is not None else None

    # Asking and showing.

    @property
    def _subject(self) -> Subject | None:
        return next((s for s in self._subjects if str(s.id) == self.asking.subject.code), None)

    def _learn(self) -> None:
        office, wanted = self.session.office, self._wanted

        def learned(found: list[Subject]) -> None:
            self._subjects = found
            chosen = str(wanted) if wanted is not None else self.asking.subject.code
            self.asking.subject.offer([(str(s.id), s.title, s.ref) for s in found], chosen)
            self.make()

        self.session.tasks.read(
            lambda: packet_subjects(office, wanted), learned, owner=self, slot="subjects"
        )

    def make(self) -> None:
        """Make the packet asked for and show it; what is shown stays until then."""
        subject, audience = self._subject, self.asking.audience.audience
        if subject is None:
            self.header.show_title(text("page.packet"), sub=text("preview.nothing"))
            return
        self._wanted = subject.id
        if audience is None:
            self.session.say(text("preview.name_partner"), "soon")
            return
        self.header.show_title(
            text("preview.title", title=subject.title), sub=text("preview.making", ref=subject.ref)
        )
        office, variant, paper = (
            self.session.office,
            self.asking.variant.code,
            self.asking.paper.code,
        )

        def made(do: Do) -> "tuple[Wish, Made]":
            from liaison_app.services.packets.making import (  # noqa: PLC0415 - slow to import
                Wish,
                make_packet,
            )

            now = office.clock.now().replace(microsecond=0)
            wish = Wish(
                subject.ref,
                "principal" if variant == "principal" else "staff",
                audience,
                now,
                "a4" if paper == "a4" else "letter",
            )
            return wish, make_packet(office, wish, do)

        self.session.tasks.work(
            made,
            self._open,
            otherwise=self._refused,
            owner=self,
            slot="packet",
            tell=lambda page, count: self._say_how_far(subject, page, count),
        )

    def _say_how_far(self, subject: Subject, page: int, count: int) -> None:
        sub = text("preview.drawing", ref=subject.ref, page=page, count=count)
        self.header.show_title(text("preview.title", title=subject.title), sub=sub)

    def _open(self, found: "tuple[Wish, Made]") -> None:
        wish, made = found
        self.session.tasks.read(
            lambda: _Ready(wish, made, Sheets(made.pdf)), self._show, owner=self, slot="sheets"
        )

    def _show(self, ready: _Ready) -> None:
        self._ready = ready
        filled = ready.made.filled
        packet = filled.packet
        paper = text(f"preview.{packet.paper}")
        count = text(
            "preview.pages_of", count=ready.made.pages, paper=paper, version=packet.version
        )
        named = ", ".join(filter(None, (packet.ref, packet.dates)))
        sub = ". ".join(filter(None, (named, count)))
        self.header.show_title(text("preview.title", title=packet.title), sub=sub)
        self.asking.show_parts(ready.sheets.parts)
        self.before.show_warnings(ready.made.warnings)
        self.left_out.show_left_out(
            self.asking.audience.words,
            filled.rows_left_out,
            filled.cells_left_out,
            ours=ready.wish.audience.is_ours,
        )
        self.viewer.show_sheets(ready.sheets.sizes)
        self.save_button.setEnabled(True)
        self.print_button.setEnabled(True)

    def _refused(self, fault: BaseException) -> None:
        self.header.show_title(text("page.packet"), sub=in_words(fault))
        self.session.say(in_words(fault), "late")

    def _picture(self, page: int, dots: float) -> None:
        ready = self._ready
        if ready is None:
            return

        def show(picture: QImage) -> None:
            self.viewer.show_picture(page, picture)

        self.session.tasks.read(
            lambda: ready.sheets.picture(page, dots), show, owner=self, slot="picture"
        )

    # Leaving the office.

    def save(self) -> None:
        """Save as PDF, and enter it in the ledger."""
        ready = self._ready
        if ready is None:
            return
        name = f"{ready.wish.ref}-packet-v{ready.made.filled.packet.version}.pdf"
        path = self.choose.save(self, text("preview.save_title"), name, text("preview.pdf"))
        if path is not None:
            self._save_as(path, ready)

    def _save_as(self, path: Path, ready: _Ready) -> None:
        office = self.session.office

        def keep() -> Path:
            from liaison_app.services.outgoing.targets import refuse_target  # noqa: PLC0415 - slow
            from liaison_app.services.packets.making import keep_packet  # noqa: PLC0415 - slow

            refuse_target(office, path)
            keep_packet(office, ready.made, ready.wish, path)
            return path

        def kept(path: Path) -> None:
            words = text("preview.saved", path=path.name, count=ready.made.pages)
            self.session.say(words, "good")
            self.session.left.emit()
            self.make()

        self.session.do(keep, kept, owner=self)

    def print_(self) -> None:
        """Print it on a printer of the machine, page by page; "to a file" saves it there whole."""
        ready = self._ready
        if ready is None:
            return
        title = text("preview.title", title=ready.made.filled.packet.title)
        printer = self.choose.printer(self, title)
        if printer is not None and printer.outputFileName():
            self._save_as(Path(printer.outputFileName()), ready)
        elif printer is not None:
            self._enter_print(printer, ready)

    def _enter_print(self, printer: QPrinter, ready: _Ready) -> None:
        office = self.session.office

        def enter() -> int:
            from liaison_app.services.packets.printed import enter_print  # noqa: PLC0415 - slow

            return enter_print(office, ready.made, ready.wish, printer.printerName())

        def entered(number: int) -> None:
            self.session.left.emit()
            self._print_on(printer, ready, number)

        self.session.do(enter, entered, owner=self)

    def _print_on(self, printer: QPrinter, ready: _Ready, number: int) -> None:
        first, last = printer.fromPage() or 1, printer.toPage() or ready.sheets.count
        painter = QPainter()
        dots = min(PRINT_DOTS, printer.resolution())
        office = self.session.office

        def page(at: int) -> Callable[[QImage], None]:
            def put(picture: QImage) -> None:
                if at == first - 1:
                    printer.setFullPage(True)
                    if not painter.begin(printer):
                        self.session.say(text("preview.not_printed"), "late")
                        self.session.do(lambda: take_back_print(office, number))
                        return
                else:
                    printer.newPage()
                area = printer.pageRect(QPrinter.Unit.DevicePixel)
                painter.drawImage(QRectF(0, 0, area.width(), area.height()), picture)
                self.session.say(text("preview.printing", page=at + 1, count=last), "neutral")
                if at + 1 < min(last, ready.sheets.count):
                    ask(at + 1)
                else:
                    painter.end()
                    done()

            return put

        def ask(at: int) -> None:
            self.session.tasks.read(lambda: ready.sheets.picture(at, dots), page(at), owner=self)

        def done() -> None:
            from liaison_app.services.packets.printed import say_printed  # noqa: PLC0415 - slow

            self.session.say(text("preview.printed", count=min(last, ready.sheets.count)), "good")
            self.session.do(lambda: say_printed(office, ready.made, ready.wish), owner=self)

        ask(first - 1)
