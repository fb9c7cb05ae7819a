"""Outcomes, requests, gifts, coordination, consultations and what hangs on them as lines of text."""

from datetime import date

from liaison_app.domain.deadlines import State
from liaison_app.domain.duplicate_requests import Candidate
from liaison_app.domain.outcomes import Brought, Totals
from liaison_app.services.attachments import Attached
from liaison_app.services.deadlines import DeadlineRow
from liaison_app.services.exchange_rows import (
    ConsultationRow,
    CoordinationRow,
    GiftRow,
    OutcomeRow,
    RequestRow,
)
from liaison_app.services.outgoing.labels import inline, label
from liaison_app.services.pages.exchange import Concern
from liaison_app.services.rows import Named
from liaison_app.system.messages import text


def outcome(row: OutcomeRow) -> list[str]:
    """When, what, where, how it stands, what is claimed and what was verified."""
    counted = text("line.counted_in", ref=row.counted_in.ref) if row.counted_in else ""
    when = row.when.label() if row.when is not None else text("line.no_date")
    return [
        row.ref,
        when,
        row.title,
        called(row.jurisdiction),
        label("outcome_status", row.status),
        said("line.claimed", figures(row.claimed)),
        said("line.verified", figures(row.verified)),
        counted,
    ]


def request(row: RequestRow) -> list[str]:
    """When it came, who asks what, what was decided, what became of it."""
    return [
        row.ref,
        day(row.received_on) or text("line.no_date"),
        row.title,
        called(row.asker),
        _decision(row),
        row.became.ref or "" if row.became else "",
        _answer(row),
    ]


def _decision(row: RequestRow) -> str:
    if row.duplicate_of is not None:
        return text("line.duplicate", ref=row.duplicate_of.ref)
    return label("request_decision", row.decision) or text("line.undecided")


def _answer(row: RequestRow) -> str:
    if row.answered_on is not None:
        return text("line.answered", day=day(row.answered_on))
    code = "line.answer_late" if row.is_late else "line.answer_due"
    return text(code, day=day(row.answer_due_on)) if row.answer_due_on is not None else ""


def gift(row: GiftRow) -> list[str]:
    """When, what, from whom to whom, how it stands, its value."""
    who = " → ".join(one for one in (called(row.giver), called(row.receiver)) if one)
    value = f"{row.value_amount:,} {row.value_currency}" if row.value_amount is not None else ""
    status = label("gift_status", row.status)
    where = label("disposition", row.disposition)
    return [
        row.ref,
        day(row.given_on),
        row.title,
        who,
        called(row.jurisdiction),
        status,
        value,
        where,
    ]


def coordination(row: CoordinationRow) -> list[str]:
    """When, what, with whom, what they said, under which reference."""
    when = day(row.done_on) or day(row.asked_on) or text("line.no_date")
    code = "line.answer_late" if row.is_awaited else "line.answer_due"
    waits = row.done_on is None and row.answer_due_on is not None
    return [
        row.ref,
        when,
        row.title,
        called(row.who) or label("coordination_body", row.body),
        label("coordination_action", row.action),
        row.reference or "",
        text(code, day=day(row.answer_due_on)) if waits else "",
    ]


def consultation(row: ConsultationRow) -> list[str]:
    """When the nation was invited, to what, how it stands, what each side calls it."""
    we, nation = (inline("said", code) for code in (row.we_call_it, row.nation_calls_it))
    notice = text("line.days_notice", count=row.notice_days) if row.notice_days else ""
    both = text("line.both_say", we=we, nation=nation)
    status = label("consultation_status", row.status)
    nation_called = called(row.jurisdiction)
    return [row.ref, day(row.invited_on), row.title, nation_called, status, notice, both]


def concern(row: Concern) -> list[str]:
    """What was raised, how it was considered, what was answered."""
    considered = said("line.considered", row.consideration or "", "words")
    return [row.concern, considered, said("line.response", row.response or "", "words")]


def totals(row: Totals) -> list[str]:
    """How many outcomes count, and what they come to."""
    if not row.count:
        return []
    parts = [text("line.outcomes", count=row.count)]
    for code, total in (("line.claimed", row.claimed), ("line.verified", row.verified)):
        sums = [f"{amount:,} {currency}" for currency, amount in total.sums.items()]
        parts.append(said(code, ", ".join([*sums, *_people(total.jobs, total.people)])))
    return parts


def deadline(row: DeadlineRow) -> list[str]:
    """What is due about what, until when, how it stands, where the rule is from."""
    if row.state is State.FILED:
        stands = f"{text('state.filed')} {day(row.filed_on)} {row.reference or ''}".strip()
    elif row.state is State.NOT_APPLICABLE:
        stands = f"{text('state.not_applicable')}: {row.reason or ''}"
    else:
        stands = text(f"state.{row.state}")
    due = text("line.due", day=day(row.due_on))
    return [row.about.ref or "", row.duty, due, stands, row.source, row.caution]


def attached(row: Attached) -> list[str]:
    """What a file is called, what it is, and whether it may be used."""
    permission = label("photo_permission", row.permission) if row.role == "photo" else ""
    size = f"{max(1, row.size // 1000):,} kB"
    return [
        row.name,
        row.caption or "",
        row.media_type,
        size,
        permission,
        row.permission_note or "",
    ]


def candidate(row: Candidate) -> list[str]:
    """A request that may be the same, and why."""
    reasons = ", ".join(text(f"reason.{one}") for one in row.reasons)
    words = text("line.same_words", words=", ".join(row.words))
    return [row.ref, reasons, words, text("line.days_apart", count=row.days_apart)]


def figures(brought: Brought) -> str:
    """A sum, jobs and people in words."""
    amount = f"{brought.amount:,} {brought.currency or ''}" if brought.amount is not None else ""
    return ", ".join([*([amount] if amount else []), *_people(brought.jobs, brought.people)])


def called(who: Named | str | None) -> str:
    """What somebody or something is called."""
    return who.title if isinstance(who, Named) else who or ""


def day(on: date | None) -> str:
    """A day as text, nothing without one."""
    return on.isoformat() if on is not None else ""


def said(code: str, words: str, name: str = "figures") -> str:
    """The sentence around these words, nothing without any."""
    return text(code, **{name: words}) if words else ""


def _people(jobs: int | None, people: int | None) -> list[str]:
    counted = (("line.jobs", jobs), ("line.reached", people))
    return [text(code, count=count) for code, count in counted if count]
