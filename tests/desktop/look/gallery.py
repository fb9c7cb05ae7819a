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
from liaison_app.desktop.frame.sidebar import Pinned
from liaison_app.desktop.frame.window import Frame
from liaison_app.desktop.lists.lazy_model import LazyModel
from liaison_app.desktop.lists.row_list import RowList
from liaison_app.desktop.lists.table import Table
from liaison_app.desktop.lists.table_model import TableModel, TableRow
from liaison_app.desktop.lists.timeline import Timeline, Touchpoint, Year
from liaison_app.desktop.look.ink import Run, name_runs
from liaison_app.desktop.look.look import wear
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.chip import Chip
from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down
from liaison_app.desktop.parts.row import Row, RowData
from liaison_app.desktop.parts.segmented import Choice, Segmented, Tabs
from liaison_app.desktop.parts.text import Rule
from tests.desktop.look.gallery_parts import ledger, specimen
from tests.desktop.look.gallery_records import COLUMNS, PAGES, PROMISES, found


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
    side.show_backup(("Backed up today 08:14", ""))
    window.notice.show_marking("OFFICE - internal")
    window.notice.say("Verified: languages of Busan", undoes="Verify fact")
    window.put("today", specimen())
    window.put("jurisdictions", place_page(window))
    window.put("commitments", commitments_page(window))
    window.show_page("today")
    return window


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
