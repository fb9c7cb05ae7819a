"""What stands on a recovery sheet: enough to open the office, or a backup of it, on any computer.

The words of the sheet are the key itself. It is made anew whenever it's asked for and kept nowhere.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from liaison_app.domain.kinds import Kind
from liaison_app.services.office import Office, fingerprint, recovery_code
from liaison_app.services.reading import looking, names_of


@dataclass(frozen=True)
class RecoverySheet:
    """Whose office it opens, which file, since when; ``squares`` is the code as a QR code, rows from
    the top, True for dark; ``paper`` is letter or a4."""

    office: str
    officer: str
    path: Path
    fingerprint: str
    made_on: date
    paper: str
    code: str = field(repr=False)
    squares: tuple[tuple[bool, ...], ...] = field(repr=False)


def recovery_sheet(office: Office) -> RecoverySheet:
    """The sheet of an office that is open."""
    from liaison_app.documents.pdf.qr import squares  # noqa: PLC0415 - slow to import

    officer = office.store.node.officer
    with looking(office) as look:
        found = names_of(look, Kind.PERSON, [officer] if officer else [])
    code = recovery_code(office)
    return RecoverySheet(
        office=office.setting("name"),
        officer=next((one.title for one in found.values()), ""),
        path=office.path,
        fingerprint=fingerprint(office),
        made_on=office.today(),
        paper=office.setting("paper", "letter"),
        code=code,
        squares=squares(code),
    )
