"""Lines of text: nothing lost, nothing wider than the column, the right order."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_app.documents.text.bidi import in_visual_order, levels, levels_with_parts_apart
from liaison_app.documents.text.breaks import glued, pieces
from liaison_app.documents.text.faces import Faces
from liaison_app.documents.text.lines import Typesetter
from liaison_app.documents.text.style import Span, TextStyle
from liaison_app.system.fonts import FontShelf

STYLE = TextStyle(12, 16)
SETTER = Typesetter(Faces(FontShelf([])))
LETTERS = st.text(st.sampled_from("abcÁñ ộʻ'-–.,0123()«»ąńøÞЖя אבגם سلام\n"), max_size=60)


@given(LETTERS, st.floats(30, 400))
def test_no_line_is_wider_than_its_column(text: str, width: float) -> None:
    for line in SETTER.lines([Span(text, STYLE)], width):
        assert line.width <= width + 0.02


@given(LETTERS, st.floats(30, 400))
def test_setting_loses_no_letter(text: str, width: float) -> None:
    lines = SETTER.lines([Span(text, STYLE)], width)
    given_letters = unicodedata.normalize("NFC", "".join(text.split()))
    set_letters = "".join("".join(line.text for line in lines).split())
    assert set_letters == given_letters


@given(LETTERS)
def test_glyphs_stand_for_all_letters(text: str) -> None:
    for line in SETTER.lines([Span(text, STYLE)], 200):
        for run in line.runs:
            assert sorted("".join(g.text for g in run.glyphs)) == sorted(run.text)


def test_an_arabic_name_keeps_a_number_behind_it_where_it_was_written() -> None:
    parts = [("Layla ", False), ("ليلى", True), (" 12 March", False)]
    found = levels_with_parts_apart(parts)
    assert found == [0] * 6 + [1] * 4 + [0] * 9
    together = levels("Layla ليلى 12 March")
    assert 2 in together  # what would have happened: the 12 drawn into the Arabic


def test_runs_are_turned_round_inside_a_right_to_left_passage() -> None:
    assert in_visual_order(["a", "B", "1", "C", "d"], [0, 1, 2, 1, 0]) == ["a", "C", "1", "B", "d"]


@pytest.mark.parametrize(
    "words",
    [
        "4 March 2027",
        "10:00 KST",
        "page 14",
        "USD 85",
        "45 min",
        "17 days",
        "March 2027",
        "+1 423 555 0140",
    ],
)
def test_dates_times_and_amounts_never_break(words: str) -> None:
    assert len(pieces(glued(words))) == 1


def test_han_breaks_between_letters_but_never_before_a_full_stop() -> None:
    assert pieces("王毅。Wang") == ["王", "毅。", "Wang"]


def test_korean_breaks_between_words_only() -> None:
    assert pieces("부산 광역시") == ["부산", " ", "광역시"]


def test_a_word_too_long_for_its_column_breaks_at_its_no_break_spaces_first() -> None:
    lines = SETTER.lines([Span("“Deputy\u00a0Mayor\u00a0Fujisawa”", STYLE)], 90)
    assert [line.text.strip() for line in lines] == ["“Deputy\u00a0Mayor", "Fujisawa”"]


def test_a_face_is_kept_for_a_letter_and_its_marks() -> None:
    lines = SETTER.lines([Span("Asdzą́ą́", STYLE)], 200)
    assert {run.face.name.family for run in lines[0].runs} == {"FiraGO"}


def test_bold_and_italic_come_from_their_own_faces() -> None:
    spans = [Span("a", STYLE.but(bold=True)), Span("b", STYLE.but(italic=True))]
    names = [run.face.name for run in SETTER.lines(spans, 200)[0].runs]
    assert [(name.bold, name.italic) for name in names] == [(True, False), (False, True)]


def test_tabs_and_foreign_line_ends_keep_words_apart() -> None:
    lines = SETTER.lines([Span("Ask\tfor\u2028the\r\ndoor\x07", STYLE)], 300)
    assert [line.text for line in lines] == ["Ask for", "the", "door"]


def test_marks_of_direction_print_nothing_but_letters_never_vanish() -> None:
    setter = Typesetter(Faces(FontShelf([])))
    setter.lines([Span("\u200eGate\u200d\u2069", STYLE)], 300)
    assert not setter.missing
    setter.lines([Span("\U000110bd sign", STYLE)], 300)  # a sign of the same category
    assert list(setter.missing) == ["\U000110bd sign"]
