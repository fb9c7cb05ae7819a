"""The preview of a handover as cards: terms, commitments, what is coming, papers, introductions, the note."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.look.ink import name_runs
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.parts.row import Row, RowData
from liaison_app.desktop.parts.text import Paragraph
from liaison_app.desktop.records.ledgers import direction_icon, promise_row
from liaison_app.desktop.records.rows import office_words
from liaison_app.desktop.records.words import called, label, long_day, short_day
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services.handing_over.asked import Treatment
from liaison_app.services.handing_over.coming import Coming, Goes
from liaison_app.services.handing_over.introductions import Introduction
from liaison_app.services.handing_over.officer import OfficerPlan
from liaison_app.services.handing_over.papers import Papers
from liaison_app.services.handing_over.principal import PrincipalPlan
from liaison_app.services.handing_over.promises import OpenPromises, Promise
from liaison_app.system.messages import text

_MOST = 40
Chosen = Callable[[UUID, str], object]


def terms_card(session: Session, plan: PrincipalPlan) -> Card:
    """Whose term ends and whose begins."""
    today, post = session.today, called(plan.post)
    rows = [
        RowData(
            one.person.title,
            sub=post,
            right=text("handover.row_ends", on=long_day(one.last_on, today))
            if one.last_on is not None
            else text("handover.row_left"),
            icon="person",
            icon_tone="text3",
        )
        for one in plan.leaving
    ]
    if plan.to is None:
        begins = text("handover.row_vacant", on=long_day(plan.on, today))
        rows.append(RowData(post, right=begins, icon="warn", icon_tone="soon"))
    else:
        begins = text("handover.row_begins", on=long_day(plan.on, today))
        standing = text(f"handover.standing.{plan.standing}")
        name, sub = called(plan.to), f"{post}, {standing.lower()}"
        rows.append(RowData(name, sub=sub, right=begins, icon="office", bold=True))
    return _card(text("handover.card_terms"), "office", [Row(one, pressable=False) for one in rows])


def promises_card(session: Session, promises: OpenPromises, chosen: Chosen) -> Card:
    """Open commitments; those that name the old principal first, each with what becomes of it."""
    ordered = sorted(promises.listed, key=lambda one: not one.is_personal)
    said = promises_count(promises, {})
    personal = sum(one.is_personal for one in ordered)
    rows = [_promise(session, one, chosen) for one in ordered[: max(personal, _MOST)]]
    card = _card(text("handover.card_promises"), "commitment", rows, said)
    more = len(ordered) - len(rows) + promises.more
    if more:
        card.foot(Paragraph(text("handover.more_stand", count=more), "small"))
    return card


def promises_count(promises: OpenPromises, choices: Mapping[UUID, Treatment]) -> str:
    """How many are open and how many of them are to be reviewed, as chosen by now."""
    now = [choices.get(one.row.id, one.treatment) for one in promises.listed]
    count, review = len(now) + promises.more, now.count(Treatment.REVIEW)
    if not review:
        return f"{count:,}" if count else ""
    return text("handover.promises_count", count=count, review=review)


def _promise(session: Session, one: Promise, chosen: Chosen) -> Row:
    row = one.row
    choices = [(each.value, text(f"handover.treatment.{each.value}")) for each in Treatment]
    name = text("handover.treatment_of", ref=row.ref)
    pick = Pick(name, choices, current=one.treatment.value)
    pick.picked.connect(lambda code: chosen(row.id, code))
    shown = Row(promise_row(row, session.today, icon=True), button=pick)
    shown.clicked.connect(lambda: session.open_record(Kind.COMMITMENT, row.id))
    return shown


def coming_card(session: Session, coming: Sequence[Coming], chosen: Chosen | None) -> Card:
    """Trips and engagements to come; with ``chosen`` each may be left as it is."""
    rows = [_coming(session, one, chosen) for one in coming[:_MOST]]
    card = _card(text("handover.card_coming"), "calendar", rows, str(len(coming) or ""))
    if len(coming) > _MOST:
        card.foot(Paragraph(text("handover.more_go", count=len(coming) - _MOST), "small"))
    return card


def _coming(session: Session, one: Coming, chosen: Chosen | None) -> Row:
    day = long_day(one.on, session.today) if one.on is not None else text("date.none")
    roles = ", ".join(_role(role) for role in one.roles)
    icon = "trip" if one.kind is Kind.TRIP else "engagement"
    pick, badge = None, None
    if one.goes in (Goes.UNDER_WAY, Goes.NOBODY_YET):
        badge = (text(f"handover.goes.{one.goes}"), "soon", "warn")
    elif chosen is not None:
        choices = [
            (goes.value, text(f"handover.goes.{goes}")) for goes in (Goes.TO_SUCCESSOR, Goes.LEFT)
        ]
        pick = Pick(text("handover.goes_of", ref=one.ref), choices, current=one.goes.value)
        pick.picked.connect(lambda code: chosen(one.id, code))
    shown = RowData(one.title, sub=f"{one.ref}, {roles}", right=day, icon=icon, badge=badge)
    row = Row(shown, button=pick)
    row.clicked.connect(lambda: session.open_record(one.kind, one.id))
    return row


def papers_card(session: Session, papers: Papers) -> Card | None:
    """What bears the old name; None where nothing does."""
    rows = [*_papers(session, papers)]
    if not rows:
        return None
    return _card(text("handover.card_papers"), "packet", rows, str(len(rows)))


def _papers(session: Session, papers: Papers) -> Iterator[Row]:
    for one in papers.packets:
        sub = text("handover.row_packet", version=one.version, out=one.copies_out)
        row = Row(RowData(one.about.title, sub=sub, icon="print"))
        row.clicked.connect(lambda _=False, id_=one.about.id: session.open_page("packet", str(id_)))
        yield row
    for agreement in papers.agreements:
        sub = text("handover.row_to_sign")
        yield Row(RowData(agreement.title, sub=sub, icon="sign"), pressable=False)
    for said in papers.texts:
        kind = Kind.TRIP if (said.about.ref or "").startswith("T") else Kind.ENGAGEMENT
        sub = text("handover.row_text", field=said.field)
        row = Row(RowData(said.about.title, sub=sub, icon="edit"))
        row.clicked.connect(lambda _=False, k=kind, id_=said.about.id: session.open_record(k, id_))
        yield row
    for page in papers.drafts:
        sub = text("handover.row_draft")
        yield Row(RowData(page.capitalize(), sub=sub, icon="note"), pressable=False)


def introductions_card(session: Session, found: Sequence[Introduction]) -> Card | None:
    """To whom the new one is introduced; None where nobody is known."""
    if not found:
        return None
    rows = []
    for one in found[:_MOST]:
        met = text("handover.row_met", on=short_day(one.last_met_on, session.today))
        row = Row(RowData(one.person.title, sub=office_words(one.held), right=met, icon="mail"))
        row.clicked.connect(
            lambda _=False, id_=one.person.id: session.open_record(Kind.PERSON, id_)
        )
        rows.append(row)
    return _card(text("handover.card_introductions"), "mail", rows, str(len(found)))


def owned_card(session: Session, plan: OfficerPlan) -> Card:
    """What the new officer looks after."""
    rows = []
    for one in plan.owned[:_MOST]:
        row = Row(RowData(one.title, sub=one.ref, icon=_ICONS.get(one.kind, "file")))
        row.clicked.connect(lambda _=False, k=one.kind, id_=one.id: session.open_record(k, id_))
        rows.append(row)
    card = _card(text("handover.card_owned"), "people", rows, str(len(plan.owned) or ""))
    if len(plan.owned) > _MOST:
        card.foot(Paragraph(text("handover.more_go", count=len(plan.owned) - _MOST), "small"))
    return card


_ICONS = {Kind.COMMITMENT: "commitment", Kind.AGREEMENT: "agreement", Kind.REQUEST: "mail"}


def note_cards(session: Session, plan: OfficerPlan) -> Iterator[Card]:
    """The handover note, a card each part."""
    note, today = plan.note, session.today
    relations = []
    for one in note.relations[:_MOST]:
        owed, place = one.owed, one.jurisdiction
        sub = ", ".join(leader.title for leader in one.leaders)
        met = one.last_engagement_on
        right = text("handover.row_met", on=short_day(met, today)) if met is not None else ""
        parts = (("handover.row_ours", owed.we_owe), ("handover.row_theirs", owed.they_owe))
        owes = ", ".join(text(code, count=count) for code, count in parts if count)
        name = name_runs(place.title, place.native or "")
        row = Row(RowData(name, sub=sub, right=right, right_sub=owes, icon="place"))
        row.clicked.connect(lambda _=False, i=place.id: session.open_record(Kind.JURISDICTION, i))
        relations.append(row)
    yield _card(text("handover.card_relations"), "place", relations, str(len(note.relations) or ""))
    sides = (
        ("we_owe", note.we_owe, note.owed.we_owe),
        ("they_owe", note.they_owe, note.owed.they_owe),
    )
    for title, rows, count in sides:
        shown = []
        for promise in rows[:_MOST]:
            line = Row(promise_row(promise, today))
            line.clicked.connect(
                lambda _=False, i=promise.id: session.open_record(Kind.COMMITMENT, i)
            )
            shown.append(line)
        icon = direction_icon(title)
        yield _card(text(f"handover.card_{title}"), icon, shown, f"{count:,}" if count else "")
    yield from _waiting(session, plan)
    warned = []
    for out in note.watch_outs[:_MOST]:
        where = out.jurisdiction.title if out.jurisdiction is not None else out.engagement.title
        day = long_day(out.on, today) if out.on is not None else ""
        line = Row(RowData(" ".join(out.said.split()), sub=where, right=day, icon="warn"))
        line.clicked.connect(
            lambda _=False, i=out.engagement.id: session.open_record(Kind.ENGAGEMENT, i)
        )
        warned.append(line)
    yield _card(text("handover.card_watch_outs"), "warn", warned, str(len(note.watch_outs) or ""))


def _waiting(session: Session, plan: OfficerPlan) -> Iterator[Card]:
    """Requests and deadlines, where there are any."""
    note, today = plan.note, session.today
    asked = []
    for one in note.requests[:_MOST]:
        due = one.answer_due_on
        right = long_day(due, today) if due is not None else ""
        shown = RowData(one.title, sub=one.ref, right=right, icon="mail")
        asked.append(Row(shown, pressable=False))
    if asked:
        yield _card(text("handover.card_requests"), "mail", asked, str(len(note.requests)))
    duties = [
        Row(
            RowData(one.duty, sub=one.about.title, right=long_day(one.due_on, today), icon="clock"),
            pressable=False,
        )
        for one in note.deadlines[:_MOST]
    ]
    if duties:
        yield _card(text("handover.card_deadlines"), "clock", duties, str(len(note.deadlines)))


def _role(role: str) -> str:
    return text("handover.lead") if role == "lead" else label("participant_role", role).lower()


def _card(title: str, icon: str, rows: Sequence[QWidget], count: str = "") -> Card:
    card = Card(title, count, icon=icon)
    nothing = Paragraph(text("handover.nothing"), "small", "text3")
    nothing.setContentsMargins(16, 10, 16, 12)
    card.show_rows(rows or [nothing])
    card.end_with_air()
    card.setProperty("region", "true")
    return card
