"""A packet that goes to a printer: it leaves the office as well, so it stands in the ledger, before the first page."""

from liaison_app.services.office import Office
from liaison_app.services.outgoing import leaving
from liaison_app.services.packets.making import Made, Wish, leaving_of
from liaison_app.services.packets.versions import enter_version


def enter_print(office: Office, made: Made, wish: Wish, printer: str) -> int:
    """Enter a packet that is about to be printed; ``printer`` is its name on this machine, empty for the usual one.
    Returns the number of its entry, to take back if the printer takes nothing."""
    return leaving.enter_print(office, made.sha256, leaving_of(made, wish), printer)


def say_printed(office: Office, made: Made, wish: Wish) -> None:
    """Enter it as a version: the pages are out."""
    enter_version(office, made, wish)
