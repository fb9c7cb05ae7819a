"""The one table of what a person can do anywhere: menus, keys, Ctrl+K and the list of keys all come from it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from liaison_app.desktop.look.look import look
from liaison_app.system.messages import text


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do: its id, its key (Qt's spelling; empty for none), its icon, its menu.

    Its words are ``action.ID`` in the catalogue. ``rule`` draws a line above it in the menu.
    """

    id: str
    shortcut: str
    icon: str
    group: str
    rule: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return text(f"action.{self.id}")

    @property
    def letter(self) -> bool:
        """Whether its key is a letter alone, which works only where nothing is being typed."""
        return len(self.shortcut) == 1


GROUPS = ("file", "edit", "go", "record", "view", "tools", "help")
ACTIONS: tuple[Action, ...] = (
    Action("new_office", "Ctrl+Shift+N", "plus", "file"),
    Action("open_office", "Ctrl+O", "file", "file"),
    Action("import", "Ctrl+I", "import", "file", rule=True),
    Action("export", "Ctrl+E", "export", "file"),
    Action("packet", "Ctrl+P", "packet", "file"),
    Action("left", "", "eye", "file"),
    Action("backup", "", "drive", "file", rule=True),
    Action("second_place", "", "", "file"),
    Action("passphrase", "", "shield", "file"),
    Action("sheet", "", "print", "file"),
    Action("lock", "Ctrl+L", "lock", "file", rule=True),
    Action("lock_after", "", "clock", "file"),
    Action("quit", "Ctrl+Q", "", "file", rule=True),
    Action("undo", "Ctrl+Z", "undo", "edit"),
    Action("redo", "Ctrl+Shift+Z", "redo", "edit"),
    Action("edit", "F2", "edit", "edit", rule=True),
    Action("save", "Ctrl+Return", "save", "edit"),
    Action("save_and_new", "Ctrl+Alt+Return", "", "edit"),
    Action("filter", "Ctrl+F", "filter", "edit", rule=True),
    Action("find", "Ctrl+K", "search", "go"),
    Action("back", "Alt+Left", "left", "go"),
    Action("forward", "Alt+Right", "right", "go"),
    Action("next_region", "F6", "", "go"),
    Action("new_engagement", "Ctrl+Shift+M", "engagement", "record"),
    Action("new_commitment", "Ctrl+Shift+C", "commitment", "record"),
    Action("new_person", "Ctrl+Shift+P", "person", "record"),
    Action("new_organization", "Ctrl+Shift+O", "organization", "record"),
    Action("new_jurisdiction", "Ctrl+Shift+J", "jurisdiction", "record"),
    Action("new_trip", "Ctrl+Shift+T", "trip", "record"),
    Action("add_point", "Ctrl+T", "raise", "record", rule=True),
    Action("fulfil", "", "check", "record"),
    Action("verify", "V", "verified", "record"),
    Action("history", "", "history", "record"),
    Action("light", "", "", "view"),
    Action("dark", "", "", "view"),
    Action("high", "", "", "view"),
    Action("larger", "Ctrl++", "zoomin", "view", rule=True),
    Action("smaller", "Ctrl+-", "zoomout", "view"),
    Action("usual_size", "Ctrl+0", "", "view"),
    Action("hand_over", "", "exchange", "tools"),
    Action("check", "", "verified", "tools", rule=True),
    Action("letters", "", "", "tools"),
    Action("keys", "Ctrl+/", "list", "help"),
    Action("help", "F1", "help", "help"),
)


class Actions(QObject):
    """The actions of one window. ``asked(id)`` when one is chosen by menu, key or Ctrl+K.

    Letter keys need no watching: a field that has the focus takes its letters first.
    """

    asked = Signal(str)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._made = {action.id: self._make(action) for action in ACTIONS}
        self._fill_menus()
        window.installEventFilter(self)

    def get(self, id_: str) -> QAction:
        """The Qt action of an id, to enable, disable or rename it. An unknown id raises ``KeyError``."""
        return self._made[id_]

    def run(self, id_: str) -> None:
        """Do it, as if its key had been pressed; nothing if it is disabled now."""
        self._made[id_].trigger()

    def enable(self, id_: str, on: bool, why_not: str = "") -> None:
        """Whether it can be done now; ``why_not`` is shown as its tooltip if not."""
        self._made[id_].setEnabled(on)
        self._made[id_].setToolTip("" if on else why_not)

    def say(self, id_: str, words: str) -> None:
        """Word an action anew, since what it would change is part of its words."""
        self._made[id_].setText(words)

    def name_step(self, id_: str, step: str) -> None:
        """Name what ``undo`` or ``redo`` would do: ``Undo: Change the due date of C-2026-0172``; empty disables it."""
        action = self._made[id_]
        action.setText(text(f"action.{id_}_step", step=step) if step else text(f"action.{id_}"))
        action.setEnabled(bool(step))

    def use_letters(self, on: bool) -> None:
        """Whether letters alone are keys."""
        for action in ACTIONS:
            if action.letter:
                self._made[action.id].setShortcut(QKeySequence(action.shortcut if on else ""))

    def possible(self) -> Iterator[tuple[Action, str]]:
        """What can be done now, with its words as they are now; for Ctrl+K."""
        for action in ACTIONS:
            if self._made[action.id].isEnabled():
                yield action, self._made[action.id].text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tint the icons anew when the look changes."""
        if event.type() == QEvent.Type.StyleChange:
            for action in ACTIONS:
                self._tint(action, self._made[action.id])
        return super().eventFilter(watched, event)

    def _make(self, action: Action) -> QAction:
        made = QAction(action.text, self._window)
        made.setShortcut(QKeySequence(action.shortcut))
        made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        made.triggered.connect(lambda: self.asked.emit(action.id))
        self._tint(action, made)
        self._window.addAction(made)
        return made

    def _tint(self, action: Action, made: QAction) -> None:
        if action.icon:
            worn = look()
            tone, off = worn.colour("text2").name(), worn.colour("line2").name()
            made.setIcon(worn.icons.icon(action.icon, tone, off))

    def _fill_menus(self) -> None:
        for group in GROUPS:
            menu = self._window.menuBar().addMenu(text(f"menu.{group}"))
            for action in ACTIONS:
                if action.group == group:
                    if action.rule:
                        menu.addSeparator()
                    menu.addAction(self._made[action.id])
