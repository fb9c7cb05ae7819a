"""The timeline of a place or a person: years, and under them what happened, newest first, along one line."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from liaison_app.desktop.lists.roles import SHOWN, Index, Shown
from liaison_app.desktop.lists.row_list import ListView, area_of
from liaison_app.desktop.lists.rows_model import RowsModel
from liaison_app.desktop.look.ink import Ink, joined
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.badge import badge_size, paint_badge


@dataclass(frozen=True, slots=True)
class Year:
    """A heading: ``2026``, ``9 engagements, 2 trips``."""

    year: str
    sub: str = ""
    heading: bool = True

    @property
    def twin(self) -> str:
        """Everything it says."""
        return joined(self.year, self.sub)


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """Something that happened or is planned: ``14 Nov`` over ``Sat``, an icon on the line, title over sub.

    ``badge`` is (word, tone, icon); its tone colours the icon's ring too.
    """

    date: str
    day: str
    icon: str
    title: str
    sub: str = ""
    badge: tuple[str, str, str] | None = None
    heading: bool = False

    @property
    def twin(self) -> str:
        """Everything it says."""
        return joined(
            f"{self.day} {self.date}", self.title, self.badge[0] if self.badge else "", self.sub
        )


class TimelineDelegate(QStyledItemDelegate):
    """Paints years and touchpoints; the line runs through the icons."""

    def __init__(self, view: ListView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        painter.save()
        ink = Ink(painter, area_of(option))
        shown = index.data(SHOWN)
        if isinstance(shown, Year):
            self._year(ink, shown, first=index.row() == 0)
        else:
            state = self._view.state_of(option, index)
            if state.selected or state.hovered:
                painter.fillRect(ink.area, ink.look.colour("soft" if state.selected else "hover"))
            if state.selected:
                ink.fill(ink.area.x(), ink.area.y(), 3, ink.area.height(), "accent")
            self._touchpoint(ink, shown, last=index.row() == index.model().rowCount() - 1)
            if state.focused:
                ink.ring(ink.area.adjusted(1, 1, -1, -1))
        painter.restore()

    def _year(self, ink: Ink, year: Year, *, first: bool) -> None:
        area, x = ink.area, ink.area.x() + ink.px(86)
        if not first:
            ink.fill(x, area.y(), 1, area.height(), "line2")
        ink.box(area.adjusted(8, 2, -8, -2), "sunken", None, 3)
        middle = area.center().y()
        ink.text(area.x() + 16, ink.baseline(middle), ink.px(68), year.year, "body", "text", True)
        start = x + ink.px(24)
        ink.text(
            start,
            ink.baseline(middle, "small"),
            area.right() - 16 - start,
            year.sub,
            "small",
            "text3",
        )

    def _touchpoint(self, ink: Ink, row: Touchpoint, *, last: bool) -> None:
        area, line = ink.area, ink.area.x() + ink.px(86)
        body, small = ink.look.metrics(), ink.look.metrics("small")
        upper = area.y() + ink.px(7) + body.ascent()
        lower = upper + body.descent() + ink.px(1.5) + small.ascent()
        middle = area.y() + ink.px(21)
        ink.fill(line, area.y(), 1, middle - area.y() if last else area.height(), "line2")
        tone = row.badge[1] if row.badge and row.badge[1] != "neutral" else "text2"
        fill = {
            "accent": "soft",
            "late": "late_soft",
            "good": "good_soft",
            "soon": "soon_soft",
        }.get(tone, "surface")
        side = ink.px(25)
        dot = QRectF(line + 0.5 - side / 2, middle - side / 2, side, side)
        ink.box(dot, fill, tone if fill != "surface" else "line2", side / 2)
        ink.icon(row.icon, dot.x() + (side - ink.px(14)) / 2, middle, tone, 14)
        dates = ink.px(64)
        ink.text_at_end(area.x() + 2, upper, dates, row.date, "small", "text")
        ink.text_at_end(area.x() + 2, lower, dates, row.day, "micro", "text3")
        x, end = line + ink.px(24), area.right() - 16
        ink.text(x, lower, end - x, row.sub, "small", "text3")
        if row.badge:
            word, badge_tone, icon = row.badge
            width = badge_size(word, icon)[0]
            paint_badge(ink, end - width, upper - body.capHeight() / 2, word, badge_tone, icon)
            end -= width + 8
        ink.text(x, upper, end - x, row.title)


class Timeline(ListView):
    """``show_rows`` takes (reference, ``Year`` or ``Touchpoint``); ``chosen(reference)`` on Enter or double click."""

    def __init__(self, name: str) -> None:
        super().__init__(name, RowsModel())
        self.setItemDelegate(TimelineDelegate(self))

    def row_height(self, shown: Shown) -> int:
        """30 px a year, 47 a touchpoint, at 100 % text."""
        worn = look()
        return (
            worn.height("body", air=14) if shown.heading else worn.height("body", "small", air=16)
        )

    def show_rows(self, rows: list[tuple[object, Year | Touchpoint]]) -> None:
        """Show these, newest first."""
        model = self.model()
        if isinstance(model, RowsModel):
            model.show_rows(rows)
