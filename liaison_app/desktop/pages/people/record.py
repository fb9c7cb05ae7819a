"""The record of a person: how to say and write the name, offices over time, what is owed, when met."""

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.lists.timeline import Timeline
from liaison_app.desktop.look.ink import name_runs
from liaison_app.desktop.pages.people.languages import LanguagesCard
from liaison_app.desktop.parts.badge import Badge
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.empty import EmptyState
from liaison_app.desktop.parts.layout import STRETCH, boxed, down, scrolling
from liaison_app.desktop.parts.ledger import Ledger
from liaison_app.desktop.parts.row import Row, RowData
from liaison_app.desktop.records.facts import Fact, FactsCard, facts_grid
from liaison_app.desktop.records.ledgers import show_ledger
from liaison_app.desktop.records.text_card import TextCard
from liaison_app.desktop.records.touchpoints import meeting_timeline
from liaison_app.desktop.records.view import Beside
from liaison_app.desktop.records.words import age_words, label, short_day
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services.pages.fields import Fields
from liaison_app.services.pages.person import PersonPage, PrivateFacts, private_facts
from liaison_app.system.messages import text


def badges(data: PersonPage) -> list[QWidget]:
    """States that must be seen before anything is sent."""
    found: list[QWidget] = []
    if data.record.is_ours:
        found.append(Badge(text("person.ours"), "accent"))
    if data.fields.get("do_not_contact"):
        found.append(Badge(text("form.do_not_contact").lower(), "late", "block"))
    if data.fields.get("needs_interpreter"):
        found.append(Badge(text("form.needs_interpreter").lower(), "soon", "speech"))
    return found


def overview(session: Session, data: PersonPage, offices: QWidget) -> QWidget:
    """Offices and ledger over the timeline; names, ways to reach and private facts beside them."""
    left = down(offices, _ledger(session, data), (_timeline(session, data), 1), gap=12)
    return Beside(boxed(left), _side(session, data), 290)


def _ledger(session: Session, data: PersonPage) -> QWidget | None:
    owed = data.ledger
    if not owed.we_owe and not owed.they_owe:
        return None
    ledger = Ledger()
    show_ledger(ledger, owed.we_owe, owed.they_owe, session.today, 4)
    ledger.chosen.connect(lambda id_: session.open_record(Kind.COMMITMENT, id_))
    return ledger


def _timeline(session: Session, data: PersonPage) -> Card:
    count = len(data.engagements)
    card = Card(text("person.met"), f"{count}" if count else "")
    if not count:
        card.add(EmptyState(text("person.never_met"), text("empty.engagements_more")))
        return card
    timeline = Timeline(text("person.met"))
    timeline.show_rows(meeting_timeline(data.engagements))
    timeline.chosen.connect(
        lambda key: session.open_record(*key) if isinstance(key, tuple) else None
    )
    card.add(timeline, 1)
    return card


def _side(session: Session, data: PersonPage) -> QWidget:
    f = data.fields
    age = age_words(data.record.verified_on, session.today)
    verify = Button.quiet(text("fact.verify"), "verified", "V")
    verify.clicked.connect(lambda: session.asked.emit("verify"))
    reach = [
        Fact(text("form.email"), _said(f, "email")),
        Fact(text("form.phone"), _said(f, "phone")),
        Fact(text("form.channel_preferred"), _said(f, "channel_preferred")),
        Fact(text("person.english"), label("language_level", _said(f, "english_level"))),
        Fact(text("form.source" if f.get("source") else "fact.checked"), _said(f, "source"), age),
    ]
    names = [
        Fact(text("form.phonetic"), _said(f, "phonetic")),
        Fact(text("form.spoken_address"), _said(f, "spoken_address")),
        Fact(text("form.salutation"), _said(f, "salutation")),
        Fact(text("form.envelope_line"), _said(f, "envelope_line")),
        Fact(text("form.name_order"), label("name_order", _said(f, "name_order"))),
        Fact(text("form.pronouns"), _said(f, "pronouns")),
    ]
    cards: list[QWidget] = []
    if FactsCard.has_any(names):
        cards.append(FactsCard(text("person.say"), names))
    cards.append(FactsCard(text("section.reach"), reach, verify))
    cards.append(LanguagesCard(session, data.record.id, data.languages))
    if data.links:
        cards.append(_links(session, data))
    if data.private_facts:
        cards.append(_private(session, data))
    for name in ("biography", "interests", "notes"):
        if f.get(name):
            note = text("fact.ours") if name == "notes" else ""
            cards.append(TextCard(text(f"form.{name}"), str(f[name]), note))
    box = QWidget()
    box.setLayout(down(*cards, STRETCH, gap=12))
    return scrolling(box, text("fact.title"))


def _links(session: Session, data: PersonPage) -> Card:
    card = Card(text("person.links"))
    rows = []
    for one in data.links:
        kind = label("link_kind", one.kind)
        words = kind if one.outward else text("person.link_of", kind=kind)
        row = Row(RowData(name_runs(one.other.title, one.other.native or ""), sub=words))
        row.clicked.connect(lambda _=False, id_=one.other.id: session.open_record(Kind.PERSON, id_))
        rows.append(row)
    card.show_rows(rows)
    return card


def _private(session: Session, data: PersonPage) -> Card:
    show = Button(text("person.private_show"), icon="eye", small=True)
    card = Card(
        text("person.private"), text("person.private_count", count=data.private_facts), action=show
    )
    office, person = session.office, data.record.id

    def put(known: PrivateFacts) -> None:
        facts = [
            Fact(text(f"form.{name}"), str(getattr(known, name) or ""))
            for name in ("diet", "access_needs", "spouse", "private_phone")
        ]
        until = known.keep_until
        if until is not None:
            facts.append(Fact(text("form.keep_until"), short_day(until, session.today)))
        card.show_rows([facts_grid(facts)])
        show.hide()

    show.clicked.connect(
        lambda: session.tasks.read(lambda: private_facts(office, person), put, owner=card)
    )
    return card


def _said(fields: Fields, name: str) -> str:
    value = fields.get(name)
    return str(value) if value else ""
