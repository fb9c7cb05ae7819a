"""Agreements, memberships, programmes, funding and assignments as lines of text for a terminal.

``lines.py`` takes ``LINES`` in.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from liaison_app.cli.joining import join, span
from liaison_app.domain import agreements, assignments
from liaison_app.domain.money import Money
from liaison_app.services.lists.agreements import AgreementRow
from liaison_app.services.lists.assignments import AssignmentRow
from liaison_app.services.lists.funding import FundingRow
from liaison_app.services.lists.memberships import MembershipRow
from liaison_app.services.lists.programmes import ProgrammeRow
from liaison_app.services.outgoing.labels import label
from liaison_app.services.pages.agreement import Notification, Party, Signatory
from liaison_app.services.pages.membership import Pledge
from liaison_app.services.pages.programme import Sums
from liaison_app.services.rows import Named
from liaison_app.system import messages


def _agreement(row: AgreementRow) -> str:
    signed = row.signed.label() if row.signed is not None else ""
    with_whom = ", ".join(_called(one) for one in row.parties) or _called(row.jurisdiction)
    return join(row.ref, signed, row.title, with_whom, _stands(row), *_to_do(row))


def _stands(row: AgreementRow) -> str:
    until = row.expires_on.isoformat() if row.expires_on is not None else ""
    if row.standing is agreements.Standing.LAPSED:
        return messages.text("line.lapsed", day=until)
    if row.standing in (agreements.Standing.ENDING, agreements.Standing.IN_FORCE) and until:
        return messages.text("line.in_force_until", day=until)
    return label("agreement_status", row.status)


def _to_do(row: AgreementRow) -> list[str]:
    said = []
    if row.expiring and row.review_on is not None:
        said.append(messages.text("line.review", day=row.review_on.isoformat()))
    if row.dormant:
        said.append(messages.text("line.dormant"))
    return said


def _party(row: Party) -> str:
    return join(label("side", row.side), _called(row.who))


def _signatory(row: Signatory) -> str:
    title = row.title_as_of or _called(row.office)
    return join(label("side", row.side), _called(row.person), title, _day(row.signed_on))


def _notification(row: Notification) -> str:
    if row.done_on is not None:
        when = messages.text("line.done_on", day=row.done_on.isoformat())
    else:
        when = messages.text("line.due_on", day=_day(row.due_on)) if row.due_on else ""
    return join(row.scheme, when, row.reference)


def _membership(row: MembershipRow) -> str:
    since = row.since.label() if row.since is not None else ""
    who = "" if row.jurisdiction is None else row.jurisdiction.title
    role, status = label("membership_role", row.role), label("membership_status", row.status)
    dues = messages.text("line.dues_late", day=_day(row.dues_due_on)) if row.dues_late else ""
    return join(row.ref, row.title, who, role, since, status, dues)


def _pledge(row: Pledge) -> str:
    due = row.due.label() if row.due is not None else ""
    own = row.commitment.ref if row.commitment is not None else ""
    return join(row.wording, due, label("pledge_status", row.status), own)


def _programme(row: ProgrammeRow) -> str:
    place = _called(row.jurisdiction or row.organization)
    days, status = span(row.start_on, row.end_on), label("programme_status", row.status)
    return join(row.ref, days, row.title, place, status)


def _funding(row: FundingRow) -> str:
    way = " → ".join(filter(None, (_called(row.giver), _called(row.recipient))))
    said = [
        messages.text(f"line.sum_{name}", sum=money.label())
        for name, money in (
            ("asked", row.asked),
            ("awarded", row.awarded),
            ("received", row.received),
        )
        if money is not None
    ]
    late = messages.text("line.report_late", day=_day(row.report_due_on)) if row.report_late else ""
    return join(row.ref, row.title, way, label("funding_status", row.status), *said[-1:], late)


def _sums(sums: Sums) -> str:
    said = [
        messages.text(f"line.sum_{name}", sum=" and ".join(one.label() for one in of_each))
        for name, of_each in (
            ("asked", sums.asked),
            ("awarded", sums.awarded),
            ("received", sums.received),
            ("spent", sums.spent),
        )
        if of_each
    ]
    return join(*said)


def _assignment(row: AssignmentRow) -> str:
    way = " → ".join(filter(None, (_called(row.sender), _called(row.host))))
    ending = ""
    if row.standing is assignments.Standing.ENDING:
        ending = messages.text("line.ends_in", count=row.days_left)
    late = messages.text("line.report_late", day=_day(row.report_due_on)) if row.report_late else ""
    days = span(row.start_on, row.end_on)
    return join(row.ref, days, row.title, _called(row.person), way, ending, late)


def _called(who: Named | str | None) -> str:
    return who.title if isinstance(who, Named) else who or ""


def _day(on: date | None) -> str:
    return on.isoformat() if on is not None else ""


LINES: Mapping[type, Callable[[Any], str]] = {
    AgreementRow: _agreement,
    Party: _party,
    Signatory: _signatory,
    Notification: _notification,
    MembershipRow: _membership,
    Pledge: _pledge,
    ProgrammeRow: _programme,
    FundingRow: _funding,
    Sums: _sums,
    AssignmentRow: _assignment,
    Money: Money.label,
}
"""The line of each type of row or part."""
