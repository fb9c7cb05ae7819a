"""The list that is looked at, and what was said of it, over a lock: kept in the office, read again afterwards."""

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from liaison_app.desktop.session import Session
from liaison_app.interchange.given_map import GivenMap, map_text, read_map
from liaison_app.services.capturing import unsaved
from liaison_app.services.capturing.unsaved import Kept

_DRAFT = "import"


class KeptList:
    """Where the file is and how it's read; nothing of what stands in it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, path: Path, given: GivenMap) -> None:
        """Keep it."""
        office, content = self._session.office, json.dumps([str(path), map_text(given)])
        self._session.do(lambda: unsaved.keep(office, _DRAFT, content.encode()))

    def look_for(self, found: Callable[[Path, GivenMap], None], owner: QObject) -> None:
        """Tell ``found(path, given)`` once if something was kept."""
        office = self._session.office

        def show(kept: Kept | None) -> None:
            if kept is not None:
                self._session.do(lambda: unsaved.forget(office, _DRAFT))
                path, given = json.loads(kept.content)
                found(Path(path), read_map(given.encode()))

        self._session.tasks.read(
            lambda: unsaved.kept(office, _DRAFT), show, owner=owner, slot="kept"
        )
