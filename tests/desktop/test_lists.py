"""Lists: rows, the filter in the search language, groups, what is said when nothing matches."""

from pytestqt.qtbot import QtBot

from liaison_app.desktop.lists.roles import DISPLAY, SHOWN
from liaison_app.desktop.records.page import RecordsPage
from liaison_app.desktop.records.pane import AnyPane
from liaison_app.desktop.window import Window
from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.catalogue import LISTINGS
from tests.desktop.conftest import Settle, shown_texts


def pane_of(window: Window, page: str, settle: Settle) -> AnyPane:
    window.session.open_page(page)
    settle()
    shown = window.page(page)
    assert isinstance(shown, RecordsPage)
    return shown.pane


def titles(pane: AnyPane) -> list[str]:
    model = pane.list.model()
    return [str(model.index(row, 0).data(DISPLAY)) for row in range(model.rowCount())]


def test_lists_show_every_record(window: Window, settle: Settle) -> None:
    for kind, page in (
        (Kind.PERSON, "people"),
        (Kind.ENGAGEMENT, "engagements"),
        (Kind.TRIP, "trips"),
    ):
        pane = pane_of(window, page, settle)
        assert len(titles(pane)) == LISTINGS[kind].count(window.session.office)


def test_tribal_nations_stand_under_a_heading_of_their_own(window: Window, settle: Settle) -> None:
    pane = pane_of(window, "jurisdictions", settle)
    model = pane.list.model()
    rows = [model.index(row, 0).data(SHOWN) for row in range(model.rowCount())]
    headings = [row.twin for row in rows if row.heading]
    assert headings[:3] == ["Home", "Tribal nations", "Abroad"]
    twins = [row.twin for row in rows]
    nation = next(at for at, row in enumerate(rows) if row.twin.startswith("Navajo Nation"))
    assert twins.index("Tribal nations") < nation < twins.index("Abroad")
    assert rows[nation].depth == 0


def test_the_filter_narrows_and_esc_takes_it_away(
    qtbot: QtBot, window: Window, settle: Settle
) -> None:
    pane = pane_of(window, "people", settle)
    count = len(titles(pane))
    pane.filter.setText("hirayama")
    settle()
    assert 0 < len(titles(pane)) < count
    pane.filter.setText("zzzz")
    settle()
    assert "Nothing matches “zzzz”." in shown_texts(pane)
    pane.filter.clear()
    settle()
    assert len(titles(pane)) == count


def test_a_filter_that_cannot_be_is_said_below_it(window: Window, settle: Settle) -> None:
    pane = pane_of(window, "people", settle)
    pane.filter.setText("status:open")
    settle()
    said = [one.text() for one in pane.findChildren(type(pane._wrong))]  # type: ignore[attr-defined]
    assert any("status:" in words for words in said)


def test_commitments_stand_in_groups_that_say_what_both_sides_owe(
    window: Window, settle: Settle
) -> None:
    pane = pane_of(window, "commitments", settle)
    model = pane.list.model()
    groups = [
        model.index(row, 0).data(SHOWN).group
        for row in range(model.rowCount())
        if model.index(row, 0).data(SHOWN).heading
    ]
    assert groups
    assert all("owe" in group.twin for group in groups)
    count = LISTINGS[Kind.COMMITMENT].count(window.session.office, "open")
    assert model.rowCount() == count + len(groups)


def test_late_is_said_of_ours_only(window: Window, settle: Settle) -> None:
    pane = pane_of(window, "commitments", settle)
    model = pane.list.model()
    for row in range(model.rowCount()):
        shown = model.index(row, 0).data(SHOWN)
        if shown.heading:
            continue
        if " late" in shown.twin:
            assert "They owe" not in shown.twin
            assert shown.bar == "late"
        if "awaited since" in shown.twin:
            assert shown.twin.startswith("They owe")
            assert shown.bar == ""
