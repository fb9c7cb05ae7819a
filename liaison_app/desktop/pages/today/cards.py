"""The other cards of Today: both ledgers, facts to verify, the coming trip, the latest steps."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.look.ink import Run, name_runs
from liaison_app.desktop.parts.badge import Badge
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.layout import across, boxed, down
from liaison_app.desktop.parts.row import Row, RowData
from liaison_app.desktop.parts.text import Line
from liaison_app.desktop.records.cards import quiet, row_card
from liaison_app.desktop.records.history_panel import step_row
from liaison_app.desktop.records.ledgers import promise_row
from liaison_app.desktop.records.rows import office_words, trip_days
from liaison_app.desktop.records.words import age_words, far_words, label, moment_words
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services import offices, people
from liaison_app.services.backups import Place
from liaison_app.services.history import StepLine
from liaison_app.services.pages.today import FactToVerify, Today
from liaison_app.system.messages import text

_FEWEST = 3


def ledger_card(
    session: Session, data: Today, *, theirs: bool, most: int = 10, width: int = 0, room: int = 0
) -> Card:
    """What one side owes: late first, then soon; ``most`` rows, or as many as fit in ``room`` pixels."""
    rows = (data.they_owe if theirs else data.we_owe)[:most]
    if room:
        shown = [Row(promise_row(one, session.today)) for one in rows]
        rows = rows[: how_many(shown, width - 2, room - Card.frame_height(foot=True))]
    owed = data.owed
    total, late = (owed.they_owe, owed.awaited) if theirs else (owed.we_owe, owed.overdue)
    count = text("today.open_count", count=total)
    if late:
        words = "today.awaited_count" if theirs else "today.late_count"
        count = text(words, count=total, late=late)
    every = Button.quiet(text("today.all"))
    side = text("today.they_owe" if theirs else "today.we_owe")
    every.setAccessibleName(f"{text('today.all')}: {side}")
    every.clicked.connect(lambda: session.open_page("commitments", "open"))
    entries = [(Kind.COMMITMENT, one.id, promise_row(one, session.today)) for one in rows]
    nothing = text("ledger.they_owe_nothing" if theirs else "ledger.we_owe_nothing")
    card = row_card(
        session,
        side,
        entries,
        nothing,
        icon="in" if theirs else "out",
        count=count,
        button=every,
    )
    card.end_with_air()
    if total > len(rows):
        card.foot(Line(text("today.more", count=total - len(rows)), "small", "text2"))
    return card


def verify_card(session: Session, facts: Sequence[FactToVerify], most: int) -> Card:
    """Facts that meetings of the next 30 days use and that have gone stale."""
    count = text("today.used", count=len(facts)) if facts else ""
    card = Card(text("today.verify"), count, icon="verified")
    rows: list[QWidget] = [_fact(session, one) for one in facts[:most]]
    card.show_rows(rows or [quiet(text("today.all_fresh"))])
    return card


def _fact(session: Session, one: FactToVerify) -> Row:
    name = one.person
    held = office_words(one.held)
    runs = name_runs(name.title, name.native or "")
    if held:
        runs = [Run(held + "  "), *name_runs(name.title, name.native or "", tone="text2")]
    else:
        runs.append(Run("  " + text("today.contact"), "text3"))
    term = one.held.term_ends_on if one.held is not None else None
    words, tone = age_words(one.verified_on, session.today, term)
    button = Button(text("fact.verify"), small=True)
    office, tenure, person = session.office, one.held, name.id
    if tenure is not None:
        button.clicked.connect(
            lambda: session.do(lambda: offices.verify_tenure(office, tenure.tenure_id))
        )
    else:
        button.clicked.connect(lambda: session.do(lambda: people.verify(office, person)))
    row = Row(RowData(runs, right=[Run(words, tone, bold=True)]), button=button)
    row.clicked.connect(lambda: session.open_record(Kind.PERSON, person))
    return row


def trip_card(session: Session, data: Today) -> Card | None:
    """The trip under way or coming, with what it takes along."""
    trip = data.trip
    if trip is None:
        return None
    show = Button.quiet(text("today.open"))
    show.setAccessibleName(f"{text('today.open')}: {trip.title}")
    show.clicked.connect(lambda: session.open_record(Kind.TRIP, trip.id))
    card = Card(trip.title, icon="trip", action=show)
    days = (trip.start_on - session.today).days if trip.start_on is not None else None
    badge = None
    if days is not None and days >= 0:
        tone = "soon" if days <= 7 else "neutral"
        badge = Badge(text("trip.leaves", when=far_words(days)), tone, "clock")
    elif days is not None:
        badge = Badge(label("trip_status", "under_way").lower(), "accent")
    line = across((Line(trip_days(trip, session.today), "small", "text2"), 1), badge)
    places = Line(trip.places or "", "small", "text3")
    card.add(boxed(down(line, places, gap=6, margins=(16, 10, 16, 8))))
    rows = [
        RowData(text("today.trip_meetings", count=trip.engagements), icon="engagement"),
        RowData(text("today.trip_people", count=trip.members), icon="people"),
    ]
    for shown in rows:
        row = Row(shown)
        row.clicked.connect(lambda: session.open_record(Kind.TRIP, trip.id))
        card.add(row)
    if data.backed_up is not None:
        row = Row(_bag(session, data.backed_up.second))
        row.clicked.connect(lambda: session.asked.emit("second_place"))
        card.add(row)
    row.be_last(True)
    packet = Button(text("today.preview"), icon="packet", small=True)
    packet.clicked.connect(lambda: session.open_page("packet", str(trip.id)))
    foot = across(
        (Line(text("trip.packet"), "body", bold=True), 1), packet, margins=(16, 8, 16, 10)
    )
    card.add(boxed(foot))
    return card


def _bag(session: Session, second: Place | None) -> RowData:
    """When the last copy was made that isn't lost with the bag."""
    if second is None:
        sub: list[Run] = [Run(text("today.bag_choose"), "text2")]
    elif second.last is None:
        sub = [Run(text("frame.second_none", name=second.name), "text2")]
    else:
        when = moment_words(second.last, session.zone, session.today)
        words = text("today.bag_where", when=when, name=second.name)
        return RowData(text("today.bag_copy"), words, icon="drive")
    title = [Run(text("today.bag_none"), "soon", bold=True)]
    return RowData(title, sub, icon="warn", icon_tone="soon")


def steps_card(
    session: Session, steps: Sequence[StepLine], *, width: int = 0, room: int = 0
) -> Card:
    """The latest steps, each with its own Undo; as many as fit in ``room`` pixels, if given."""
    card = Card(text("today.steps"), icon="history")
    rows = [step_row(session, line) for line in steps]
    if room:
        rows = rows[: how_many(rows, width - 2, room - Card.frame_height())]
    card.show_rows(rows or [quiet(text("history.none"))])
    card.end_with_air()
    return card


def side(cards: Sequence[QWidget | None]) -> QWidget:
    """Cards one under the other; the last takes the spare height."""
    shown = [one for one in cards if one is not None]
    return boxed(down(*shown[:-1], (shown[-1], 1), gap=16))


def how_many(rows: Sequence[Row], width: int, room: int) -> int:
    """How many rows fit one under the other; never fewer than three."""
    for at, row in enumerate(rows):
        room -= row.heightForWidth(width)
        if room < 0:
            return max(at, _FEWEST)
    return len(rows)


def nothing_yet(data: Today) -> bool:
    """Whether the office is as good as empty."""
    counts = data.counts
    return not counts.get(Kind.ENGAGEMENT) and not counts.get(Kind.COMMITMENT)
