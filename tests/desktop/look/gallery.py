"""A gallery of all parts, in a real frame, with invented records: for tests that walk it, and for eyes.

``python -m tests.desktop.look.gallery DIR`` draws every page of it in every colour set to PNG files.
"""

import os
import sys
from array import array
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from liaison_app.desktop.frame.header import Header
from liaison_app.desktop.frame.palette import Hit
from liaison_app.desktop.frame.sidebar import PageLink, Pinned
from liaison_app.desktop.frame.window import Frame
from liaison_app.desktop.lists.lazy_model import LazyModel
from liaison_app.desktop.lists.row_list import RowList
from liaison_app.desktop.lists.rows_model import RowsModel
from liaison_app.desktop.lists.table import Table
from liaison_app.desktop.lists.table_model import Cell, Column, TableModel, TableRow
from liaison_app.desktop.lists.timeline import Timeline, Touchpoint, Year
from liaison_app.desktop.look.ink import Run, name_runs
from liaison_app.desktop.look.look import wear
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
from liaison_app.desktop.parts.text import Icon, Key, Line, Rule

PAGES = (
    PageLink("today", "Today", "today"),
    PageLink("jurisdictions", "Jurisdictions", "jurisdiction", rule=True),
    PageLink("people", "People", "people"),
    PageLink("engagements", "Engagements", "engagement"),
    PageLink("commitments", "Commitments", "commitment"),
    PageLink("trips", "Trips and packets", "trip"),
    PageLink("agreements", "Agreements", "agreement"),
    PageLink("gifts", "Gifts and deadlines", "gift"),
    PageLink("map", "Map", "map", rule=True),
    PageLink("reports", "Reports", "report"),
    PageLink("exchange", "Exchange", "exchange"),
)

HITS = (
    Hit(
        "person",
        "P-0007",
        "Kim Do-hyun",
        "김도현",
        "Mayor of Busan since 3 July 2026; we owe 3, 1 late",
        "next: Tue 1 Dec",
    ),
    Hit("person", "P-0031", "Irina Kim", "Ирина Ким", "Consul for trade, Atlanta", "12 Feb 2026"),
    Hit(
        "person", "P-0044", "Kimberly Oakes", "", "Clerk, Hamilton County Commission", "6 Nov 2026"
    ),
    Hit(
        "jurisdiction",
        "J-0102",
        "Kimberley",
        "",
        "City, Northern Cape, South Africa",
        "no contact yet",
    ),
    Hit(
        "commitment",
        "C-2026-0177",
        "Seating plan for Mayor Kim’s signing",
        "",
        "We owe Busan",
        "in 4 days",
        "soon",
        "out",
    ),
    Hit(
        "commitment",
        "C-2026-0184",
        "20 students in the fall (Mayor Kim)",
        "",
        "They owe, offered",
        "fall 2027",
        "",
        "in",
    ),
)


def found(query: str, scope: str) -> Sequence[Hit]:
    """Hits whose title holds the query."""
    return [h for h in HITS if query.casefold() in h.title.casefold() and scope in ("", h.kind)]


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


def place_page(frame: Frame) -> QWidget:
    """A list of any length, and the timeline of the place chosen."""

    def fetch(keys: Sequence[int]) -> dict[int, RowData]:
        return {
            k: RowData(
                name_runs(f"Place {k:,}", "부산" if k % 3 else ""), f"City  ·  {k % 9} engagements"
            )
            for k in keys
        }

    model: LazyModel[RowData] = LazyModel(fetch, lambda row: row)
    model.show_keys(array("q", range(1, 500_001)))
    places = RowList("Jurisdictions", model, pad=14)
    places.point_at(3)
    timeline = Timeline("Timeline of Busan")
    timeline.show_rows(
        [
            ("2026", Year("2026", "9 engagements, 2 trips")),
            (
                "E-1",
                Touchpoint(
                    "1 Dec",
                    "Tue",
                    "calendar",
                    "Courtesy call on Mayor Kim Do-hyun",
                    "10:00–11:00 KST, City Hall",
                    ("planned", "accent", ""),
                ),
            ),
            (
                "C-1",
                Touchpoint(
                    "14 Nov",
                    "Sat",
                    "commitment",
                    "We missed: Translate port MOU draft",
                    "C-2026-0163, owner D. Whitfield",
                    ("late", "late", "late"),
                ),
            ),
            (
                "E-2",
                Touchpoint(
                    "6 Nov",
                    "Fri",
                    "video",
                    "Video call with the international cooperation division",
                    "Lee Jun-ho, Jeong Ha-neul. 2 commitments made",
                ),
            ),
            ("2025", Year("2025", "6 engagements, 1 agreement")),
            (
                "A-1",
                Touchpoint(
                    "17 Nov",
                    "Mon",
                    "sign",
                    "Memorandum on port logistics signed",
                    "A-2025-0007",
                    ("in force", "good", "check"),
                ),
            ),
        ]
    )
    timeline.point_at("E-2")
    head = Header(margins=(20, 10, 20, 8))
    head.show_title(
        "Busan Metropolitan City", "부산광역시", "Metropolitan city in Republic of Korea"
    )
    head.add(
        Button.primary("New engagement", "plus"),
        Button("Packet", icon="file"),
        Button.icon_only("more", "More"),
    )
    line = Card(
        "Timeline",
        "41 touchpoints since 2010",
        action=Button.icon_only("search", "Find in timeline"),
    )
    line.add(timeline, 1)
    side = Card("Facts", action=Button.quiet("Verify all", "verified"))
    side.show_rows(
        (
            Row(RowData("Population 3,257,000 (2025)", "verified 2 Sep 2026"), pressable=False),
            Row(
                RowData(
                    "1001 Jungang-daero",
                    [Run("verified 2 years ago", "soon", True)],
                    icon="warn",
                    icon_tone="soon",
                )
            ),
        )
    )
    left = boxed(
        down(
            across(
                Field("Filter jurisdictions", hint="Filter 500,000 places", icon="search"),
                margins=12,
            ),
            (places, 1),
            gap=0,
        ),
        width=248,
    )
    left.setProperty("region", True)
    columns = across(
        (boxed(down(ledger(), (line, 1), gap=12)), 1),
        boxed(down(side, STRETCH), width=272),
        gap=16,
        margins=(20, 8, 20, 12),
    )
    record = boxed(down(head, (columns, 1), gap=0))
    record.setProperty("region", True)
    return boxed(across(left, Rule(upright=True), (record, 1), gap=0))


COLUMNS = (
    Column("Direction", 130),
    Column("Commitment", 0, "title"),
    Column("Counterpart", 150, "counterpart"),
    Column("Status", 110, "status"),
    Column("Due", 160, "due"),
    Column("Owner", 110, "owner"),
)


def promise(
    way: str, title: str, who: str, status: tuple[str, str], due: tuple[str, str, str]
) -> TableRow:
    """A commitment as a table row."""
    relative, absolute, tone = due
    cells = (
        Cell(
            "We owe" if way == "out" else "They owe",
            icon=way,
            tone="accent" if way == "out" else "text2",
        ),
        Cell([Run(title, "text")], size="body"),
        Cell(who),
        Cell(status[0], icon=status[1]),
        Cell([Run(relative, tone or "text", bool(tone))], absolute),
        Cell("D. Whitfield"),
    )
    return TableRow(cells, bar="late" if tone == "late" else "")


def group(name: str, native: str, note: str) -> TableRow:
    """A group's heading."""
    return TableRow(group=RowData(name_runs(name, native, bold=True), note, heading=True))


PROMISES = {
    -1: group("Busan", "부산광역시", "we owe 3, they owe 2"),
    1: promise(
        "out",
        "Translate port MOU draft into Korean",
        "Lee Jun-ho",
        ("In progress", "clock"),
        ("9 days late", "Sat 14 Nov", "late"),
    ),
    2: promise(
        "in",
        "Guest list for the dinner on 1 December",
        "Lee Jun-ho",
        ("Waiting", "history"),
        ("in 2 days", "Wed 25 Nov", "soon"),
    ),
    3: promise(
        "out",
        "Seating plan for signing ceremony",
        "Choi Min-seo",
        ("Open", "circle"),
        ("in 4 days", "Fri 27 Nov", "soon"),
    ),
    4: promise(
        "in",
        "20 students in the fall term",
        "Kim Do-hyun",
        ("Waiting", "history"),
        ("fall 2027", "season", ""),
    ),
    -2: group("Cherokee Nation", "", "we owe 1, they owe 1"),
    5: promise(
        "out",
        "Letter of thanks to Chief Sixkiller",
        "Daniel Sixkiller",
        ("Open", "circle"),
        ("4 days late", "Thu 19 Nov", "late"),
    ),
}


def commitments_page(frame: Frame) -> QWidget:
    """The table."""
    model: TableModel[TableRow] = TableModel(
        COLUMNS, lambda keys: {k: PROMISES[k] for k in keys}, lambda row: row
    )
    model.show_keys(array("q", PROMISES))
    table = Table("Commitments", model, marking=True)
    table.show_sorted("due", falling=False)
    model.mark(1)
    table.point_at(3)
    head = Header(frame.actions_)
    late = [Run("24 open, "), Run("5 late", "late", True), Run(".  We owe 14, they owe 10.")]
    head.show_title("Commitments", sub=late)
    views = Segmented(
        "View",
        [
            Choice("list", "List", "list"),
            Choice("board", "Board", "board"),
            Choice("due", "Due dates", "calendar"),
        ],
    )
    head.add(views, Button("Export…", icon="exchange"), Button.primary("New commitment", "plus"))
    tabs = Tabs(
        "Kept views", [Choice("open", "Open", count="24"), Choice("late", "Late", count="5")]
    )
    tabs.put_at_end(Button.quiet("Save as view", "save"))
    find = Field("Find in these", hint="Find in these 24", icon="search")
    find.setMaximumWidth(200)
    filters = across(
        find,
        Chip.menu("Both directions"),
        Chip.filter("Status: not closed"),
        Chip.add("Add filter"),
        STRETCH,
    )
    shell = Card("24 commitments")
    shell.add(table, 1)
    body = boxed(down(tabs, filters, (shell, 1), gap=12, margins=(24, 0, 24, 12)))
    return boxed(down(head, (body, 1), gap=0))


def frame() -> Frame:
    """The window with its pages."""
    window = Frame("Office of International Affairs", "City of Chattanooga", PAGES, found)
    side = window.sidebar
    for key, count, late in (
        ("jurisdictions", 412, 0),
        ("people", 1906, 0),
        ("commitments", 24, 5),
        ("trips", 3, 0),
    ):
        side.count(key, count, late)
    side.show_pinned(
        [
            Pinned("J-1", "Busan", "부산광역시"),
            Pinned("J-2", "Cherokee Nation"),
            Pinned("T-1", "Busan and Seoul, 29 Nov", icon="trip"),
        ]
    )
    side.show_backup("Backed up today 08:14")
    window.notice.show_marking("OFFICE - internal")
    window.notice.say("Verified: languages of Busan", undoes="Verify fact")
    window.put("today", specimen())
    window.put("jurisdictions", place_page(window))
    window.put("commitments", commitments_page(window))
    window.show_page("today")
    return window


def sides() -> RowsModel:
    """A short tree of places."""
    return RowsModel(
        [("home", RowData("Home", heading=True)), ("J-1", RowData("State of Tennessee", right="1"))]
    )


def draw(folder: Path) -> list[Path]:
    """All pages in all colours, and the first at 200 % text."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    drawn = []
    for colours, scale in (("light", 1.0), ("dark", 1.0), ("high", 1.0), ("light", 2.0)):
        wear(app, colours, scale)
        window = frame()
        window.resize(1280, 800)
        window.show()
        for page in ("today", "jurisdictions", "commitments", "palette"):
            if page == "palette":
                window.palette_.open()
                window.palette_.box.setText("kim")
            else:
                window.show_page(page)
            app.processEvents()
            app.processEvents()
            path = folder / f"{page}-{colours}-{scale:g}.png"
            window.grab().save(str(path))
            drawn.append(path)
        window.close()
        window.deleteLater()
    return drawn


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for path in draw(Path(sys.argv[1])):
        sys.stdout.write(f"{path}\n")
