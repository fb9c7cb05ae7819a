"""Ctrl+K: one box that finds any record and does anything.

``@`` people, ``#`` jurisdictions, ``!`` commitments, ``>`` actions. Best match first whatever its kind, then by kind.
The focus stays in the box; Up and Down move, Enter opens, Esc closes.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QStackedWidget,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from liaison_app.desktop.actions import Actions
from liaison_app.desktop.frame.matching import matched
from liaison_app.desktop.lists.roles import SHOWN, Index
from liaison_app.desktop.lists.row_list import ListView, RowDelegate, area_of
from liaison_app.desktop.lists.rows_model import RowsModel
from liaison_app.desktop.look.ink import Ink, Run, Words, highlighted
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.card import Panel
from liaison_app.desktop.parts.empty import EmptyState
from liaison_app.desktop.parts.layout import STRETCH, across, down
from liaison_app.desktop.parts.row import RowData, RowState, paint_row
from liaison_app.desktop.parts.text import Icon, Line, Rule
from liaison_app.system.messages import text

SCOPES = {"@": "person", "#": "jurisdiction", "!": "commitment", ">": "action"}
_ICONS = {"jurisdiction": "place", "action": "enter", "office": "office", "tenure": "office"}


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: its kind (table name, or ``action``), its reference, its words.

    ``right`` is a word at the end, ``right_tone`` its token (``late``, ``soon``). ``icon`` replaces the kind's.
    """

    kind: str
    ref: str
    title: str
    native: str = ""
    sub: str = ""
    right: str = ""
    right_tone: str = ""
    icon: str = ""


#: ``hits(query, scope)``: what is found, best first; ``scope`` is a kind, or empty for all. Asked at every letter.
#: None: it is being looked for, and will be told to ``Palette.answer``; until then what was found before stays.
HitSource = Callable[[str, str], Sequence[Hit] | None]


class _HitDelegate(RowDelegate):
    """Rows as everywhere, but the current one has the ring although the box has the focus."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        ink, shown = Ink(painter, area_of(option)), index.data(SHOWN)
        if shown.heading:
            middle = ink.area.bottom() - ink.px(11)
            ink.text(
                18,
                ink.baseline(middle, "micro"),
                ink.area.width() - 36,
                shown.title,
                "micro",
                "text3",
                True,
            )
        else:
            state = self.view.state_of(option, index)
            inner = ink.area.adjusted(8, 0, -8, 0)
            if state.selected or state.hovered:
                ink.box(inner, "soft" if state.selected else "hover", None, 6)
            paint_row(Ink(painter, inner), shown, RowState(last=True, pad=12))
            if state.selected:
                ink.ring(inner, 6)
        painter.restore()


class Palette(QWidget):
    """Lies over its window. ``chosen(hit)`` for a record; an action is done at once through ``actions``."""

    chosen = Signal(object)

    def __init__(self, window: QWidget, hits: HitSource, actions: Actions | None = None) -> None:
        super().__init__(window)
        self._window, self._source, self._actions = window, hits, actions
        self._hits: dict[str, Hit] = {}
        self._back_to: QWidget | None = None
        self.setAccessibleName(text("palette.name"))
        self.box = QLineEdit()
        self.box.setProperty("bare", "true")
        self.box.setAccessibleName(text("palette.name"))
        self.box.setPlaceholderText(text("palette.hint"))
        self.box.textChanged.connect(self._search)
        self.box.installEventFilter(self)
        self.list = ListView(text("palette.hits"), RowsModel())
        self.list.setItemDelegate(_HitDelegate(self.list, 12))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._choose)
        self._nothing = EmptyState("", "")
        self._count = Line("", "micro", "text3", at_end=True)
        self._panel = Panel("surface", "line2")
        self._panel.setParent(self)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        scopes = [
            Line(
                [Run(sign, "accent", True), Run(f" {text(f'palette.scope.{kind}')}", "text2")],
                "micro",
            )
            for sign, kind in SCOPES.items()
        ]
        self._body = QStackedWidget()
        self._body.addWidget(self.list)
        self._body.addWidget(self._nothing)
        keys = [
            Line([Run(key, "text2", True), Run(f" {text(f'palette.{does}')}", "text3")], "micro")
            for key, does in (("Up, Down", "move"), ("Enter", "open"), ("Esc", "close"))
        ]
        head = across(
            Icon("search", "accent", 18), (self.box, 1), *scopes, gap=12, margins=(18, 10, 18, 10)
        )
        foot = across(*keys, STRETCH, self._count, gap=14, margins=(18, 10, 18, 10))
        column: QVBoxLayout = down(
            head, Rule(), 4, (self._body, 1), 4, Rule(), foot, gap=0, margins=1
        )
        self._panel.setLayout(column)

    def open(self) -> None:
        """Show it over the window, empty, with the focus in the box."""
        self._back_to = QApplication.focusWidget()
        self.fit()
        self.show()
        self.raise_()
        self.box.clear()
        self._show((), "", "")
        self._search("")
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_(self) -> None:
        """Hide it and give the focus back."""
        self.hide()
        back, self._back_to = self._back_to, None
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)

    def fit(self) -> None:
        """Lie over the whole window; the panel is as wide as the text needs, never wider than the window."""
        window = self._window
        self.setGeometry(QRect(0, 0, window.width(), window.height()))
        width = min(look().px(680), window.width() - 32)
        room = min(look().px(660), window.height() - 100)
        height = min(room, max(self._chrome() + self._rows_height(), look().px(220)))
        self._panel.setGeometry(
            (window.width() - width) // 2, min(72, window.height() // 12), width, height
        )
        self.box.setFont(look().font("title"))

    def _rows_height(self) -> int:
        return self.list.verticalHeader().length() + 2

    def _chrome(self) -> int:
        """Height of the box above and the keys below the hits."""
        return look().height("title", "micro", air=60)

    def _search(self, typed: str) -> None:
        scope = SCOPES.get(typed[:1], "")
        query = typed[1:].strip() if scope else typed.strip()
        found = [] if scope == "action" else self._source(query, scope)
        if found is not None:
            self._show(found, query, scope)

    def answer(self, query: str, scope: str, found: Sequence[Hit]) -> None:
        """Show what was found, unless something else has been typed since."""
        typed = self.box.text()
        now = SCOPES.get(typed[:1], "")
        if self.isVisible() and (query, scope) == (typed[bool(now) :].strip(), now):
            self._show(found, query, scope)

    def _show(self, hits: Sequence[Hit], query: str, scope: str) -> None:
        found = list(hits)
        if scope in ("", "action"):
            found += self._doable(query)
        self._hits = {f"{hit.kind} {hit.ref}": hit for hit in found}
        model = self.list.model()
        if isinstance(model, RowsModel):
            model.show_rows(list(_rows(found, query)))
        self._body.setCurrentWidget(self.list if found else self._nothing)
        self._nothing.say(text("palette.nothing", query=query), text("palette.nothing_more"))
        self._count.show_words(text("palette.count", count=len(found)))
        if found:
            self.list.point_at(f"{found[0].kind} {found[0].ref}")
        self._tell()
        self.fit()

    def _doable(self, query: str) -> list[Hit]:
        """Actions that hold all words of the query."""
        if self._actions is None:
            return []
        return [
            Hit(
                "action",
                action.id,
                words.replace("&", ""),
                right=action.shortcut,
                icon=action.icon or "enter",
            )
            for action, words in self._actions.possible()
            if action.id != "find" and all(matched(words, word) for word in query.split())
        ]

    def _tell(self) -> None:
        """The text twin of what is current, where a screen reader is: at the box."""
        index = self.list.currentIndex()
        self.box.setAccessibleDescription(
            index.data(SHOWN).twin if index.isValid() else self._nothing.accessibleName()
        )

    def _choose(self) -> None:
        hit = self._hits.get(str(self.list.key))
        if hit is None:
            return
        self.close_()
        if hit.kind == "action" and self._actions is not None:
            self._actions.run(hit.ref)
        else:
            self.chosen.emit(hit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the box that belong to the list; Tab stays."""
        if (
            watched is not self.box
            or not isinstance(event, QKeyEvent)
            or event.type() != QEvent.Type.KeyPress
        ):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.list.keyPressEvent(event)
            self._tell()
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return super().eventFilter(watched, event)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the panel closes it."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window and lay a soft shadow under the panel."""
        veil = look().colour("scrim").toRgb()
        with QPainter(self) as painter:
            veil.setAlpha(120)
            painter.fillRect(self.rect(), veil)
            painter.setPen(Qt.PenStyle.NoPen)
            veil.setAlpha(9)
            painter.setBrush(veil)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for spread in range(8):
                shade = QRectF(self._panel.geometry()).adjusted(
                    -spread, 2 - spread / 2, spread, 2 + spread
                )
                painter.drawRoundedRect(shade, 10, 10)


def _rows(hits: Sequence[Hit], query: str) -> Iterable[tuple[object, RowData]]:
    """The best match, then the others under the headings of their kinds, kinds in order of their best.

    Without a query: what was looked at lately, in that order.
    """
    if not query:
        recent = [hit for hit in hits if hit.kind != "action"]
        if recent:
            yield "recent", RowData(text("palette.recent"), heading=True)
        for hit in recent:
            yield f"{hit.kind} {hit.ref}", _row(hit, query)
        hits = [hit for hit in hits if hit.kind == "action"]
    if hits and hits[0].kind != "action":
        yield "best", RowData(text("palette.best"), heading=True)
        yield f"{hits[0].kind} {hits[0].ref}", _row(hits[0], query)
        hits = hits[1:]
    for kind in dict.fromkeys(hit.kind for hit in hits):
        yield kind, RowData(text(f"group.{kind}"), heading=True)
        for hit in hits:
            if hit.kind == kind:
                yield f"{hit.kind} {hit.ref}", _row(hit, query)


def _row(hit: Hit, query: str) -> RowData:
    title: list[Run] = highlighted(hit.title, matched(hit.title, query))
    if hit.native:
        title += [Run("  "), *highlighted(hit.native, matched(hit.native, query), "text3")]
    tone = hit.right_tone or "text3"
    right: Words = [Run(hit.right, tone, bool(hit.right_tone))] if hit.right else ""
    return RowData(title, sub=hit.sub, right=right, icon=hit.icon or _ICONS.get(hit.kind, hit.kind))
