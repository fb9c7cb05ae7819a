"""For whom something leaves: one reader, and for a partner which one. The choice is the same wherever it is asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from liaison_app.desktop.parts.form import FormGrid
from liaison_app.desktop.parts.layout import down
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.records.record_field import RecordField
from liaison_app.desktop.session import Session
from liaison_app.domain.audience import Audience, Reader
from liaison_app.domain.kinds import Kind
from liaison_app.system.messages import text


class AudienceField(QWidget):
    """``chosen`` when another audience is complete: a partner only counts once it is named."""

    chosen = Signal()

    def __init__(self, session: Session, current: Reader) -> None:
        super().__init__()
        hq = session.office.setting("hq_word", "headquarters")
        self._words: dict[Reader, str] = {
            one: hq if one is Reader.HQ else text(f"audience.{one.value}") for one in Reader
        }
        offered = [(one.value, _begun(self._words[one])) for one in Reader]
        self.pick = Pick("", offered, current=current.value)
        self.party = RecordField(session, text("audience_field.party"), Kind.JURISDICTION)
        form = FormGrid(1, gap=8)
        form.field(text("audience_field.for"), self.pick)
        self._party = FormGrid(1, gap=8)
        self._party.field(text("audience_field.party"), self.party)
        self._party.hide()
        self.setLayout(down(form, self._party, gap=8))
        self.pick.picked.connect(self._picked)
        self.party.settled.connect(self.chosen)

    @property
    def audience(self) -> Audience | None:
        """Who was chosen; None while a partner isn't named."""
        reader = Reader(self.pick.code)
        if reader is not Reader.PARTNER:
            return Audience(reader)
        return Audience(reader, self.party.id) if self.party.id is not None else None

    @property
    def words(self) -> str:
        """Who was chosen, in words."""
        if self.party.named is not None and self.pick.code == Reader.PARTNER:
            return self.party.named.title
        return self._words[Reader(self.pick.code)]

    def _picked(self) -> None:
        partner = self.pick.code == Reader.PARTNER
        self._party.setVisible(partner)
        if partner and self.party.id is None:
            self.party.setFocus()
        self.chosen.emit()


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
