"""After an office is made: its recovery sheet, printed or saved, or a clear word that there is none."""

import hashlib
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from liaison_app.desktop.outgoing.choosing import Chooser
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Panel
from liaison_app.desktop.parts.layout import STRETCH, across, down, emptied
from liaison_app.desktop.parts.notice import MessageBox
from liaison_app.desktop.parts.segmented import Switch
from liaison_app.desktop.parts.text import Line, Paragraph
from liaison_app.desktop.tasks import in_words
from liaison_app.desktop.welcome import recovery
from liaison_app.desktop.welcome.sheet import in_the_middle
from liaison_app.domain.errors import Refusal
from liaison_app.services.office import Office
from liaison_app.services.outgoing.leaving import (
    Leaving,
    enter_print,
    take_back_print,
    write_out,
)
from liaison_app.services.recovery_sheets import RecoverySheet, recovery_sheet
from liaison_app.system.messages import text


class KeepSheet(QWidget):
    """``kept(office)`` once the sheet is on paper or in a file, or the officer accepts to have none."""

    kept = Signal(object)

    def __init__(self, choose: Chooser | None = None) -> None:
        super().__init__()
        self.choose = choose or Chooser()
        self._office: Office | None = None
        self._sheet: RecoverySheet | None = None
        self.setAccessibleName(text("recovery.title"))
        self._code = down(gap=2)
        self._said = Paragraph("", "body", "soon")
        self.message = MessageBox("")
        self.accept = Switch(text("create.accept"))
        self.accept.toggled.connect(lambda _: self._may_go())
        self.state = Line(text("create.no_sheet"), "small", "soon")
        self.go = Button.primary(text("create.open"), "check")
        self.go.clicked.connect(self._keep)
        self._lay_out()

    def show_office(self, office: Office, said: str = "", *, first: bool = True) -> None:
        """Make the sheet of an office. ``first``: it has none yet; ``said``: what else is to know."""
        self._office = office
        self._sheet = recovery_sheet(office)
        emptied(self._code)
        for line in recovery.code_lines(self._sheet.code):
            self._code.addWidget(Line(line, "title", bold=True))
        fingerprint = text("recovery.fingerprint", fingerprint=self._sheet.fingerprint)
        self._code.addSpacing(8)
        self._code.addWidget(Line(fingerprint, "small", "text3"))
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self._made = not first
        self.state.show_words(text("create.no_sheet") if first else "", "soon")
        self.accept.setChecked(False)
        self.accept.setVisible(first)
        self._may_go()
        self._print.setFocus()

    @property
    def code(self) -> str:
        """The recovery code; empty before ``show_office``."""
        return self._sheet.code if self._sheet is not None else ""

    def save_sheet(self, target: Path) -> None:
        """Save it as a PDF, entered in the export ledger: it opens the office."""
        if self._sheet is None or self._office is None:
            return
        try:
            sheet = recovery.as_pdf(self._sheet)
            write_out(self._office, target, sheet, Leaving("recovery_sheet"))
        except Refusal as refusal:
            self.message.say(in_words(refusal))
            return
        self._done(text("create.sheet_saved", name=target.name))

    def forget(self) -> None:
        """Show the code no longer."""
        self._office = self._sheet = None
        emptied(self._code)

    def _lay_out(self) -> None:
        self._print = Button(text("create.print"), icon="print")
        self._print.clicked.connect(self._ask_printer)
        save = Button(text("create.save"), icon="save")
        save.clicked.connect(self._ask_file)
        code = Panel("sunken")
        code.setLayout(down(Line(text("recovery.code"), "small", "text2"), self._code, margins=14))
        body = down(
            Line(text("recovery.title"), "display", bold=True),
            Paragraph(text("create.sheet"), "body", "text2"),
            self._said,
            code,
            across(self._print, save, (self.state, 1)),
            self.accept,
            self.message,
            across(STRETCH, self.go),
            gap=14,
            margins=(40, 30, 40, 28),
        )
        self.setLayout(in_the_middle(body, 640))

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, text("create.save"), "recovery-sheet.pdf", "PDF (*.pdf)"
        )
        if name:
            self.save_sheet(Path(name))

    def _ask_printer(self) -> None:
        printer = self.choose.printer(self, text("recovery.title"))
        if printer is not None and printer.outputFileName():
            self.save_sheet(Path(printer.outputFileName()))
        elif printer is not None:
            self._print_on(printer)

    def _print_on(self, printer: QPrinter) -> None:
        sheet, office = self._sheet, self._office
        if sheet is None or office is None:
            return
        digest = hashlib.sha256(recovery.as_pdf(sheet)).hexdigest()
        try:
            number = enter_print(office, digest, Leaving("recovery_sheet"), printer.printerName())
        except Refusal as refusal:
            self.message.say(in_words(refusal))
            return
        printer.setFullPage(True)
        if recovery.draw(sheet, printer, printer.resolution()):
            self._done(text("create.sheet_printed"))
        else:
            take_back_print(office, number)
            self.message.say(text("create.sheet_not_printed"))

    def _done(self, words: str) -> None:
        self.message.say("")
        self.state.show_words(words, "good")
        self._made = True
        self._may_go()

    _made = False

    def _may_go(self) -> None:
        may = self._made or self.accept.isChecked()
        self.go.setEnabled(may)
        self.go.setToolTip("" if may else text("create.sheet_first"))

    def _keep(self) -> None:
        office = self._office
        self.forget()
        if office is not None:
            self.kept.emit(office)
