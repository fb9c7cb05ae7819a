"""The record of an organization: who holds its offices, when it was met, how to reach it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.look.ink import Run, name_runs
from liaison_app.desktop.parts.badge import Badge
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.layout import STRETCH, boxed, down, scrolling
from liaison_app.desktop.parts.row import Row, RowData
from liaison_app.desktop.records.cards import Entry, quiet, row_card
from liaison_app.desktop.records.facts import Fact, FactsCard
from liaison_app.desktop.records.rows import holders, meeting_row
from liaison_app.desktop.records.text_card import TextCard
from liaison_app.desktop.records.view import Beside
from liaison_app.desktop.records.words import age_words, label, short_day
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.domain.tenures import Seat
from liaison_app.services.pages.organization import OrganizationPage
from liaison_app.services.rows import OfficeRow
from liaison_app.system.messages import text

_MEETINGS = 8
"""How many meetings the overview shows; all of them have a part of their own."""


def badges(data: OrganizationPage) -> list[QWidget]:
    """What must be known before one writes to it."""
    if data.fields.get("fara_status") == "registered":
        return [Badge(text("organization.fara"), "soon", "info")]
    return []


def overview(session: Session, data: OrganizationPage) -> QWidget:
    """Offices and meetings at left, how to reach it at right."""
    left = down(_offices(session, data), _meetings(session, data), STRETCH, gap=12)
    return Beside(scrolling(boxed(left), text("tab.overview")), _side(session, data), 290)


def _offices(session: Session, data: OrganizationPage) -> Card:
    count = str(len(data.offices)) if len(data.offices) > 1 else ""
    card = Card(text("organization.offices"), count, icon="office")
    rows: list[QWidget] = [_office(session, one) for one in data.offices]
    card.show_rows(rows or [quiet(text("organization.no_offices"))])
    return card


def _office(session: Session, one: OfficeRow) -> Row:
    """Who holds it, over the title; since when, and how fresh that is."""
    name, native = holders(one)
    title = one.title
    if one.seat in (Seat.ACTING, Seat.DISPUTED):
        title = text(f"held.{one.seat.value}", title=one.title)
    since = text("office.since", day=short_day(one.since, session.today)) if one.since else ""
    words, tone = age_words(one.verified_on, session.today, one.term_ends_on)
    age: Sequence[Run] = [Run(words, tone or "text3", bool(tone))] if one.holders else []
    shown = name_runs(name, native, tone="text" if one.holders else "soon")
    row = Row(RowData(shown, sub=title, right=since, right_sub=age), pressable=bool(one.holders))
    if one.holders:
        row.clicked.connect(lambda: session.open_record(Kind.PERSON, one.holders[0].id))
    return row


def _meetings(session: Session, data: OrganizationPage) -> Card:
    entries: list[Entry] = [
        (Kind.ENGAGEMENT, one.id, meeting_row(one, session.today))
        for one in data.engagements[:_MEETINGS]
    ]
    count = str(len(data.engagements)) if len(data.engagements) > 1 else ""
    nothing = text("organization.never_met")
    return row_card(session, text("tab.engagements"), entries, nothing, count=count)


def _side(session: Session, data: OrganizationPage) -> QWidget:
    record, f = data.record, data.fields
    verify = Button.quiet(text("fact.verify"), "verified", "V")
    verify.clicked.connect(lambda: session.asked.emit("verify"))

    def said(name: str) -> Fact:
        return Fact(text(f"form.{name}"), str(f.get(name) or ""))

    facts = [
        said("acronym"),
        said("consular_district"),
        said("phone"),
        said("email"),
        said("website"),
        said("address"),
        Fact(text("form.fara_status"), label("fara_status", _code(f.get("fara_status")))),
        said("fara_number"),
        Fact(
            text("form.source" if f.get("source") else "fact.checked"),
            str(f.get("source") or ""),
            age_words(record.verified_on, session.today),
        ),
    ]
    links: list[Entry] = [
        (kind, named.id, RowData(named.title, sub=text(words), icon=icon))
        for kind, named, words, icon in (
            (Kind.JURISDICTION, record.jurisdiction, "organization.seat", "place"),
            (Kind.JURISDICTION, record.represents, "form.represents_id", "flag"),
            (Kind.ORGANIZATION, data.parent, "form.parent_id", "organization"),
        )
        if named is not None
    ]
    cards: list[QWidget] = [FactsCard(text("fact.title"), facts, verify)]
    if links:
        cards.append(row_card(session, text("commitment.belongs"), links, ""))
    if f.get("notes"):
        cards.append(TextCard(text("form.notes"), str(f["notes"]), text("fact.ours")))
    return scrolling(boxed(down(*cards, STRETCH, gap=12)), text("fact.title"))


def _code(value: object) -> str | None:
    return str(value) if value else None
