"""A passphrase to be set: six words proposed, typed twice, weighed as it's typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Panel
from liaison_app.desktop.parts.field import State
from liaison_app.desktop.parts.form import FormGrid
from liaison_app.desktop.parts.layout import across, down
from liaison_app.desktop.parts.text import Line, Paragraph
from liaison_app.desktop.welcome.passphrase import PassphraseField
from liaison_app.domain.strength import strength
from liaison_app.system.messages import text
from liaison_app.system.six_words import six_words

_TONES = {"none": State.FINE, "weak": State.REFUSED, "fair": State.SETTLE, "strong": State.FINE}


class NewPassphrase(QWidget):
    """``typed`` once both lines hold the same; ``problem`` says why they can't be taken, empty if they can.

    A weak one is warned of and taken all the same: it's the officer's office.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.first, self.second = PassphraseField(""), PassphraseField("")
        self.proposed = Line("", "body", bold=True)
        self.proposed.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._warning = Paragraph("", "micro", "soon")
        self._warning.hide()
        for one in (self.first, self.second):
            one.field.textChanged.connect(lambda _: self._weigh())
        self._lay_out(name)
        self.draw()

    @property
    def typed(self) -> str:
        """What was typed first."""
        return self.first.typed

    @property
    def problem(self) -> str:
        """A sentence on what is missing; the focus goes there."""
        if not self.first.typed.strip():
            self.first.setFocus()
            return text("key.empty")
        if self.first.typed != self.second.typed:
            self.second.setFocus()
            return text("create.differs_more")
        return ""

    def draw(self) -> None:
        """Propose other words."""
        self.proposed.show_words(six_words())

    def use(self) -> None:
        """Take the words proposed; the second line is left to be typed, so that they're learnt."""
        self.first.field.setText(self.proposed.text())
        self.second.field.clear()
        self.second.setFocus()

    def forget(self) -> None:
        """Keep nothing of it."""
        self.first.field.clear()
        self.second.field.clear()
        self.draw()

    def _lay_out(self, name: str) -> None:
        use = Button(text("words.use"), small=True)
        other = Button.quiet(text("words.other"))
        use.clicked.connect(self.use)
        other.clicked.connect(self.draw)
        words = down(Line(text("words.proposed"), "micro", "text3"), self.proposed, gap=1)
        panel = Panel("sunken")
        panel.setLayout(across((words, 1), other, use, gap=6, margins=(12, 7, 8, 7)))
        fields = FormGrid(columns=2)
        fields.field(name, self.first, note=text("note.passphrase"))
        fields.field(text("form.again"), self.second)
        self.first.field.setAccessibleName(name)
        self.second.field.setAccessibleName(text("form.again"))
        self.setLayout(down(panel, fields, self._warning, gap=8))

    def _weigh(self) -> None:
        found = strength(self.first.typed)
        words = text(f"strength.{found.word}", bits=found.bits) if found.bits else ""
        shown = {State.REFUSED: self.first.field.refuse, State.SETTLE: self.first.field.settle}
        shown.get(_TONES[found.word], self.first.field.read_as)(words)
        self._warning.setText(text("words.weak"))
        self._warning.setVisible(found.word == "weak")
        same = self.first.typed == self.second.typed
        if self.second.typed and not same:
            self.second.field.settle(text("create.differs"))
        else:
            self.second.field.read_as(text("create.same") if self.second.typed else "")
