"""What a person speaks: languages by name, each with how well."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.chip import Chip, End
from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.parts.layout import across, down
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.records.chips_card import ChipsCard
from liaison_app.desktop.records.words import label
from liaison_app.desktop.session import Session
from liaison_app.domain.codes import LISTS
from liaison_app.services import people
from liaison_app.services.pages.person import Language
from liaison_app.system.messages import TEXTS, text


def _by_name() -> dict[str, str]:
    """Codes by name, folded; of ``Diné (Navajo)`` by either name."""
    found = {}
    for entry, words in TEXTS.items():
        if entry.startswith("language."):
            for name in (words, *words.rstrip(")").split(" (")):
                found[name.casefold()] = entry.removeprefix("language.")
    return found


_CODES = _by_name()


def language_name(code: str) -> str:
    """``Korean`` for ``ko``; a code without a name reads as it stands."""
    return TEXTS.get(f"language.{code}") or code


class LanguageField(Field):
    """A language by its English name, or by its ISO 639 code of two or three letters."""

    def __init__(self, name: str) -> None:
        super().__init__(name, hint=name)
        names = sorted({language_name(code) for code in _CODES.values()})
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = completer.popup()
        if popup is not None:
            popup.setAccessibleName(name)
        self.setCompleter(completer)
        self.textChanged.connect(lambda _: self.read_as(""))

    @property
    def code(self) -> str:
        """The code of what was typed; empty if it is no language known here."""
        typed = self.text().strip().casefold()
        is_code = typed.isascii() and typed.isalpha() and len(typed) in (2, 3)
        return _CODES.get(typed) or (typed if is_code else "")


class LanguageAdder(QWidget):
    """Language, how well, Add; Enter adds too."""

    def __init__(self, card: "LanguagesCard") -> None:
        super().__init__()
        self._card = card
        self.field = LanguageField(text("language_card.which"))
        levels = [("", text("form.none"))]
        levels += [(code, label("language_level", code)) for code in LISTS["language_level"]]
        self.level = Pick(text("language_card.level"), levels)
        button = Button(text("adder.add"), icon="plus")
        button.setAccessibleName(text("language_card.add"))
        button.clicked.connect(self._add)
        self.setLayout(down(self.field, across((self.level, 1), button, gap=6), gap=6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._add()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        code = self.field.code
        if code:
            self._card.put(code, self.level.code or None)
            self.field.clear()
        elif self.field.text().strip():
            self.field.refuse(text("language_card.unknown"))


class LanguagesCard(ChipsCard):
    """The languages of a person; every change is a step."""

    def __init__(self, session: Session, person: UUID, languages: Sequence[Language]) -> None:
        self._session, self._person = session, person
        self._spoken = {one.language: one.level for one in languages}
        chips = [self._chip(code, level) for code, level in self._spoken.items()]
        nothing = text("language_card.none")
        super().__init__(text("person.languages"), chips, LanguageAdder(self), nothing)

    def put(self, code: str, level: str | None) -> None:
        """The person speaks this language so well."""
        self._spoken[code] = level
        self._save()

    def _chip(self, code: str, level: str | None) -> Chip:
        chip = Chip(language_name(code), label("language_level", level).lower(), end=End.CROSS)
        chip.removed.connect(lambda: self._drop(code))
        return chip

    def _drop(self, code: str) -> None:
        self._spoken.pop(code, None)
        self._save()

    def _save(self) -> None:
        office, person, spoken = self._session.office, self._person, list(self._spoken.items())
        self._session.do(lambda: people.set_languages(office, person, spoken), owner=self)
