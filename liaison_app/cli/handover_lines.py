"""What a handover does, and the note for the new officer, as lines of text."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from liaison_app.cli.joining import join
from liaison_app.cli.lines import line
from liaison_app.services.handing_over.asked import Treatment
from liaison_app.services.handing_over.coming import Coming, Goes
from liaison_app.services.handing_over.introductions import Introduction
from liaison_app.services.handing_over.note import HandoverNote, Relation, WatchOut
from liaison_app.services.handing_over.officer import OfficerPlan
from liaison_app.services.handing_over.papers import Papers
from liaison_app.services.handing_over.principal import PrincipalPlan
from liaison_app.services.handing_over.promises import Promise
from liaison_app.services.outgoing.labels import label
from liaison_app.services.rows import CommitmentRow, Named, Row
from liaison_app.system.messages import text

_MOST = 40
"""Lines of one list; ``--json`` has them all."""


def principal_lines(plan: PrincipalPlan) -> Iterator[str]:
    """A change of principal: who, what is promised, what is coming, what bears the old name."""
    post = _called(plan.post)
    for one in plan.leaving:
        code = "handover.ends" if one.last_on is not None else "handover.left_before"
        yield text(code, name=one.person.title, post=post, on=one.last_on or "")
    if plan.to is None:
        yield text("handover.is_vacant", post=post, on=plan.on)
    else:
        code = f"handover.begins.{plan.standing}"
        yield text(code, name=_called(plan.to), post=post, on=plan.on)
    for treatment in (Treatment.REVIEW, Treatment.WITHDRAW, Treatment.KEEP):
        chosen = [one for one in plan.promises.listed if one.treatment is treatment]
        more = plan.promises.more if treatment is Treatment.KEEP else 0
        lines = [_promise(one) for one in chosen]
        yield from _part(f"handover.promises.{treatment}", lines, more)
    yield from _coming(plan.coming)
    yield from _papers(plan.papers)
    yield from _introductions(plan.introductions)


def officer_lines(plan: OfficerPlan) -> Iterator[str]:
    """A change of officer, then the handover note."""
    yield text("handover.officer_changes", old=plan.leaving.title, new=_called(plan.to), on=plan.on)
    yield from (text("handover.post_changes", post=one.title) for one in plan.posts)
    yield text("handover.passphrase", old=plan.leaving.title)
    yield from _part("handover.owned", [f"{one.ref}  {one.title}" for one in plan.owned])
    yield from _coming(plan.coming)
    yield from _introductions(plan.introductions)
    yield ""
    yield text("handover.note", name=_called(plan.to), on=plan.on)
    yield from note_lines(plan.note)


def note_lines(note: HandoverNote) -> Iterator[str]:
    """The note for the new officer."""
    yield from _part("handover.relations", [_relation(one) for one in note.relations])
    ours, theirs = _rows(note.we_owe), _rows(note.they_owe)
    yield from _part("handover.we_owe", ours, note.owed.we_owe - len(ours))
    yield from _part("handover.they_owe", theirs, note.owed.they_owe - len(theirs))
    if note.unreviewed:
        yield text("handover.unreviewed", count=note.unreviewed)
    yield from _part("handover.ahead", _rows(note.coming))
    yield from _part("handover.requests", _rows(note.requests))
    yield from _part("handover.deadlines", [line(one) for one in note.deadlines])
    yield from _part("handover.agreements", _rows(note.agreements_to_settle))
    yield from _part("handover.watch_outs", [_watch_out(one) for one in note.watch_outs])


def _part(code: str, lines: Sequence[str], more: int = 0) -> Iterator[str]:
    """A heading with how many, then the lines; nothing where there are none. ``more`` aren't among them."""
    if not lines:
        return
    yield ""
    yield text(code, count=len(lines) + more)
    yield from (f"  {one}" for one in lines[:_MOST])
    unsaid = len(lines) + more - _MOST
    if unsaid > 0:
        yield "  " + text("handover.more", count=unsaid)


def _rows(rows: Iterable[Row]) -> list[str]:
    return [line(row) for row in rows]


def _promise(one: Promise) -> str:
    row: CommitmentRow = one.row
    return join(line(row), text("handover.personal") if one.is_personal else "")


def _coming(coming: Sequence[Coming]) -> Iterator[str]:
    for goes in Goes:
        chosen = [one for one in coming if one.goes is goes]
        yield from _part(f"handover.coming.{goes}", [_ahead(one) for one in chosen])


def _ahead(one: Coming) -> str:
    roles = ", ".join(_role(role) for role in one.roles)
    return join(one.ref, _day(one.on) or text("line.no_date"), one.title, roles)


def _role(role: str) -> str:
    return text("handover.lead") if role == "lead" else label("participant_role", role)


def _papers(papers: Papers) -> Iterator[str]:
    printed = [
        text("handover.packet", about=_named(one.about), version=one.version, out=one.copies_out)
        for one in papers.packets
    ]
    yield from _part("handover.packets", printed)
    yield from _part("handover.to_sign", [_named(one) for one in papers.agreements])
    yield from _part("handover.texts", [join(_named(one.about), one.field) for one in papers.texts])
    yield from _part("handover.drafts", list(papers.drafts))


def _introductions(found: Sequence[Introduction]) -> Iterator[str]:
    lines = [
        join(
            _named(one.person),
            one.held.title,
            one.held.jurisdiction.title if one.held.jurisdiction is not None else "",
            text("handover.last_met", on=_day(one.last_met_on)),
        )
        for one in found
    ]
    yield from _part("handover.introductions", lines)


def _relation(one: Relation) -> str:
    owed = one.owed
    met = one.last_engagement_on
    return join(
        _named(one.jurisdiction),
        ", ".join(leader.title for leader in one.leaders),
        text("handover.last_met", on=_day(met)) if met is not None else "",
        text("line.we_owe", count=owed.we_owe, late=owed.overdue) if owed.we_owe else "",
        text("line.they_owe", count=owed.they_owe) if owed.they_owe else "",
    )


def _watch_out(one: WatchOut) -> str:
    place = one.jurisdiction.title if one.jurisdiction is not None else ""
    return join(one.engagement.ref or "", _day(one.on), place, " ".join(one.said.split()))


def _named(one: Named) -> str:
    return join(one.ref, one.title)


def _day(on: date | None) -> str:
    return on.isoformat() if on is not None else ""


def _called(one: Named | str) -> str:
    return one if isinstance(one, str) else one.title
