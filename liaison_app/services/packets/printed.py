"""A packet that went to a printer: it left the office as well, so it stands in the ledger."""

from liaison_app.services.office import Office
from liaison_app.services.outgoing import leaving
from liaison_app.services.packets.making import Made, Wish, leaving_of
from liaison_app.services.packets.versions import enter_version


def enter_print(office: Office, made: Made, wish: Wish, printer: str) -> None:
    """Enter a packet that was printed; ``printer`` is its name on this machine, empty for the usual one."""
    enter_version(office, made, wish)
    leaving.enter_print(office, made.sha256, leaving_of(made, wish), printer)
