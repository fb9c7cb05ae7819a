"""The card of offices held over time: since, until, how fresh; each can be changed, ended, verified."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from liaison_app.desktop.look.ink import Run, name_runs
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down, scrolling
from liaison_app.desktop.parts.row import Row, RowData
from liaison_app.desktop.records.cards import quiet
from liaison_app.desktop.records.rows import office_words
from liaison_app.desktop.records.words import age_words, short_day
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services import offices
from liaison_app.services.editing import Done
from liaison_app.services.pages.person import PersonPage
from liaison_app.services.rows import OfficeHeld
from liaison_app.system.messages import text


class OfficesCard(Card):
    """The latest ``most`` tenures of a person. ``took_asked`` for a new one, ``change_asked(id)`` to edit one."""

    took_asked = Signal()
    change_asked = Signal(object)

    def __init__(self, session: Session, data: PersonPage, most: int | None = None) -> None:
        took = Button.quiet(text("tenure.took"), "plus")
        count = str(len(data.career)) if len(data.career) > 1 else ""
        super().__init__(text("person.offices"), count, icon="office", action=took)
        took.clicked.connect(self.took_asked)
        self._session = session
        rows: list[QWidget] = [self._row(held) for held in data.career[:most]]
        self.show_rows(rows or [quiet(text("tenure.none_more"))])

    def in_tab(self) -> QWidget:
        """The card as a part of the record by itself."""
        box = boxed(down(self, STRETCH, margins=(0, 6, 0, 0)))
        return scrolling(box, text("person.offices"))

    def _row(self, held: OfficeHeld) -> Row:
        today = self._session.today
        ended = held.end_on is not None and held.end_on < today
        words, tone = age_words(held.verified_on, today, held.term_ends_on)
        sub = [Run(_days(held, self._session, ended=ended))]
        if not ended:
            sub += [Run("; " if sub[0].text else ""), Run(words, tone, bool(tone))]
        verify = None
        if tone and not ended:
            verify = Button(text("fact.verify"), small=True)
            verify.setAccessibleDescription(office_words(held))
            verify.clicked.connect(lambda: self._verify(held))
        buttons = boxed(across(verify, self._more(held, ended=ended), gap=4))
        title = name_runs(office_words(held), held.native_title or "", bold=not ended)
        place, body = held.jurisdiction, held.organization
        row = Row(RowData(title, sub=sub), pressable=bool(place or body), button=buttons)
        if place is not None:
            row.clicked.connect(lambda: self._session.open_record(Kind.JURISDICTION, place.id))
        elif body is not None:
            row.clicked.connect(lambda: self._session.open_record(Kind.ORGANIZATION, body.id))
        return row

    def _more(self, held: OfficeHeld, *, ended: bool) -> Button:
        office, tenure = self._session.office, held.tenure_id
        button = Button.icon_only("more", text("tenure.more", title=office_words(held)))
        menu = QMenu(button)
        menu.setAccessibleName(button.accessibleName())
        menu.addAction(text("tenure.change"), lambda: self.change_asked.emit(tenure))
        if not ended:
            today = self._session.today
            menu.addAction(text("tenure.verify"), lambda: self._verify(held))
            menu.addAction(
                text("tenure.end_today"),
                lambda: self._do(lambda: offices.end(office, tenure, today)),
            )
        menu.addSeparator()
        menu.addAction(
            text("tenure.remove"), lambda: self._do(lambda: offices.remove_tenure(office, tenure))
        )
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
        return button

    def _verify(self, held: OfficeHeld) -> None:
        office, tenure = self._session.office, held.tenure_id
        self._do(lambda: offices.verify_tenure(office, tenure))

    def _do(self, verb: Callable[[], Done]) -> None:
        self._session.do(verb, owner=self)


def _days(held: OfficeHeld, session: Session, *, ended: bool) -> str:
    today = session.today
    since = text("office.since", day=short_day(held.start_on, today)) if held.start_on else ""
    until = text("office.until", day=short_day(held.end_on, today)) if held.end_on else ""
    term = text("office.term", day=short_day(held.term_ends_on, today)) if held.term_ends_on else ""
    return "; ".join(part for part in (since, until, "" if ended else term) if part)
