"""What other programs did to an office that is open here: the command line, another window.

SQLite keeps a number that changes with every write to the file. Asking for it costs a tenth of a
millisecond; only when it changed are there steps to look for.
"""

from dataclasses import dataclass

from sqlalchemy import func, select

from liaison_app.services.history import StepLine, lines
from liaison_app.services.office import Office
from liaison_app.services.reading import looking
from liaison_app.store.tables.journal import step

_MOST = 20


@dataclass(frozen=True)
class Seen:
    """How the file stood at a look: SQLite's number, the number of the newest step, and the steps that
    came since the look before, the oldest first (the latest 20 of more)."""

    version: int
    newest: int
    came: tuple[StepLine, ...] = ()


def look_again(office: Office, before: Seen | None) -> Seen:
    """See how the file stands now; ``before`` is the last look, None for the first."""
    version = office.store.data_version()
    if before is not None and before.version == version:
        return Seen(version, before.newest)
    with looking(office) as look:
        newest = look.one(select(func.max(step.c.n).label("n")))
        last = (newest.n or 0) if newest is not None else 0
        if before is None or last == before.newest:
            return Seen(version, last)
        chosen = select(step).where(step.c.n > before.newest).order_by(step.c.n.desc())
        rows = look.all(chosen.limit(_MOST))
        return Seen(version, last, tuple(reversed(lines(look, rows))))
