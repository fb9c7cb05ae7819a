"""The export page: for whom, from when to when, what is in it; then one workbook, entered in the ledger."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from liaison_app.desktop.frame.header import Header
from liaison_app.desktop.look.look import look
from liaison_app.desktop.outgoing.audience_field import AudienceField
from liaison_app.desktop.outgoing.choosing import Chooser
from liaison_app.desktop.outgoing.left_out import LeftOut
from liaison_app.desktop.page import Page
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.form import FormGrid
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down, scrolling
from liaison_app.desktop.parts.progress import Progress
from liaison_app.desktop.parts.row import Row, RowData
from liaison_app.desktop.parts.text import Paragraph
from liaison_app.desktop.records.date_field import DateField
from liaison_app.desktop.session import Session, Step
from liaison_app.desktop.tasks import in_words
from liaison_app.domain.audience import Reader
from liaison_app.system.messages import text
from liaison_app.system.worker.job import Do
from liaison_app.system.worker.watch import Cancelled, Watch

if TYPE_CHECKING:
    from liaison_app.services.export_preview import Contents
    from liaison_app.services.exports import Export

_ICONS = {
    "Jurisdictions": "jurisdiction",
    "Organizations": "organization",
    "Contacts": "people",
    "Tenures": "office",
    "Trips": "trip",
    "Engagements": "engagement",
    "Participants": "person",
    "Commitments": "commitment",
}


class ExportPage(Page):
    """Counts what would be in the workbook whenever something is chosen; ``save`` writes it."""

    def __init__(self, session: Session, choose: Chooser | None = None) -> None:
        super().__init__(session, text("page.export"))
        self.choose = choose or Chooser()
        self.header = Header()
        self.audience = AudienceField(session, Reader.HQ)
        self.first = DateField("", session.today)
        self.last = DateField("", session.today)
        self.inside = Card(text("exporting.inside"), icon="sheet")
        self.left_out = LeftOut()
        self.progress = Progress(text("exporting.progress"), text("exporting.cancel_leaves"))
        self.progress.end()
        self._writing: Watch | None = None
        self._lay_out()
        self.audience.chosen.connect(self.count)
        self.progress.cancelled.connect(self._give_up)
        for field in (self.first, self.last):
            field.editingFinished.connect(self.count)

    def _lay_out(self) -> None:
        self.save_button = Button.primary(text("exporting.save"), "save", tip="Ctrl+Enter")
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self.save)
        self.header.add(self.save_button)
        self.header.show_title(text("page.export"), sub=text("exporting.sub"))
        form = FormGrid(2, gap=8)
        form.field(text("exporting.from"), self.first)
        form.field(text("exporting.to"), self.last)
        note = Paragraph(text("exporting.period_note"), "micro", "text3")
        asked = Card(text("exporting.asked"), icon="export")
        asked.setProperty("region", "true")
        asked.add(boxed(down(self.audience, form, note, gap=8, margins=(15, 10, 15, 14))))
        asked.end_with_air()
        self.inside.end_with_air()
        self.inside.setProperty("region", "true")
        columns = across(
            boxed(down(asked, STRETCH), width=look().px(320)),
            (down(self.inside, STRETCH), 3),
            (down(self.left_out, STRETCH), 2),
            gap=16,
        )
        body = boxed(down(self.progress, columns, STRETCH, margins=(24, 0, 24, 12)))
        self.setLayout(down(self.header, (scrolling(body, text("page.export")), 1), gap=0))

    # What the window asks of a page.

    def come(self, about: str) -> None:
        """Be shown, with counts of now."""
        self.audience.pick.setFocus()
        self.count()

    def refresh(self, step: Step | None) -> None:
        """Records have changed: count anew."""
        self.count()

    def able(self) -> frozenset[str]:
        """Save, once it is known what would be written."""
        return frozenset({"save"} if self.save_button.isEnabled() else ())

    def act(self, action: str) -> None:
        """Do it."""
        self.save()

    # Counting and writing.

    def count(self) -> None:
        """Say what would be in it."""
        office, audience = self.session.office, self.audience.audience
        self.save_button.setEnabled(False)
        problem = self.first.problem or self.last.problem
        if audience is None or problem:
            self._say_nothing_yet(problem or text("preview.name_partner"))
            return
        first, last = self._period

        def counted() -> "Contents":
            from liaison_app.services.export_preview import (  # noqa: PLC0415 - slow to import
                period_of,
                workbook_contents,
            )

            return workbook_contents(office, audience, period_of(first, last))

        self.session.tasks.read(
            counted, self._show, otherwise=self._refused, owner=self, slot="contents"
        )

    def _say_nothing_yet(self, why: str) -> None:
        """No counts stand for a choice that isn't complete."""
        said = Paragraph(why, "small", "text3")
        said.setContentsMargins(15, 10, 12, 10)
        self.inside.say(text("exporting.inside"))
        self.inside.show_rows([said])
        self.left_out.show_left_out(self.audience.words, {}, {}, ours=True)
        self.left_out.hide()

    @property
    def _period(self) -> tuple[date | None, date | None]:
        """From the first day of what was typed to the last."""
        first = self.first.when.first if self.first.when is not None else None
        return first, self.last.day

    def _show(self, found: "Contents") -> None:
        rows = [
            Row(
                RowData(text(f"exporting.sheet.{name}"), right=f"{count:,}", icon=_ICONS[name]),
                pressable=False,
            )
            for name, count in found.rows.items()
        ]
        whole = sum(found.rows.values())
        self.inside.say(text("exporting.inside"), text("exporting.rows", count=whole))
        nothing = Paragraph(text("exporting.nothing"), "small", "text3")
        nothing.setContentsMargins(15, 10, 12, 10)
        self.inside.show_rows(rows or [nothing])
        audience = self.audience.audience
        self.left_out.show_left_out(
            self.audience.words,
            found.rows_left_out,
            found.cells_left_out,
            ours=audience is not None and audience.is_ours,
        )
        self.left_out.show()
        self.save_button.setEnabled(True)

    def _refused(self, fault: BaseException) -> None:
        self.session.say(in_words(fault), "late")

    def save(self) -> None:
        """Write the workbook where the person says, and enter it in the ledger."""
        office, audience = self.session.office, self.audience.audience
        if audience is None or not self.save_button.isEnabled():
            return
        name = f"{office.path.stem}-{audience.reader.value}-{self.session.today.isoformat()}.xlsx"
        path = self.choose.save(self, text("exporting.save_title"), name, text("exporting.kind"))
        if path is None:
            return
        first, last = self._period
        self.save_button.setEnabled(False)
        self.progress.begin()

        def write(do: Do) -> "Export":
            from liaison_app.services.export_preview import period_of  # noqa: PLC0415 - slow
            from liaison_app.services.exports import export_workbook  # noqa: PLC0415 - slow

            now = office.clock.now().replace(microsecond=0)
            return export_workbook(office, path, audience, period_of(first, last), now, do)

        self._writing = self.session.tasks.work(
            write,
            lambda done: self._written(path, done),
            otherwise=self._not_written,
            owner=self,
            tell=self.progress.show_done,
            to_the_end=True,
        )

    def _give_up(self) -> None:
        if self._writing is not None:
            self._writing.cancel()

    def _written(self, path: Path, done: "Export") -> None:
        self.progress.end()
        self.save_button.setEnabled(True)
        self.session.left.emit()
        count = sum(done.rows.values())
        words = text("exporting.saved", path=path.name, count=count, size=max(1, done.size // 1024))
        self.session.say(words, "good")

    def _not_written(self, fault: BaseException) -> None:
        self.progress.end()
        self.save_button.setEnabled(True)
        if isinstance(fault, Cancelled):
            self.session.say(text("exporting.given_up"))
        else:
            self.session.say(in_words(fault), "late")
