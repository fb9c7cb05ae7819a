"""For whom something leaves, and as of when: options that ``export`` and ``packet`` share."""

import argparse
from collections.abc import Mapping
from datetime import UTC, datetime

from liaison_app.domain.audience import Audience, Reader
from liaison_app.domain.errors import Refusal
from liaison_app.services.finding import by_ref
from liaison_app.services.office import Office
from liaison_app.system import messages


def add_audience(parser: argparse.ArgumentParser, default: Reader) -> None:
    """``--audience``, ``--for`` and ``--as-of``."""
    parser.add_argument(
        "--audience",
        choices=[reader.value for reader in Reader],
        default=default.value,
        help=f"who will read it ({default.value}); a partner is named with --for",
    )
    parser.add_argument(
        "--for", dest="party", metavar="REF", help="the partner: J-, O- or P- reference"
    )
    parser.add_argument(
        "--as-of", metavar="INSTANT", help="such as 2026-11-24T09:00:00Z; now if not given"
    )


def audience_of(args: argparse.Namespace, office: Office) -> Audience:
    """Who will read it. Refuses a partner without a name, and a name for anybody else."""
    reader = Reader(args.audience)
    if args.party is None:
        return Audience(reader)
    if reader is not Reader.PARTNER:
        raise Refusal("audience.not_for_a_partner", audience=reader.value)
    return Audience(reader, by_ref(office, args.party).id)


def instant_of(args: argparse.Namespace, office: Office) -> datetime:
    """The instant whose knowledge is printed, to the second; one without a zone is UTC."""
    if args.as_of is None:
        return office.clock.now().replace(microsecond=0)
    try:
        given = datetime.fromisoformat(args.as_of)
        given = given if given.tzinfo else given.replace(tzinfo=UTC)
        return given.astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError) as fault:
        raise Refusal("outgoing.bad_instant", given=args.as_of) from fault


def left_out_lines(rows: Mapping[str, int], cells: Mapping[str, int]) -> list[str]:
    """What the audience was not given, for whoever made it; nothing where nothing was left out."""
    lines = []
    if rows:
        said = ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in rows.items())
        lines.append(messages.text("outgoing.rows_left_out", what=said))
    if cells:
        named = (f"{name.replace('.', ' ').replace('_', ' ')} {n}" for name, n in cells.items())
        lines.append(messages.text("outgoing.cells_left_out", what=", ".join(named)))
    return lines
