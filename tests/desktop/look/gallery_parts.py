"""All small parts on one page of the gallery."""

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.look.ink import Run, name_runs
from liaison_app.desktop.look.shapes import SHAPES
from liaison_app.desktop.parts.badge import Badge
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.chip import Chip
from liaison_app.desktop.parts.empty import EmptyState
from liaison_app.desktop.parts.field import Field, TextBox
from liaison_app.desktop.parts.flow import flowing
from liaison_app.desktop.parts.form import FormGrid
from liaison_app.desktop.parts.layout import STRETCH, Item, across, boxed, down, scrolling
from liaison_app.desktop.parts.ledger import Ledger, our_row, their_row
from liaison_app.desktop.parts.notice import MessageBox
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.parts.progress import Progress
from liaison_app.desktop.parts.row import Row, RowData, due_words
from liaison_app.desktop.parts.segmented import Choice, Segmented, Switch, Tabs
from liaison_app.desktop.parts.text import Icon, Key, Line


def padded(*items: Item, gap: int = 10) -> QWidget:
    """Items with a card's air around them."""
    return boxed(down(*items, gap=gap, margins=(15, 12, 15, 14)))


def card(title: str, *items: Item) -> Card:
    """A card of items."""
    made = Card(title)
    made.add(padded(*items))
    return made


def chips() -> Card:
    """Badges and chips."""
    states = (
        Badge("planned", "accent"),
        Badge("in force", "good", "check"),
        Badge("in 4 days", "soon", "clock"),
        Badge("9 days late", "late", "late"),
        Badge("draft"),
    )
    pressable = (
        Chip.person("Kim Do-hyun", "Mayor", note="Head", lead=True),
        Chip.person("Lee Jun-ho", "Director"),
        Chip.parsed("clock", "Tue 1 Dec 10:00–11:00", "KST"),
        Chip.parsed("in", "They owe 1", "which fall?", settled=False),
        Chip.menu("All kinds"),
        Chip.filter("Status: open"),
        Chip.add("Add filter"),
    )
    return card("Badges and chips", flowing(*states), flowing(*pressable))


def buttons() -> Card:
    """Buttons, keys, switches."""
    first = across(
        Button.primary("Save", "check"),
        Button("Packet", icon="file"),
        Button.quiet("Verify all", "verified"),
        Button("Locked", icon="lock", enabled=False, tip="Wait 4 s"),
        STRETCH,
    )
    second = across(
        Button("Verify", small=True),
        Key("Ctrl+K"),
        Switch("Meetings", on=True),
        Switch("Gifts"),
        Button.icon_only("more", "More"),
        STRETCH,
    )
    return card("Buttons", first, second)


def fields() -> Card:
    """Fields in a form."""
    form = FormGrid(2)
    form.field("&Place", Field("", text="Busan City Hall", icon="place"))
    form.field("&Date", Field("", text="1 dec")).read_as("Tue 1 Dec 2026")
    form.field("D&ue", Field("", text="in fall")).settle("2026 or 2027?")
    bad = form.field("&From", Field("", text="31/02/2024"))
    form.complain(bad, "No such day: 31/02/2024. February ends on the 29th.")
    form.field("&Kind", Pick("", [("bilateral", "Bilateral"), ("call", "Courtesy call")]))
    way = (Choice("out", "We owe", "out"), Choice("in", "They owe", "in"))
    form.field("D&irection", Segmented("", way))
    form.field(
        "&Notes",
        TextBox("", hint="Write while they talk.", lines=2),
        note="Kept every few seconds.",
        span=2,
    )
    return card("Fields", form)


def rows() -> Card:
    """Rows in a card."""
    made = Card("We owe", "14 open, 3 late", icon="out", action=Button.quiet("All"))
    busan = [
        *name_runs("Busan", "부산광역시", tone="text3"),
        Run("  ·  Owner D. Whitfield", "text3"),
    ]
    made.show_rows(
        (
            Row(
                RowData(
                    "Translate port MOU draft into Korean",
                    busan,
                    due_words("9 days late", "late"),
                    "Sat 14 Nov",
                    bar="late",
                )
            ),
            Row(
                RowData(
                    "Names of five apprentices",
                    "Hamburg  ·  You",
                    due_words("today", "soon"),
                    "Mon 23 Nov",
                )
            ),
            Row(
                RowData(
                    "Two nights of hotel for the delegation",
                    "Wuxi",
                    due_words("in 7 days"),
                    "Mon 30 Nov",
                )
            ),
            Row(
                RowData("Mayor of Wuxi", right=due_words("14 months ago", "soon")),
                button=Button("Verify", small=True),
            ),
            Row(
                RowData(
                    "Sister city agreement",
                    "A-2010-0001",
                    icon="sign",
                    badge=("in force", "good", "check"),
                )
            ),
        )
    )
    made.foot(Line("8 more, the next on 2 December", "small", "text2"))
    return made


def states() -> tuple[QWidget, ...]:
    """Empty, working, refused."""
    empty = Card("Empty")
    words = "Promises you write down in a meeting come here, both ways."
    empty.add(EmptyState("No commitments yet.", words, Button("New commitment", icon="plus")))
    progress = Progress("Writing rows", "Cancelling leaves nothing half done.")
    progress.show_done(64, 155)
    moved = MessageBox(
        "Your last change is kept. Choose where the file is now.",
        title="This file was moved while open",
        button=Button("Find…", small=True),
    )
    settle = MessageBox(
        "Two copies say different things about this phone.",
        "soon",
        button=Button("Settle", small=True),
    )
    return empty, card("Working", progress), moved, settle


def ledger() -> Ledger:
    """Both sides."""
    made = Ledger("Busan")
    ours = [
        ("C-2026-0163", our_row("Port MOU in Korean", "9 days late", late=True)),
        ("C-2026-0177", our_row("Seating plan", "Fri 27 Nov", soon=True)),
    ]
    theirs = [
        ("C-2026-0181", their_row("Guest list", "", awaited_since="7 Nov")),
        ("C-2026-0184", their_row("20 students", "fall 2027")),
    ]
    made.show_sides(ours, theirs, "3, 1 late", "4")
    return made


def specimen() -> QWidget:
    """All small parts on one page."""
    icons = card("Icons", flowing(*(Icon(name) for name in SHAPES), gap=10))
    one = boxed(down(icons, chips(), buttons(), STRETCH, gap=12))
    two = boxed(down(fields(), ledger(), STRETCH, gap=12))
    three = boxed(down(rows(), *states(), STRETCH, gap=12))
    tabs = Tabs(
        "Parts",
        [
            Choice("all", "Overview"),
            Choice("people", "People", count="23"),
            Choice("notes", "Notes"),
        ],
    )
    body = down(
        tabs, across((one, 1), (two, 1), (three, 1), gap=16), gap=14, margins=(24, 8, 24, 16)
    )
    return scrolling(boxed(body), "Parts")
