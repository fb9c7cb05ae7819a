"""Where a place lies, and which priorities the work with it serves: plain sets, each change a step."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.chip import Chip, End
from liaison_app.desktop.parts.layout import across, boxed
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.records.adder import Adder
from liaison_app.desktop.records.chips_card import ChipsCard
from liaison_app.desktop.records.words import label
from liaison_app.desktop.session import Session
from liaison_app.domain.codes import LISTS
from liaison_app.domain.kinds import Kind
from liaison_app.services import jurisdictions
from liaison_app.services.pages.jurisdiction import JurisdictionPage
from liaison_app.services.rows import Named
from liaison_app.system.messages import text


class LocatedInCard(ChipsCard):
    """The states, countries, counties that a place lies in: as many as there are."""

    def __init__(self, session: Session, data: JurisdictionPage) -> None:
        self._session, self._place = session, data.record.id
        self._places = [one.id for one in data.located_in]
        adder = Adder(session, text("place.add_located_in"), Kind.JURISDICTION)
        super().__init__(
            text("fact.located_in"),
            [self._chip(one) for one in data.located_in],
            adder,
            text("place.located_nowhere" if data.record.parent is None else "place.located_also"),
            icon="place",
        )
        adder.chosen.connect(self._add)

    def _chip(self, one: Named) -> Chip:
        chip = Chip(one.title, one.native or "", end=End.CROSS)
        chip.clicked.connect(lambda: self._session.open_record(Kind.JURISDICTION, one.id))
        chip.removed.connect(lambda: self._drop(one.id))
        return chip

    def _add(self, place: UUID) -> None:
        if place == self._place:
            self._session.say(text("place.in_itself"), "late")
        elif place not in self._places:
            self._places.append(place)
            self._save()

    def _drop(self, place: UUID) -> None:
        self._places.remove(place)
        self._save()

    def _save(self) -> None:
        office, here, places = self._session.office, self._place, list(self._places)
        self._session.do(lambda: jurisdictions.locate(office, here, places), owner=self)


class PrioritiesCard(ChipsCard):
    """The priorities of the work with a place."""

    def __init__(self, session: Session, data: JurisdictionPage) -> None:
        self._session, self._place = session, data.record.id
        self._codes = list(data.priorities)
        super().__init__(
            text("fact.priorities"),
            [self._chip(code) for code in self._codes],
            self._adder(),
            text("place.no_priorities"),
            icon="flag",
        )

    def _adder(self) -> QWidget:
        left = [code for code in LISTS["priority"] if code not in self._codes]
        choices = [(code, label("priority", code)) for code in left]
        which = Pick(text("place.which_priority"), [("", text("place.choose_priority")), *choices])
        add = Button(text("adder.add"), icon="plus")
        add.setAccessibleName(text("place.add_priority"))
        add.clicked.connect(lambda: self._add(which.code))
        return boxed(across((which, 1), add, gap=6))

    def _chip(self, code: str) -> Chip:
        chip = Chip(label("priority", code), end=End.CROSS)
        chip.removed.connect(lambda: self._drop(code))
        return chip

    def _add(self, code: str) -> None:
        if code and code not in self._codes:
            self._codes.append(code)
            self._save()

    def _drop(self, code: str) -> None:
        self._codes.remove(code)
        self._save()

    def _save(self) -> None:
        office, here, codes = self._session.office, self._place, list(self._codes)
        self._session.do(lambda: jurisdictions.set_priorities(office, here, codes), owner=self)
