"""The frame: every page sits in it, between sidebar and notice bar."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from liaison_app.desktop.actions import Actions
from liaison_app.desktop.frame.palette import HitSource, Palette
from liaison_app.desktop.frame.sidebar import PageLink, Sidebar
from liaison_app.desktop.parts.layout import across, down
from liaison_app.desktop.parts.notice import NoticeBar
from liaison_app.system.messages import text


class Frame(QMainWindow):
    """The main window. Pages are put in with ``put`` and shown with ``show_page``.

    ``page_asked(key)`` when a page is asked for by sidebar or Ctrl+1 … Ctrl+9; everything else a person asks for comes
    from ``actions.asked(id)`` and ``palette.chosen(hit)``. Ctrl+K and F6 the frame does itself.
    """

    page_asked = Signal(str)

    def __init__(self, office: str, place: str, pages: Sequence[PageLink], hits: HitSource) -> None:
        super().__init__()
        self.setWindowTitle(f"{office} – Liaison")
        self.resize(1280, 800)
        self.actions_ = Actions(self)
        self.sidebar = Sidebar(office, place, pages)
        self.notice = NoticeBar()
        self._pages: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        self._stack.setAccessibleName(text("frame.main"))
        body = QWidget()
        self._main = down((self._stack, 1), self.notice, gap=0)
        body.setLayout(across(self.sidebar, (self._main, 1), gap=0))
        self.setCentralWidget(body)
        self.palette_ = Palette(self, hits, self.actions_)
        self.sidebar.page_asked.connect(self.page_asked)
        self.sidebar.find_asked.connect(self.palette_.open)
        self.notice.undo.connect(lambda: self.actions_.run("undo"))
        self.actions_.asked.connect(self._asked)
        for number, page in enumerate(pages[:9], 1):
            key = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            key.activated.connect(lambda page=page: self.page_asked.emit(page.key))

    def put(self, key: str, page: QWidget) -> None:
        """Put a page in; an earlier one of the same key goes."""
        old = self._pages.pop(key, None)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._pages[key] = page
        self._stack.addWidget(page)

    def put_above_notice(self, widget: QWidget) -> None:
        """Put something between page and notice bar: a question about the last step."""
        self._main.insertWidget(1, widget)

    def page(self, key: str) -> QWidget | None:
        """The page put in under ``key``."""
        return self._pages.get(key)

    def show_page(self, key: str, in_sidebar: str = "") -> None:
        """Show a page; ``in_sidebar`` is marked in the sidebar if it isn't ``key`` itself."""
        self._stack.setCurrentWidget(self._pages[key])
        self.sidebar.show_here(in_sidebar or key)

    def next_region(self) -> None:
        """Give the focus to the next region: sidebar, the regions of the page, the notice bar.

        A page's regions are its children with the property ``region``; without any the page is one.
        """
        page = self._stack.currentWidget()
        parts = [w for w in page.findChildren(QWidget) if w.property("region")] if page else []
        regions: list[QWidget] = [self.sidebar, *(parts or ([page] if page else [])), self.notice]
        focus = QApplication.focusWidget()
        at = next(
            (i for i, r in enumerate(regions) if focus and (r is focus or r.isAncestorOf(focus))),
            -1,
        )
        for step in range(1, len(regions) + 1):
            if _enter(regions[(at + step) % len(regions)]):
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the palette over the whole window."""
        super().resizeEvent(event)
        self.sidebar.fit(self.width())
        self.palette_.fit()

    def _asked(self, id_: str) -> None:
        if id_ == "find":
            self.palette_.open()
        elif id_ == "next_region":
            self.next_region()


def _enter(region: QWidget) -> bool:
    """Focus the first control of a region; whether it has one."""
    if isinstance(region, Sidebar):
        region.focus_here()
        return True
    for widget in (region, *region.findChildren(QWidget)):
        if (
            widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
