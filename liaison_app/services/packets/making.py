"""A packet made: from a reference to a PDF on the disk and a line in the ledger."""

from pathlib import Path
from zoneinfo import ZoneInfo

from liaison_app.services.finding import Target, find_ref
from liaison_app.services.office import Office, setting_in
from liaison_app.services.outgoing.leaving import Leaving, write_out
from liaison_app.services.outgoing.targets import refuse_target
from liaison_app.services.outgoing.zones import zone_called
from liaison_app.services.packets.brief import Asked, Brief
from liaison_app.services.packets.drawing import draw
from liaison_app.services.packets.filling import Print, fill
from liaison_app.services.packets.versions import enter_version, made_at
from liaison_app.services.packets.wish import Filled as Filled
from liaison_app.services.packets.wish import Made as Made
from liaison_app.services.packets.wish import Wish as Wish
from liaison_app.services.reading import looking
from liaison_app.services.redaction import Released
from liaison_app.services.releasing import released_to
from liaison_app.store import ledger
from liaison_app.store.tables.people import person
from liaison_app.system.worker.job import Do, here

KIND = "packet"
"""How packets are called in the export ledger."""


def fill_packet(office: Office, wish: Wish) -> Filled:
    """The content of a packet for its audience, from one snapshot of the office.

    Its version is one more than the packets that left about the same subject. Refuses an unknown
    reference and a subject that isn't for the audience.
    """
    with looking(office) as look:
        target = find_ref(look, wish.ref)
        released = released_to(look.connection, wish.audience)
        brief = Brief(
            released, Asked(target, wish.as_of, zone_called(look.setting("zone"), ZoneInfo("UTC")))
        )
        packet = fill(brief, _print(office, released, target, wish))
        return Filled(target, packet, released.rows_left_out, released.cells_left_out)


def make_packet(office: Office, wish: Wish, do: Do = here) -> Made:
    """The packet as a PDF in memory: for the preview, and before it is kept. ``do`` draws it."""
    filled = fill_packet(office, wish)
    rendered = do(draw, filled.packet)
    return Made(filled, rendered.pdf, rendered.pages, tuple(map(str, rendered.warnings)))


def keep_packet(office: Office, made: Made, wish: Wish, path: Path) -> None:
    """Write a packet to ``path``, whole or not at all, and enter it in the ledger and as a version."""
    write_out(office, path, made.pdf, leaving_of(made, wish))
    enter_version(office, made, wish)


def leaving_of(made: Made, wish: Wish) -> Leaving:
    """What the ledger says of a packet, written or printed."""
    packet = made.filled.packet
    return Leaving(
        KIND,
        made.filled.target.id,
        wish.audience,
        f"{wish.kind} {packet.paper} v{packet.version}",
        {"pages": made.pages, "tabs": len(packet.tabs)},
    )


def write_packet(office: Office, wish: Wish, path: Path) -> Made:
    """Make a packet and keep it. A target that can't be written is refused before any work."""
    refuse_target(office, path)
    made = make_packet(office, wish)
    keep_packet(office, made, wish, path)
    return made


def _print(office: Office, released: Released, target: Target, wish: Wish) -> Print:
    def setting(key: str) -> str:
        return setting_in(released.connection, key)

    officer = released.get(person, [office.store.node.officer])
    versions = made_at(released.connection, target)
    known = {sha256 for _, _, sha256 in versions}
    earlier = [as_of for _, as_of, _ in versions]
    earlier += [
        entry.made_at
        for entry in ledger.entries(released.connection, KIND)
        if entry.subject_id == target.id and entry.sha256 not in known
    ]
    earlier.sort(reverse=True)
    return Print(
        kind=wish.kind,
        paper=wish.paper or ("a4" if setting("paper") == "a4" else "letter"),
        version=max([len(earlier), *(number for number, _, _ in versions)]) + 1,
        earlier=tuple(earlier),
        office=setting("name") or office.path.stem,
        officer=next(
            (", ".join(filter(None, (row.full_name, row.phone))) for row in officer.values()), ""
        ),
    )
