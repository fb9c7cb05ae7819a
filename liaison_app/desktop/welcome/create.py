"""Making an office: whose it is, where its file is, its passphrase twice."""

from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QStandardPaths, QTimeZone, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.parts.form import FormGrid
from liaison_app.desktop.parts.layout import STRETCH, across, down
from liaison_app.desktop.parts.notice import MessageBox
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.parts.text import Line
from liaison_app.desktop.records.words import label
from liaison_app.desktop.tasks import Tasks, in_words
from liaison_app.desktop.welcome.mark import Mark
from liaison_app.desktop.welcome.new_passphrase import NewPassphrase
from liaison_app.desktop.welcome.sheet import in_the_middle
from liaison_app.domain.codes import LISTS
from liaison_app.services import moving_in
from liaison_app.services.office import Founding, Office, Profile, found_office
from liaison_app.system.clock import Clock
from liaison_app.system.messages import text


class Create(QWidget):
    """``made(office)`` when it's made, for its recovery sheet comes next; ``left`` to go back."""

    made = Signal(object)
    left = Signal()

    def __init__(self, tasks: Tasks, clock: Clock, profile: Profile) -> None:
        super().__init__()
        self._tasks, self._clock, self._profile = tasks, clock, profile
        self._making = False
        self.setAccessibleName(text("create.title"))
        self._make_fields()
        self.message = MessageBox("")
        self.make = Button.primary(text("create.make"), "check")
        self.make.clicked.connect(self.found)
        self._lay_out()

    def begin(self) -> None:
        """Put the focus into the first field."""
        self.officer.setFocus()

    @property
    def path(self) -> Path:
        """Where the office will be."""
        return Path(self.file.text().strip())

    def found(self) -> None:
        """Make the office, off the window's thread, unless something needs a person first."""
        problem = self._problem()
        self.message.say(problem)
        if problem or self._making:
            return
        self._making = True
        self.make.setEnabled(False)
        self.make.say(text("create.making"))
        path, typed, founding = self.path, self.secret.typed, self._founding()
        self._tasks.write(
            lambda: found_office(path, typed, founding, self._clock, self._profile),
            self._done,
            otherwise=self._refuse,
            owner=self,
        )

    def _make_fields(self) -> None:
        self.officer, self.office, self.home = (Field("") for _ in range(3))
        self.country, self.zone, self.file = (Field("") for _ in range(3))
        self.kind = Pick(
            "",
            [(code, label("jurisdiction_kind", code)) for code in LISTS["jurisdiction_kind"]],
            current="city",
        )
        found = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        self.zone.setText(found or "UTC")
        self.secret = NewPassphrase(text("unlock.passphrase"))
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = Path(folder or Path.home())
        self.office.textChanged.connect(self._name_file)
        self.file.textChanged.connect(lambda _: self._look_at_place())
        self.file.textEdited.connect(lambda _: self.office.textChanged.disconnect(self._name_file))

    def _lay_out(self) -> None:
        whose = FormGrid(columns=2)
        whose.field(text("form.officer"), self.officer)
        whose.field(text("form.office"), self.office)
        whose.field(text("form.home"), self.home, note=text("note.home"))
        whose.field(text("form.home_kind"), self.kind)
        whose.field(text("form.zone"), self.zone, note=text("note.zone"))
        whose.field(text("form.country"), self.country, note=text("note.country"))
        where = FormGrid()
        where.field(text("form.file"), self.file)
        local = Button(text("create.local"), small=True)
        local.clicked.connect(self._make_it_here)
        self.shared = MessageBox("", "soon", button=local)
        choose = Button(text("create.choose"))
        choose.clicked.connect(self._choose)
        leave = Button(text("create.leave"))
        leave.clicked.connect(self.left)
        head = across(
            Mark(),
            (
                down(
                    Line(text("create.title"), "display", bold=True),
                    Line(text("create.sub"), "small", "text3"),
                    gap=0,
                ),
                1,
            ),
            gap=14,
        )
        body = down(
            head,
            4,
            whose,
            self.secret,
            across((where, 1), down(STRETCH, choose)),
            self.shared,
            self.message,
            across(STRETCH, leave, self.make),
            STRETCH,
            gap=12,
            margins=(40, 26, 40, 22),
        )
        self.setLayout(in_the_middle(body, 760))

    def _problem(self) -> str:
        for field, name in (
            (self.officer, "officer"),
            (self.office, "office"),
            (self.home, "home"),
        ):
            if not field.text().strip():
                field.setFocus()
                return text("office.name_missing", what=name)
        secret = self.secret.problem
        if secret:
            return secret
        if not self.file.text().strip():
            return text("create.no_file")
        try:
            ZoneInfo(self.zone.text().strip() or "UTC")
        except (KeyError, ValueError, OSError):
            self.zone.setFocus()
            return text("zone.unknown", zone=self.zone.text())
        return ""

    def _founding(self) -> Founding:
        return Founding(
            officer=self.officer.text(),
            office=self.office.text(),
            home=self.home.text(),
            kind=self.kind.code,
            zone=self.zone.text().strip() or "UTC",
            country=self.country.text().strip().upper() or None,
        )

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, text("form.file"), self.file.text(), f"{text('unlock.files')} (*.liaison)"
        )
        if name:
            self.file.setText(name if name.endswith(".liaison") else f"{name}.liaison")

    def _name_file(self) -> None:
        kept = "".join(one if one.isalnum() else "-" for one in self.office.text().strip().lower())
        name = "-".join(part for part in kept.split("-") if part)
        self.file.setText(str(self._folder / f"{name}.liaison") if name else "")

    def _look_at_place(self) -> None:
        """Say so if the office would lie where others write too."""
        path = self.path
        self._tasks.read(
            lambda: moving_in.warning(path) if path.name else "",
            self.shared.say,
            owner=self,
            slot="place",
        )

    def _make_it_here(self) -> None:
        self.file.setText(str(moving_in.home_for(self.path)))

    def _done(self, office: Office) -> None:
        self._making = False
        self.secret.forget()
        self.made.emit(office)

    def _refuse(self, fault: BaseException) -> None:
        self._making = False
        self.make.setEnabled(True)
        self.make.say(text("create.make"))
        self.message.say(in_words(fault))
