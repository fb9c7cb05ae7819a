"""Tabs and cards that list other records: pressed, a row opens its record."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.lists.row_list import RowList
from liaison_app.desktop.lists.rows_model import RowsModel
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.empty import EmptyState
from liaison_app.desktop.parts.layout import down
from liaison_app.desktop.parts.row import Row, RowData
from liaison_app.desktop.parts.text import Paragraph
from liaison_app.desktop.session import PAGE_OF, Session
from liaison_app.domain.kinds import Kind

Entry = tuple[Kind, UUID, RowData]
"""A record's kind and id, and the row that it's shown as."""


def row_list_tab(
    session: Session, name: str, entries: Sequence[Entry], empty: tuple[str, str]
) -> QWidget:
    """A whole tab of rows, however many."""
    card = Card(name, f"{len(entries):,}" if entries else "")
    if entries:
        model = RowsModel([((kind, id_), data) for kind, id_, data in entries])
        rows = RowList(name, model)
        rows.chosen.connect(lambda key: _open(session, key))
        card.add(rows, 1)
    else:
        card.add(EmptyState(*empty))
    box = QWidget()
    box.setLayout(down((card, 1), margins=(0, 6, 0, 0)))
    return box


def row_card(
    session: Session,
    title: str,
    entries: Sequence[Entry],
    nothing: str,
    *,
    icon: str = "",
    count: str = "",
    button: Button | None = None,
) -> Card:
    """A card of a few rows."""
    card = Card(title, count, icon=icon, action=button)
    card.show_rows([_row(session, one) for one in entries] or [quiet(nothing)])
    return card


def quiet(words: str) -> Paragraph:
    """A quiet line in a card that has no rows."""
    line = Paragraph(words, "small", "text3")
    line.setContentsMargins(16, 10, 16, 12)
    return line


def _row(session: Session, entry: Entry) -> Row:
    kind, id_, data = entry
    row = Row(data, pressable=kind in PAGE_OF)
    row.clicked.connect(lambda: session.open_record(kind, id_))
    return row


def _open(session: Session, key: object) -> None:
    if isinstance(key, tuple):
        session.open_record(*key)
