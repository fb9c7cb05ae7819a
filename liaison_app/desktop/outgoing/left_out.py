"""What an audience doesn't get: told to our own side alone, never written on what leaves."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from liaison_app.desktop.look.ink import Words
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.layout import across, boxed
from liaison_app.desktop.parts.row import Row, RowData
from liaison_app.desktop.parts.text import Icon, Paragraph
from liaison_app.system.messages import TEXTS, text


def said_line(icon: str, tone: str, words: str) -> QWidget:
    """A sentence behind its icon, over as many lines as it takes."""
    mark = Icon(icon, tone)
    said = Paragraph(words, "small", "text")
    said.setAccessibleName(words)
    row = across(mark, (said, 1), gap=10, margins=(14, 7, 12, 7))
    row.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    return boxed(row)


class LeftOut(Card):
    """What this reader doesn't get: kinds of records and fields, with how many."""

    def __init__(self) -> None:
        super().__init__("", icon="eyeoff")
        self.end_with_air()

    def show_left_out(
        self, reader: str, rows: Mapping[str, int], cells: Mapping[str, int], *, ours: bool
    ) -> None:
        """Say it; for our own side there is nothing to leave out."""
        self.say(text("preview.left_out", reader=reader))
        lines: list[QWidget] = [
            Row(RowData(_table(name), right=f"{count:,}", icon="eyeoff"), pressable=False, pad=14)
            for name, count in rows.items()
        ]
        if cells:
            fields = sorted({_field(name) for name in cells})
            lines.append(
                said_line(
                    "shield", "text2", text("preview.fields_left_out", what=", ".join(fields))
                )
            )
        if not lines:
            code = "preview.nothing_left_out_ours" if ours else "preview.nothing_left_out"
            lines.append(said_line("check", "good", text(code)))
        self.show_rows(lines)


def _table(name: str) -> Words:
    return TEXTS.get(f"group.{name}") or name.replace("_", " ").capitalize()


def _field(name: str) -> str:
    column = name.rpartition(".")[2]
    bare = column.removesuffix("_id").removesuffix("_on")
    return TEXTS.get(f"field.{column}") or TEXTS.get(f"field.{bare}") or bare.replace("_", " ")
