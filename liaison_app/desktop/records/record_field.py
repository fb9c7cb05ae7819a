"""A field that names another record: type a few letters, choose from what is found."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter

from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.catalogue import LISTINGS
from liaison_app.services.rows import Named, OfficeRow, Row
from liaison_app.system.messages import TEXTS, text

_MOST = 8


class RecordField(Field):
    """``named`` is the record chosen, None if there is none. ``free``: other words may stay as words, which are
    then read as ``as_words`` says ("a new person").

    ``within`` gives further words of the search language: an office of the place that was named before.
    ``problem`` is a sentence while what was typed names no record and may not stay so. ``settled``: one was chosen;
    ``recognised``: what was typed turned out to be the whole name of one.
    """

    settled = Signal()
    recognised = Signal()

    def __init__(
        self,
        session: Session,
        name: str,
        kind: Kind,
        *,
        named: Named | None = None,
        free: str | None = None,
        as_words: str = "",
    ) -> None:
        super().__init__(name, hint=text(f"record.choose.{kind.value}"))
        self._session, self._kind, self._free = session, kind, free is not None
        self._as_words = as_words
        self._found: dict[str, Row] = {}
        self.named: Named | None = named
        self.within: Callable[[], str] = str
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

    def take_as(self, row: Row) -> None:
        """What was typed names this record, as it stands."""
        self.named = _named(row)
        self._say()

    def _typed(self, typed: str) -> None:
        self.named = None
        self._say()
        asked = typed.strip()
        if len(asked) < 1:
            return
        quoted = (f'"{word}"' for word in asked.replace('"', " ").split())
        words = " ".join(part for part in (*quoted, self.within()) if part)
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
        asked = self.text().strip().casefold()
        exact = [row for row in rows if _named(row).title.casefold() == asked]
        if len(exact) == 1:
            self.named = _named(exact[0])
        self._say()
        if self.named is not None:
            self.recognised.emit()
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
            words = f"record.as_words.{self._kind.value}"
            self.read_as(self._as_words or TEXTS.get(words) or text("record.as_words"))
        else:
            self.settle(text("record.choose_one"))


def _line(row: Row) -> str:
    named = _named(row)
    return "  ".join(part for part in (named.title, row.native or "", row.ref) if part)


def _named(row: Row) -> Named:
    """An office is named with whose it is: there is more than one mayor."""
    where = (row.organization or row.jurisdiction) if isinstance(row, OfficeRow) else None
    title = f"{row.title}, {where.title}" if where is not None else row.title
    return Named(row.id, row.ref, title, row.native)
