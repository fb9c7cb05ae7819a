"""What is typed into a form and not saved, over a lock: kept in the office, and taken up afterwards."""

import json
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from liaison_app.desktop.records.form import RecordForm
from liaison_app.desktop.records.retyping import Typed
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services.capturing import unsaved
from liaison_app.services.capturing.unsaved import Kept
from liaison_app.system.messages import text

EDIT = "edit"
"""The form of the record shown; any other word means something to the page that opened it."""


class KeptForm:
    """The form open on one page of records: how to open it again, and what is kept of it."""

    def __init__(self, session: Session, kind: Kind) -> None:
        self._session, self._draft = session, f"form:{kind}"
        self._how = ""
        self._kept: dict[str, Any] | None = None

    def begin(self, form: RecordForm, how: str) -> None:
        """A form was opened; if it is the one that something is kept of, that's typed again."""
        self._how = how
        kept = self._kept
        if kept is not None and kept["how"] == how:
            form.type_again(kept["typed"])
            self._session.say(text("form.taken_up"), "soon")

    def end(self) -> None:
        """The form was saved, or left as it was: nothing is kept of it any more."""
        if self._kept is not None:
            self._kept = None
            office, draft = self._session.office, self._draft
            self._session.do(lambda: unsaved.forget(office, draft))

    def keep(
        self, record: UUID | None, form: RecordForm | None, beside: Mapping[str, Typed]
    ) -> None:
        """Keep what is typed, into the form and ``beside`` it into the record that is shown."""
        shown = str(record) if record is not None else None
        typed = form.typed() if form is not None else {}
        how = self._how if form is not None else ""
        self._kept = {"record": shown, "how": how, "typed": typed, "beside": dict(beside)}
        office, draft, content = self._session.office, self._draft, json.dumps(self._kept)
        self._session.do(lambda: unsaved.keep(office, draft, content.encode()))

    def beside(self, record: UUID | None) -> Mapping[str, Typed]:
        """What is kept of the fields of this record, once."""
        kept = self._kept
        if kept is None or kept["record"] != str(record):
            return {}
        found: Mapping[str, Typed] = kept.pop("beside", {})
        if not kept["how"]:
            self.end()
        return found

    def look_for(self, found: Callable[[UUID | None, str], None], owner: QObject) -> None:
        """Tell ``found(record, how)`` if something was kept."""
        office, draft = self._session.office, self._draft

        def show(kept: Kept | None) -> None:
            if kept is None:
                return
            held = json.loads(kept.content)
            self._kept = held
            found(UUID(held["record"]) if held["record"] else None, held["how"])

        self._session.tasks.read(
            lambda: unsaved.kept(office, draft), show, owner=owner, slot="typed"
        )
