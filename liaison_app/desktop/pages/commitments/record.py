"""The record of a commitment: who owes whom what and when, the proof, and how it came to stand so."""

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.parts.badge import Badge
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.layout import STRETCH, boxed, down, scrolling
from liaison_app.desktop.parts.row import Row, RowData
from liaison_app.desktop.records.cards import Entry, quiet, row_card
from liaison_app.desktop.records.facts import Fact, FactsCard
from liaison_app.desktop.records.ledgers import direction_icon, promise_row
from liaison_app.desktop.records.rows import holders, promise_of
from liaison_app.desktop.records.text_card import TextCard
from liaison_app.desktop.records.view import Beside
from liaison_app.desktop.records.words import called, due_words, full_day, label, short_day
from liaison_app.desktop.session import Session
from liaison_app.domain.commitments import CLOSED
from liaison_app.domain.kinds import Kind
from liaison_app.services.pages.commitment import CommitmentPage, Evidence, LogLine
from liaison_app.services.rows import Named
from liaison_app.system.messages import text

_SHORT = 60
"""A wording longer than this may not fit the head, so it's shown whole below."""

_TONES = {"fulfilled": "good", "blocked": "late", "waiting": "soon"}


def badges(session: Session, data: CommitmentPage) -> list[QWidget]:
    """Direction, status, when due."""
    record = data.record
    words, tone = due_words(record, session.today)
    status = label("commitment_status", record.status).lower()
    found: list[QWidget] = [
        Badge(promise_of(record), "accent", direction_icon(record.direction)),
        Badge(status, _TONES.get(record.status, "neutral")),
    ]
    if record.status not in CLOSED and words:
        icon = {"late": "late", "soon": "clock"}.get(tone, "clock")
        found.append(Badge(words, tone or "neutral", icon))
    return found


def overview(session: Session, data: CommitmentPage) -> QWidget:
    """Proof and log at left, facts at right."""
    wording = None
    if len(data.record.title) > _SHORT:
        wording = TextCard(text("form.wording"), data.record.title)
    left = down(wording, _evidence(session, data), _log(session, data), STRETCH, gap=12)
    body = scrolling(boxed(left), text("tab.overview"))
    return Beside(body, _side(session, data), 400)


def _evidence(session: Session, data: CommitmentPage) -> Card:
    card = Card(text("commitment.proof"), str(len(data.evidence) or ""), icon="clip")
    rows: list[QWidget] = [_proof(session, one) for one in data.evidence]
    card.show_rows(rows or [quiet(text("commitment.no_proof"))])
    return card


def _proof(session: Session, one: Evidence) -> Row:
    when = short_day(one.dated_on, session.today) if one.dated_on else ""
    title = one.description or one.reference or label("evidence_kind", one.kind)
    sub = ", ".join(
        part
        for part in (label("evidence_kind", one.kind), one.reference if one.description else "")
        if part
    )
    return Row(RowData(title, sub=sub, right=when, icon="clip"), pressable=False)


def _log(session: Session, data: CommitmentPage) -> Card:
    card = Card(text("tab.log"), str(len(data.log) or ""), icon="history")
    rows: list[QWidget] = [_line(session, one) for one in data.log]
    card.show_rows(rows or [quiet(text("commitment.no_log"))])
    return card


def _line(session: Session, one: LogLine) -> Row:
    before, after = (label("commitment_status", code) for code in (one.from_status, one.to_status))
    title = (
        text("commitment.moved", before=before, after=after)
        if before and before != after
        else after
    )
    if before == after and before:
        title = text("commitment.changed")
    who = one.by.title if one.by is not None else ""
    sub = "; ".join(part for part in (who, one.note or "") if part)
    when = short_day(one.noted_on, session.today) if one.noted_on else ""
    icon = "check" if one.to_status == "fulfilled" else "dot"
    return Row(RowData(title, sub=sub, right=when, icon=icon), pressable=False)


def _side(session: Session, data: CommitmentPage) -> QWidget:
    record, f, today = data.record, data.fields, session.today
    due = record.due
    due_label = ""
    if due is not None:
        due_label = full_day(due.last) if due.precision == "day" and due.last else due.label()
    post = ""
    if data.office is not None:
        post = text("commitment.post", title=data.office.title, name=holders(data.office)[0])
    next_on = short_day(record.next_step_on, today) if record.next_step_on else ""
    facts = [
        Fact(text("form.obligor_id"), called(record.obligor)),
        Fact(text("form.beneficiary_id"), called(record.beneficiary)),
        Fact(text("commitment.office"), post),
        Fact(text("form.owner_id"), called(record.owner)),
        Fact(text("form.due"), due_label),
        Fact(text("form.firmness"), label("firmness", record.firmness)),
        Fact(text("form.made_on"), full_day(record.made_on) if record.made_on else ""),
        Fact(text("form.next_step"), ", ".join(p for p in (record.next_step or "", next_on) if p)),
        Fact(text("form.announced"), text("form.yes") if record.announced else ""),
    ]
    cards: list[QWidget] = [FactsCard(text("fact.title"), facts)]
    links: list[Entry] = [
        (kind, named.id, RowData(named.title, sub=named.ref or "", icon=icon))
        for kind, named, icon in (
            (Kind.JURISDICTION, record.jurisdiction, "place"),
            (Kind.ENGAGEMENT, record.engagement, "engagement"),
            (Kind.PERSON, record.obligor, "person"),
            (Kind.PERSON, record.beneficiary, "person"),
            (Kind.COMMITMENT, data.superseded_by, "commitment"),
        )
        if isinstance(named, Named)
    ]
    if links:
        cards.append(row_card(session, text("commitment.belongs"), links, ""))
    if data.supersedes:
        before: list[Entry] = [
            (Kind.COMMITMENT, one.id, promise_row(one, today)) for one in data.supersedes
        ]
        cards.append(row_card(session, text("commitment.supersedes"), before, ""))
    if f.get("notes"):
        cards.append(TextCard(text("form.notes"), str(f["notes"]), text("fact.ours")))
    return scrolling(boxed(down(*cards, STRETCH, gap=12)), text("fact.title"))
