"""Invented records for the gallery."""

from collections.abc import Sequence

from liaison_app.desktop.frame.palette import Hit
from liaison_app.desktop.frame.sidebar import PageLink
from liaison_app.desktop.lists.table_model import Cell, Column, TableRow
from liaison_app.desktop.look.ink import Run, name_runs
from liaison_app.desktop.parts.row import RowData

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
