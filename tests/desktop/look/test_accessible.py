"""Whoever can't see the window hears it: every control has a name, every list its rows."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from liaison_app.desktop.frame.window import Frame
from liaison_app.desktop.lists.view import RowsView

ROLE = QAccessible.Role
CONTROLS = {
    ROLE.Button,
    ROLE.CheckBox,
    ROLE.RadioButton,
    ROLE.ComboBox,
    ROLE.EditableText,
    ROLE.Table,
    ROLE.List,
    ROLE.ProgressBar,
    ROLE.PushButton,
}


def walk(node: QAccessibleInterface) -> list[QAccessibleInterface]:
    """All that a screen reader meets below ``node``, but the cells of tables."""
    found = [node]
    if node.role() not in {ROLE.Table, ROLE.List, ROLE.ComboBox}:
        for at in range(node.childCount()):
            child = node.child(at)
            if child is not None:
                found += walk(child)
    return found


@pytest.mark.parametrize("page", ["today", "jurisdictions", "commitments"])
def test_every_control_has_a_name(frame: Frame, page: str) -> None:
    frame.show_page(page)
    frame.palette_.open()
    nodes = walk(QAccessible.queryAccessibleInterface(frame))
    controls = [n for n in nodes if n.role() in CONTROLS]
    nameless = [type(n.object()).__name__ for n in controls if not n.text(QAccessible.Text.Name)]
    assert len(controls) > 25
    assert not nameless


@pytest.mark.parametrize("page", ["today", "jurisdictions", "commitments"])
def test_whatever_takes_the_focus_has_a_name(frame: Frame, page: str, qapp: QApplication) -> None:
    frame.show_page(page)
    qapp.processEvents()
    first = QApplication.focusWidget() or frame.sidebar
    widget: QWidget = first
    for _ in range(200):
        widget = widget.nextInFocusChain() or first
        takes = (
            widget.focusPolicy().value and widget.isVisible() and not isinstance(widget, QScrollBar)
        )
        if takes and widget.metaObject().className() not in {"QScrollArea", "QMenuBar"}:
            assert widget.accessibleName(), widget
        if widget is first:
            return


def test_rows_of_lists_are_read_out(frame: Frame) -> None:
    for name in ("jurisdictions", "commitments"):
        page = frame.page(name)
        assert page is not None
        for view in page.findChildren(RowsView):
            node = QAccessible.queryAccessibleInterface(view)
            said = [
                node.child(at).text(QAccessible.Text.Name)
                for at in range(min(node.childCount(), 40))
            ]
            assert view.model().index(1, 0).data() in said
