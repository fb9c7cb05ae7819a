"""What is painted when room is short, and what is said of it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from liaison_app.desktop.look.ink import (
    Ink,
    Run,
    fitted,
    highlighted,
    in_lines,
    joined,
    name_runs,
    plain,
    width_of,
)
from liaison_app.desktop.look.look import Look
from liaison_app.desktop.parts.row import RowData


def shown(words: list[Run], room: float, worn: Look) -> str:
    return plain(fitted(words, room, "body", False, worn))


def test_a_name_keeps_its_native_form_while_there_is_room(worn: Look) -> None:
    runs = name_runs("Tōno", "Ελλάδα")
    assert shown(runs, width_of(runs), worn) == "Tōno Ελλάδα"


def test_the_native_form_is_given_up_whole_before_the_name_is_cut(worn: Look) -> None:
    runs = name_runs("Thessaloniki", "Θεσσαλονίκη")
    name = width_of("Thessaloniki")
    assert shown(runs, width_of(runs) - 1, worn) == "Thessaloniki"
    assert shown(runs, name, worn) == "Thessaloniki"
    cut = shown(runs, name - 8, worn)
    assert cut.startswith("Thess")
    assert cut.endswith("…")


def test_native_forms_are_never_bold() -> None:
    assert [run.bold for run in name_runs("Busan", "부산광역시", bold=True)] == [True, False]


def test_a_row_says_all_that_it_shows() -> None:
    late = [Run("9 days late", "late", True)]
    row = RowData(
        name_runs("Busan", "부산"),
        "Owner D. Whitfield",
        late,
        "Sat 14 Nov",
        badge=("in force", "good", ""),
    )
    assert row.twin == "Busan 부산, Owner D. Whitfield, in force, 9 days late, Sat 14 Nov"
    assert joined("", "one", "") == "one"


def test_matched_letters_are_bold_and_underlined() -> None:
    runs = highlighted("Joakim", [(3, 6)])
    assert [(run.text, run.bold, run.underline) for run in runs] == [
        ("Joa", False, False),
        ("kim", True, True),
    ]


def test_what_is_painted_mirrors_with_the_window(worn: Look) -> None:
    def bar_at(*, mirrored: bool) -> int:
        image = QImage(100, 10, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        with QPainter(image) as painter:
            Ink(painter, QRectF(0, 0, 100, 10), mirrored).fill(0, 0, 3, 10, "late")
        red = worn.colour("late").rgb()
        return next(x for x in range(100) if image.pixel(x, 5) == red)

    assert bar_at(mirrored=False) == 0
    assert bar_at(mirrored=True) >= 96


def test_a_line_is_broken_between_words_and_each_half_stays_in_one_piece(worn: Look) -> None:
    title = "أرسلوا عقد الطاقة الشمسية واثنين من المقاولين الذين يجيبون"
    whole = width_of(title, worn=worn)
    first, second = in_lines([Run(title), Run("  E-2026-0001")], whole * 0.6)
    assert len(first) == 1, "words of a run painted one by one would stand in the wrong order"
    assert f"{first[0].text} {second[0].text}" == title
    assert in_lines(title, whole) == [[Run(title)]]
