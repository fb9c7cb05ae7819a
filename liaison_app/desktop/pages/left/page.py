"""The export ledger: readable copies on this computer first, each with Delete; then whatever else left.

Files are deleted after one question, and only while they still are what was written; the entries stay.
"""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.frame.header import Header
from liaison_app.desktop.lists.row_list import RowList
from liaison_app.desktop.lists.rows_model import RowsModel
from liaison_app.desktop.page import Page
from liaison_app.desktop.pages.left.rows import left_row, name_of
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Card, Panel
from liaison_app.desktop.parts.empty import EmptyState
from liaison_app.desktop.parts.layout import STRETCH, across, down
from liaison_app.desktop.parts.row import Row
from liaison_app.desktop.parts.text import Icon, Paragraph
from liaison_app.desktop.session import Session, Step
from liaison_app.services import what_left
from liaison_app.services.what_left import Cleaned, LeftFile, There, Told
from liaison_app.system.messages import text

_MOST = 6
"""Readable copies that have rows with buttons of their own at once; the others follow in the list."""

_NAMED = 3


class LeftPage(Page):
    """What left this office as readable files."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, text("page.left"))
        self.header = Header()
        self.delete_all = Button(text("left.delete_all", count=0), icon="bin")
        self.delete_all.clicked.connect(lambda: self._ask(self._deletable))
        self.header.add(self.delete_all)
        self.question = _Question()
        self.here = Card(text("left.here"), icon="eye")
        self.here.setProperty("region", "true")
        self.others = RowsModel()
        self.rest = Card(text("left.rest"), icon="export")
        self.rest.setProperty("region", "true")
        self.list = RowList(text("left.rest"), self.others)
        self.rest.add(self.list, 1)
        self._arrived = False
        self._deletable: list[LeftFile] = []
        body = down(self.question, self.here, (self.rest, 1), gap=16, margins=(24, 0, 24, 16))
        self.setLayout(down(self.header, (body, 1), gap=0))
        self.header.show_title(text("page.left"))

    def come(self, about: str) -> None:
        """Be shown, looked at anew: a file may have gone since."""
        self.question.hide()
        self._arrived = True
        self.look()

    def refresh(self, step: Step | None) -> None:
        """Something may have left."""
        self.look()

    def look(self) -> None:
        """Look where everything is now."""
        office, tasks = self.session.office, self.session.tasks

        def look(files: Sequence[Told]) -> None:
            tasks.look(lambda: what_left.look_at(files), self._show, owner=self, slot="left")

        tasks.read(lambda: what_left.told(office), look, owner=self, slot="told")

    def _show(self, found: Sequence[LeftFile]) -> None:
        today, zone = self.session.today, self.session.zone
        here = [one for one in found if one.is_readable_here]
        self._deletable = [one for one in here if one.there is There.AS_WRITTEN]
        self.header.show_title(text("page.left"), sub=what_left.readable_words(len(here)))
        count = len(self._deletable)
        self.delete_all.say(text("left.delete_all", count=count))
        self.delete_all.setVisible(count > 1)
        rows: list[QWidget] = [self._row(one) for one in here[:_MOST]]
        self.here.count(str(len(here)) if here else "")
        nothing = EmptyState(
            text("left.none_here" if found else "left.none_yet"), text("left.none_more")
        )
        self.here.show_rows(rows or [nothing])
        others = [*here[_MOST:], *(one for one in found if not one.is_readable_here)]
        self.rest.setVisible(bool(others))
        self.rest.count(f"{len(others):,}")
        self.others.show_rows([(one.n, left_row(one, today, zone)) for one in others])
        self.list.measure()
        if self._arrived:  # nothing that deletes has the focus when one comes
            (self.list if others else self).setFocus()
            self._arrived = False

    def _row(self, one: LeftFile) -> Row:
        button = None
        if one.there is There.AS_WRITTEN:
            button = Button(text("left.delete"), icon="bin", small=True)
            button.clicked.connect(lambda: self._ask([one]))
        shown = left_row(one, self.session.today, self.session.zone)
        return Row(shown, pressable=False, button=button)

    def _ask(self, files: Sequence[LeftFile]) -> None:
        names = [name_of(one) for one in files]
        self.question.ask(names, lambda: self._clean([one.n for one in files]))

    def _clean(self, numbers: Sequence[int]) -> None:
        office = self.session.office
        self.session.do(lambda: what_left.clean(office, numbers), self._cleaned, owner=self)

    def _cleaned(self, done: Cleaned) -> None:
        self.look()
        self.session.left.emit()
        if done.left:
            names = ", ".join(name_of(one) for one in done.left)
            words = text("left.some_left", count=len(done.deleted), names=names)
            self.session.say(words, "soon")
        else:
            self.session.say(text("left.all_deleted", count=len(done.deleted)), "good")


class _Question(Panel):
    """Asks once, with what it would be about; what stays is the answer in focus."""

    def __init__(self) -> None:
        super().__init__("surface", "soft_line")
        self.setAccessibleName(text("left.question"))
        self._words = Paragraph("", "body", "text", bold=True)
        self._more = Paragraph(text("left.question_more"), "small", "text2")
        self._do = Button(text("left.delete"), icon="bin")
        self._keep = Button(text("left.keep"))
        self._does: Callable[[], object] = lambda: None
        self._do.clicked.connect(self._answer)
        self._keep.clicked.connect(self.hide)
        words = down(self._words, self._more, across(self._do, self._keep, STRETCH, gap=8), gap=6)
        icon = down(Icon("warn", "soon"), STRETCH)
        self.setLayout(across(icon, (words, 1), gap=12, margins=16))
        self.hide()

    def ask(self, names: Sequence[str], does: Callable[[], object]) -> None:
        """Show it; ``does`` is called if the answer is to delete."""
        self._does = does
        shown = ", ".join(names[:_NAMED])
        if len(names) > _NAMED:
            shown += text("left.and_more", count=len(names) - _NAMED)
        self._words.setText(text("left.ask", names=shown))
        self._do.say(text("left.delete_n", count=len(names)))
        self.show()
        self._keep.setFocus()

    def _answer(self) -> None:
        self.hide()
        self._does()
