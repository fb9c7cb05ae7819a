"""A page of records: a list, and beside it the record chosen, or its editor in the same place."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QWidget

from liaison_app.desktop.page import Page, asked_for
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.empty import EmptyState
from liaison_app.desktop.parts.layout import across
from liaison_app.desktop.records.form import RecordForm
from liaison_app.desktop.records.kept_form import EDIT, KeptForm
from liaison_app.desktop.records.pane import AnyPane
from liaison_app.desktop.records.retyping import Typed, type_beside, typed_beside
from liaison_app.desktop.records.view import RecordView
from liaison_app.desktop.session import Session, Step
from liaison_app.desktop.tasks import in_words
from liaison_app.domain.kinds import Kind
from liaison_app.services import finding, removing
from liaison_app.services.editing import Done
from liaison_app.services.office import Office
from liaison_app.services.reading import looking, names_of
from liaison_app.services.rows import Named
from liaison_app.system.messages import text

Write = Callable[[Mapping[str, object], Mapping[str, object]], Done]
"""Saves what was typed: the fields changed, and all of them."""


class RecordsPage(Page):
    """List and record side by side. What differs from kind to kind is asked of the page that stands on this one:
    ``fetch``, ``view``, ``form``, ``save``, ``key_of`` and ``id_of``."""

    kind: Kind

    def __init__(self, session: Session, title: str) -> None:
        super().__init__(session, title)
        self._id: UUID | None = None
        self._data: Any = None
        self._form: RecordForm | None = None
        self._kept = KeptForm(session, self.kind)
        self._stack = QStackedWidget()
        self._nothing = EmptyState(text("record.none"), text("record.none_more"))
        self._stack.addWidget(self._nothing)
        self.pane: AnyPane = self.make_pane()
        self.arrange()
        self.pane.pointed.connect(self._pointed)
        self.pane.chosen.connect(self._chosen)
        self.pane.new_asked.connect(lambda: self.begin_new(""))
        self.pane.shown.connect(self._first)
        self.pane.load()
        self._kept.look_for(self._take_up, self)

    def arrange(self) -> None:
        """Put list and record where they belong: side by side."""
        self.setLayout(across(self.pane, (self._stack, 1), gap=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between list and record."""
        super().resizeEvent(event)
        self.pane.fit()

    @abstractmethod
    def make_pane(self) -> AnyPane:
        """The list."""

    @abstractmethod
    def fetch(self, office: Office, record: UUID) -> Any:
        """All that the record shows; asked on the reading thread."""

    @abstractmethod
    def view(self, data: Any, tab: str) -> RecordView:
        """The record as it's shown, with the part ``tab`` in front."""

    @abstractmethod
    def form(self, data: Any | None, about: Mapping[str, Named]) -> RecordForm:
        """The editor of a record; for None of a new one, ``about`` being the records it has to do with, by kind."""

    @abstractmethod
    def save(
        self,
        office: Office,
        record: UUID | None,
        given: Mapping[str, object],
        whole: Mapping[str, object],
    ) -> Done:
        """Write what was typed: ``given`` are the fields changed, ``whole`` all of them. On the writing thread."""

    @abstractmethod
    def key_of(self, data: Any) -> object:
        """The key of a record in the list."""

    @abstractmethod
    def id_of(self, key: object) -> UUID | None:
        """The record of a key of the list."""

    @property
    def record(self) -> tuple[Kind, UUID] | None:
        """The record shown."""
        return (self.kind, self._id) if self._id is not None else None

    @property
    def shown(self) -> RecordView | None:
        """The record's view, if one is in front."""
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, RecordView) else None

    def come(self, about: str) -> None:
        """Show a record, the list, or a new one's editor."""
        self.pane.list.setFocus()
        if about.startswith("new"):
            self.begin_new(about)
        elif about:
            office = self.session.office
            self.session.tasks.read(
                lambda: _id_from(office, about), self.show_record, owner=self, slot="target"
            )

    def refresh(self, step: Step | None) -> None:
        """Fetch list and record anew; what is being typed stays."""
        self.pane.load()
        if self._id is not None:
            self.show_record(self._id)

    def able(self) -> frozenset[str]:
        """What can be done now."""
        if self._form is not None:
            return frozenset({"save", "save_and_new", "filter"})
        return frozenset({"filter", *({"edit", "history", *self.doing()} if self._data else ())})

    def doing(self) -> frozenset[str]:
        """Further actions that the record shown can take."""
        return frozenset()

    def act(self, action: str) -> None:
        """Do one of them."""
        if action == "filter":
            self.pane.filter.setFocus()
            self.pane.filter.selectAll()
        elif action in ("save", "save_and_new") and self._form is not None:
            self._form.save(action == "save_and_new")
        elif action == "edit":
            self.begin_edit()
        elif action == "history" and self.shown is not None:
            self.shown.show_tab("history")

    def keep_typed(self) -> None:
        """Keep what is typed into the form that is open, and beside it."""
        form = self._form if self._form is not None and self._form.changed else None
        beside = self._typed_beside()
        if form is not None or beside:
            self._kept.keep(self._id, form, beside)

    def may_leave(self) -> bool:
        """Not while something typed isn't saved."""
        if self._form is None or not self._form.changed:
            self.leave_form()
            return True
        self._form.refuse(text("form.unsaved"))
        return False

    def show_record(self, record: UUID) -> None:
        """Show a record beside the list."""
        office = self.session.office
        self._id = record
        self.session.tasks.read(
            lambda: self.fetch(office, record),
            self._show,
            otherwise=self._lost,
            owner=self,
            slot="record",
        )

    def begin_edit(self) -> None:
        """Put the editor in the record's place."""
        if self._data is not None:
            self._open(self.form(self._data, {}), EDIT)

    def begin_new(self, about: str) -> None:
        """Put the editor of a new record there."""
        if self.may_leave():
            office, asked = self.session.office, asked_for(about)
            self.session.tasks.read(
                lambda: _names(office, asked),
                lambda names: self._open(self.form(None, names), about or "new"),
                owner=self,
                slot="new",
            )

    def leave_form(self) -> None:
        """Back to the record as it was."""
        if self._form is None:
            return
        form, self._form = self._form, None
        self._kept.end()
        self._stack.removeWidget(form)
        form.deleteLater()
        if self._stack.count() > 1:
            self._stack.setCurrentIndex(self._stack.count() - 1)
        self.pane.list.setFocus()

    def more_button(self, extra: Mapping[str, Any] | None = None) -> Button:
        """The three dots of a record: history, what ``extra`` offers (words and what they do), delete."""
        button = Button.icon_only("more", text("record.more"))
        menu = QMenu(button)
        for words, does in (extra or {}).items():
            menu.addAction(words, does)
        menu.addAction(text("action.history"), lambda: self.act("history"))
        menu.addSeparator()
        menu.addAction(text("record.delete"), self.delete)
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
        return button

    def edit_button(self) -> Button:
        """Edit, as F2."""
        button = Button(text("record.edit"), icon="edit", tip="F2")
        button.clicked.connect(self.begin_edit)
        return button

    def delete(self) -> None:
        """Delete the record shown; the notice bar offers Undo."""
        office, kind, record = self.session.office, self.kind, self._id
        if record is not None:
            self.session.do(
                lambda: removing.delete(office, kind, record), lambda _: self._gone(), owner=self
            )

    def open_again(self, how: str) -> None:
        """Open the form that was open, by what ``open_form`` was told of it."""
        self.begin_edit() if how == EDIT else self.begin_new(how)

    def open_form(self, form: RecordForm, write: Write, how: str) -> None:
        """Put a form in the record's place; ``write`` saves what was typed, on the writing thread, and
        ``how`` is what ``open_again`` would need to open another like it."""
        self.leave_form()
        self._form = form
        self._kept.begin(form, how)
        form.left.connect(self.leave_form)
        form.saved.connect(lambda another: self._save(form, write, another=another))
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        form.begin()

    def _open(self, form: RecordForm, how: str) -> None:
        office, record = self.session.office, self._id if how == EDIT else None
        self.open_form(form, lambda given, whole: self.save(office, record, given, whole), how)

    def _take_up(self, record: UUID | None, how: str) -> None:
        """Go on with what was being typed when the window was locked."""
        if self._form is not None:
            return
        if record is None:
            self.open_again(how)
        else:
            self._again = how
            self.show_record(record)

    _again = ""
    """How to open the form, once its record is here."""

    def _save(self, form: RecordForm, write: Write, *, another: bool) -> None:
        given, whole = form.given(), form.whole()

        def saved(done: Done) -> None:
            self.leave_form()
            self.show_record(done.id)
            if another:
                self.begin_new("")

        self.session.do(
            lambda: write(given, whole),
            saved,
            otherwise=lambda fault: form.refuse(in_words(fault)),
            owner=form,
        )

    def _show(self, data: Any) -> None:
        tab = self.shown.tab if self.shown is not None else ""
        self._data = data
        view, focus = self.view(data, tab), self._focus_within()
        beside = self._typed_beside() if self._shown_id == self._id else {}
        self._shown_id = self._id
        self._clear()
        self._stack.insertWidget(1, view)
        type_beside(view, {**beside, **self._kept.beside(self._id)})
        if self._form is None:
            self._stack.setCurrentWidget(view)
            _focus_again(view, focus)
        self.pane.point_at(self.key_of(data))
        if self._again:
            how, self._again = self._again, ""
            self.open_again(how)

    _shown_id: UUID | None = None
    """Whose view is in front, while another may have been asked for."""

    def _typed_beside(self) -> dict[str, Typed]:
        views = [self._stack.widget(at) for at in range(self._stack.count())]
        shown = [one for one in views if isinstance(one, RecordView)]
        return typed_beside(shown[0]) if shown else {}

    def _focus_within(self) -> QWidget | None:
        """The control of the record shown that has the focus."""
        focus = QApplication.focusWidget()
        inside = self.shown is not None and focus is not None and self.shown.isAncestorOf(focus)
        return focus if inside else None

    def _clear(self) -> None:
        for at in reversed(range(self._stack.count())):
            widget: QWidget | None = self._stack.widget(at)
            if isinstance(widget, RecordView):
                self._stack.removeWidget(widget)
                widget.deleteLater()

    def _lost(self, fault: BaseException) -> None:
        self.session.say(in_words(fault), "late")
        self._gone()

    def _gone(self) -> None:
        self._id, self._data = None, None
        self._clear()
        if self._form is None:
            self._stack.setCurrentWidget(self._nothing)
        self.pane.load()

    def _first(self) -> None:
        """Show the first record when none was asked for."""
        if self._id is not None:
            if self._data is not None:
                self.pane.point_at(self.key_of(self._data))
            return
        if self._form is None and self.pane.list.model().rowCount():
            self.pane.point_at_first()

    def _pointed(self, key: object) -> None:
        record = self.id_of(key)
        if record is not None and record != self._id and self.may_leave():
            self.show_record(record)

    def _chosen(self, key: object) -> None:
        self._pointed(key)
        if self.shown is not None:
            self.shown.setFocus()
            self.shown.focusNextChild()


def _focus_again(view: RecordView, before: QWidget | None) -> None:
    """Give the focus to the control that stands where ``before`` did, so that one can go on typing."""
    if before is None:
        return
    name = before.accessibleName()
    for one in view.findChildren(type(before)):
        if name and one.accessibleName() == name:
            one.setFocus()
            return


def _names(office: Office, asked: Mapping[str, UUID]) -> dict[str, Named]:
    with looking(office) as look:
        found = {kind: names_of(look, kind, [id_]).get(id_) for kind, id_ in asked.items()}
    return {kind: name for kind, name in found.items() if name is not None}


def _id_from(office: Office, about: str) -> UUID:
    """The record named by an id or a reference."""
    try:
        return UUID(about)
    except ValueError:
        return finding.by_ref(office, about).id
