"""A field that names another record: type a few letters, choose from what is found."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter

from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.catalogue import LISTINGS
from liaison_app.services.rows import Named, Row
from liaison_app.system.messages import text

_MOST = 8


class RecordField(Field):
    """``named`` is the record chosen, None if there is none. ``free``: other words may stay as words.

    ``problem`` is a sentence while what was typed names no record and may not stay so.
    """

    settled = Signal()

    def __init__(
        self,
        session: Session,
        name: str,
        kind: Kind,
        *,
        named: Named | None = None,
        free: str | None = None,
    ) -> None:
        super().__init__(name, hint=text(f"record.choose.{kind.value}"))
        self._session, self._kind, self._free = session, kind, free is not None
        self._found: dict[str, Row] = {}
        self.named: Named | None = named
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = self._completer.popup()
        if popup is not None:
            popup.setAccessibleName(name)
        self._completer.activated.connect(self._choose)
        self.setCompleter(self._completer)
        self.setText(named.title if named is not None else free or "")
        self.setCursorPosition(0)
        self._say()
        self.textEdited.connect(self._typed)

    @property
    def id(self) -> UUID | None:
        """The id of the record chosen."""
        return self.named.id if self.named is not None else None

    @property
    def problem(self) -> str:
        """Why it can't be used as it stands; empty if it can."""
        typed = self.text().strip()
        if self.named is not None or not typed or self._free:
            return ""
        return text(f"record.unknown.{self._kind.value}", name=typed)

    def choose(self, named: Named | None) -> None:
        """Name this record, or none."""
        self.named = named
        self.setText(named.title if named is not None else "")
        self._say()
        self.settled.emit()

    def _typed(self, typed: str) -> None:
        self.named = None
        self._say()
        asked = typed.strip()
        if len(asked) < 1:
            return
        words = " ".join(f'"{word}"' for word in asked.replace('"', " ").split())
        office, kind = self._session.office, self._kind
        self._session.tasks.read(
            lambda: LISTINGS[kind].page(office, words, limit=_MOST),
            self._offer,
            otherwise=lambda _: self._offer(()),
            owner=self,
            slot="names",
        )

    def _offer(self, rows: Sequence[Row]) -> None:
        self._found = {_line(row): row for row in rows}
        self._model.setStringList(list(self._found))
        exact = [row for row in rows if row.title.casefold() == self.text().strip().casefold()]
        if len(exact) == 1:
            self.named = _named(exact[0])
        self._say()
        if self.hasFocus() and rows and self.named is None:
            self._completer.complete()

    def _choose(self, line: object) -> None:
        row = self._found.get(str(line))
        if row is not None:
            self.choose(_named(row))

    def _say(self) -> None:
        if self.named is not None:
            self.read_as(self.named.ref or "")
        elif not self.text().strip():
            self.read_as("")
        elif self._free:
            self.read_as(text("record.as_words"))
        else:
            self.settle(text("record.choose_one"))


def _line(row: Row) -> str:
    return "  ".join(part for part in (row.title, row.native or "", row.ref) if part)


def _named(row: Row) -> Named:
    return Named(row.id, row.ref, row.title, row.native)
