"""``liaison handover``: a change of principal or of officer; a preview, and with --apply the step."""

import argparse
from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from liaison_app.cli import options
from liaison_app.cli.documents import document
from liaison_app.cli.handover_lines import officer_lines, principal_lines
from liaison_app.cli.terminal import Terminal
from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import LETTERS, Kind
from liaison_app.services.drafts import PersonDraft, Who
from liaison_app.services.finding import by_ref
from liaison_app.services.handing_over import officer, principal
from liaison_app.services.handing_over.asked import OfficerChange, PrincipalChange, Treatment
from liaison_app.services.office import Office
from liaison_app.services.offices import NewPost
from liaison_app.system import messages

_PRINCIPAL_ALONE = ("vacant", "standing", "post", "keep", "review", "withdraw", "leave")


def add_to(subparsers: options.Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser(
        "handover", help="hand the office over; a preview unless --apply"
    )
    options.office(parser)
    parser.add_argument("what", choices=("principal", "officer"), help="who changes")
    to = parser.add_mutually_exclusive_group(required=True)
    to.add_argument("--to", metavar="WHO", help="P- reference, or the full name of somebody new")
    to.add_argument("--vacant", action="store_true", help="nobody yet (principal)")
    parser.add_argument("--on", metavar="DAY", help="the first day, such as 2027-01-04")
    parser.add_argument("--apply", action="store_true", help="write it, as one step")
    only = parser.add_argument_group("for a change of principal")
    only.add_argument(
        "--as",
        dest="standing",
        choices=("holder", "elect", "acting"),
        help="how the new one stands (holder)",
    )
    only.add_argument(
        "--post", metavar="POST", help="F- reference, or the title of a new one; else our head"
    )
    for name in ("keep", "review", "withdraw"):
        only.add_argument(
            f"--{name}", metavar="C-REF", nargs="+", default=[], help=f"{name} these commitments"
        )
    only.add_argument(
        "--leave",
        metavar="REF",
        nargs="+",
        default=[],
        help="trips and engagements left as they are",
    )


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Say what would happen, or do it as one step."""
    if args.what == "officer" and any(getattr(args, name) for name in _PRINCIPAL_ALONE):
        terminal.complain(messages.text("handover.principal_alone"))
        return 2
    if args.what == "principal" and args.on is None:
        terminal.complain(messages.text("handover.which_day"))
        return 2
    with terminal.open(args) as office:
        if args.what == "principal":
            change = _principal(args, office)
            made, step = principal.plan(office, change), None
            if args.apply:
                made, done = principal.change_principal(office, change)
                step = done.step
            lines = principal_lines(made)
        else:
            asked = OfficerChange(_who(office, args.to), _day(args.on))
            plan, step = officer.plan(office, asked), None
            if args.apply:
                plan, done = officer.change_officer(office, asked)
                step = done.step
            lines = officer_lines(plan)
    if args.json:
        whole = made if args.what == "principal" else plan
        terminal.put_json({"step": step, "plan": document(whole)})
        return 0
    terminal.say(*lines, "")
    if step is None:
        terminal.say(messages.text("handover.preview_only"))
    else:
        terminal.say(messages.text("handover.done", step=step))
    return 0


def _principal(args: argparse.Namespace, office: Office) -> PrincipalChange:
    choices = {
        one: Treatment(name)
        for name in ("keep", "review", "withdraw")
        for one in _ids(office, getattr(args, name), (Kind.COMMITMENT,))
    }
    day = _day(args.on)
    if day is None:
        raise Refusal("handover.which_day")
    return PrincipalChange(
        on=day,
        to=None if args.vacant else _who(office, args.to),
        standing=args.standing or "holder",
        post=_post(office, args.post),
        choices=choices,
        left=frozenset(_ids(office, args.leave, (Kind.TRIP, Kind.ENGAGEMENT))),
    )


def _day(given: str | None) -> date | None:
    return PartialDate.from_iso(given).first if given is not None else None


def _who(office: Office, given: str) -> Who:
    """A person of this reference; anything that doesn't look like one is a name."""
    if not _is_ref(given):
        return PersonDraft(given)
    target = by_ref(office, given)
    if target.kind is not Kind.PERSON:
        raise Refusal("subject.not_a_person", ref=target.ref)
    return target.id


def _post(office: Office, given: str | None) -> UUID | NewPost | None:
    if given is None:
        return None
    if not _is_ref(given):
        home = office.setting("home")
        return NewPost(given, {"jurisdiction_id": UUID(home), "is_head": True})
    target = by_ref(office, given)
    if target.kind is not Kind.OFFICE:
        raise Refusal("handover.no_such_post", ref=target.ref)
    return target.id


def _ids(office: Office, refs: Iterable[str], kinds: tuple[Kind, ...]) -> Iterator[UUID]:
    for ref in refs:
        target = by_ref(office, ref)
        if target.kind not in kinds:
            raise Refusal("handover.other_kind", ref=target.ref)
        yield target.id


def _is_ref(given: str) -> bool:
    """Whether this is written as references are: a letter of a kind, a dash, a number at its end."""
    letter, dash, rest = given.strip().partition("-")
    known = letter.upper() in set(LETTERS.values())
    return bool(known and dash and rest[-1:].isdigit())
