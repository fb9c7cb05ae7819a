"""Keeping Tab in reading order where controls come and go: Qt puts new ones at the end of the window."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_after(anchor: QWidget, added: Iterable[QWidget]) -> None:
    """Make Tab go from ``anchor`` through all controls of ``added``, then on as before."""
    for one in added:
        for control in controls(one):
            QWidget.setTabOrder(anchor, control)
            anchor = control


def put_before(control: QWidget, added: Iterable[QWidget]) -> None:
    """Make Tab come to ``control`` through all controls of ``added``."""
    before = control.previousInFocusChain()
    while (
        before is not None
        and before is not control
        and before.focusPolicy() == Qt.FocusPolicy.NoFocus
    ):
        before = before.previousInFocusChain()
    if before is not None and before is not control:
        put_after(before, added)


def controls(box: QWidget) -> list[QWidget]:
    """The controls of a box in reading order, itself included; not those of its pop-ups."""
    return [
        one
        for one in (box, *box.findChildren(QWidget))
        if one.focusPolicy() & Qt.FocusPolicy.ClickFocus and one.window() is box.window()
    ]
