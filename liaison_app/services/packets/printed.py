"""A packet that went to a printer: it left the office as well, so it stands in the ledger."""

from liaison_app.services.office import Office
from liaison_app.services.packets.making import KIND, Made, Wish
from liaison_app.services.packets.versions import enter_version
from liaison_app.store import ledger


def enter_print(office: Office, made: Made, wish: Wish, printer: str) -> None:
    """Enter a packet that was printed; ``printer`` is its name on this machine, empty for the usual one."""
    packet = made.filled.packet
    enter_version(office, made, wish)
    ledger.enter(
        office.store,
        ledger.Entry(
            made_at=wish.as_of,
            kind=KIND,
            subject_id=made.filled.target.id,
            audience=wish.audience,
            filter=f"{wish.kind} {packet.paper} v{packet.version}",
            counts={"pages": made.pages, "tabs": len(packet.tabs)},
            sha256=made.sha256,
            path=f"printer:{printer}",
        ),
    )
