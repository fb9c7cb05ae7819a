"""A meeting typed in one line is read piece by piece; nothing typed is ever refused."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from liaison_app.services.capturing.quick_line import read_line

TODAY = date(2026, 11, 24)
LINE = (
    "bilat w/ Mayor Kim Busan tue 1 dec 10-11 city hall; we: send port MOU draft by Fri; "
    "they: 20 students in fall"
)


def test_the_whole_line() -> None:
    found = read_line(LINE, TODAY)
    assert found.kind == "bilateral_meeting"
    assert found.who == ("Mayor Kim Busan",)
    assert (found.date, found.start, found.end) == ("tue 1 dec", "10", "11")
    assert found.venue == "city hall"
    assert [(one.direction, one.wording, one.due) for one in found.promises] == [
        ("we_owe", "Send port MOU draft", "by Fri"),
        ("they_owe", "20 students", "in fall"),
    ]


def test_each_piece_is_named_where_it_stands() -> None:
    found = {piece.what: LINE[piece.start : piece.end] for piece in read_line(LINE, TODAY).pieces}
    assert found == {
        "kind": "bilat",
        "who": "Mayor Kim Busan",
        "day": "tue 1 dec",
        "hours": "10-11",
        "venue": "city hall",
        "we_owe": "send port MOU draft by Fri",
        "they_owe": "20 students in fall",
    }
    unsettled = [one.what for one in read_line(LINE, TODAY).pieces if not one.settled]
    assert unsettled == ["they_owe"], "which fall isn't said"


def test_hours_alone_days_alone_and_several_people() -> None:
    found = read_line("lunch with Kim Do-hyun, Park Seo-yeon and Lee tomorrow noon", TODAY)
    assert found.kind == "reception_meal"
    assert found.who == ("Kim Do-hyun", "Park Seo-yeon", "Lee")
    assert (found.date, found.start, found.venue) == ("tomorrow", "noon", "")


def test_a_date_in_figures_is_no_pair_of_hours() -> None:
    found = read_line("call w/ Sasebo 2026-12-01 9:30", TODAY)
    assert (found.date, found.start) == ("2026-12-01", "9:30")


def test_an_empty_line_says_nothing() -> None:
    assert read_line("", TODAY).pieces == ()


@given(st.text(max_size=80))
def test_whatever_is_typed_is_read_without_a_fault(line: str) -> None:
    for piece in read_line(line, TODAY).pieces:
        assert 0 <= piece.start <= piece.end <= len(line)
