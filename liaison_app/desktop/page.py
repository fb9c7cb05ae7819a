"""What the window asks of a page."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.session import Session, Step
from liaison_app.domain.kinds import Kind


class Page(QWidget):
    """A page of the window. It's made when it is first shown, and stays.

    ``able`` names the actions (``actions.ACTIONS``) that mean something on it now; the window sends those here first.
    Children with the property ``region`` are stops of F6.
    """

    def __init__(self, session: Session, title: str) -> None:
        super().__init__()
        self.session = session
        self.setAccessibleName(title)

    def come(self, about: str) -> None:
        """Be shown. ``about``: id or reference of a record, empty for the list, ``new…`` for a new one."""

    @property
    def record(self) -> tuple[Kind, UUID] | None:
        """The record shown, if any: what a packet or a new commitment asked for here is about."""
        return None

    def refresh(self, step: Step | None) -> None:
        """Something was written (None: by others, anything): show it anew. Only the page shown is told at once."""

    def able(self) -> frozenset[str]:
        """Actions that can be done here now."""
        return frozenset()

    def act(self, action: str) -> None:
        """Do one of them."""

    def keep_typed(self) -> None:
        """Keep in the office what is typed and not saved: the window is locked, whatever is being done.

        The page has it again when it's made anew.
        """

    def may_leave(self) -> bool:
        """Whether the page can be left: False keeps it, and it says why itself."""
        return True


def asked_for(about: str) -> dict[str, UUID]:
    """What ``new?jurisdiction=ID`` says a new record is about: ids by kind; empty for anything else."""
    _, _, said = about.partition("?")
    pairs = (one.partition("=") for one in said.split("&") if one)
    return {kind: UUID(id_) for kind, _, id_ in pairs}
