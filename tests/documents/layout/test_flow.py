"""Boxes on pages: none reaches below the foot, no heading stands alone, heads repeat."""

from hypothesis import given
from hypothesis import strategies as st

from liaison_app.documents.layout.box import Box, Gap, Stack, Text
from liaison_app.documents.layout.flow import flow, settled, too_tall
from liaison_app.documents.layout.side import Hanging
from liaison_app.documents.layout.table import Column, Row, Table
from liaison_app.documents.text.faces import Faces
from liaison_app.documents.text.lines import Typesetter
from liaison_app.documents.text.style import Span, TextStyle
from liaison_app.system.fonts import FontShelf

STYLE = TextStyle(12, 16)
SETTER = Typesetter(Faces(FontShelf([])))
WIDTH, HEIGHT = 300.0, 200.0


def text(lines: int) -> Text:
    return Text(SETTER, [Span("\n".join(["word"] * lines), STYLE)])


def table(rows: int, lines: int = 1) -> Table:
    return Table([Column(WIDTH)], [Row([text(lines)]) for _ in range(rows)], Row([text(1)]))


def box(kind: str, n: int) -> Box:
    if kind == "gap":
        return Gap(n)
    if kind == "hanging":
        return Hanging(text(1), text(n))
    return table(n) if kind == "table" else text(n)


@given(
    st.lists(
        st.tuples(st.sampled_from(["text", "table", "hanging", "gap"]), st.integers(1, 30)),
        max_size=9,
    )
)
def test_nothing_reaches_below_the_foot(kinds: list[tuple[str, int]]) -> None:
    made = [box(kind, n) for kind, n in kinds]
    for leaf in flow(made, WIDTH, HEIGHT):
        assert not too_tall(leaf, HEIGHT)


@given(st.integers(0, 12), st.integers(1, 20))
def test_a_heading_has_something_under_it(before: int, rows: int) -> None:
    heading = text(1)
    leaves = list(flow([text(before or 1), Stack([heading, table(rows)], held=1)], WIDTH, HEIGHT))
    for leaf in leaves:
        for placed in leaf.placed:
            if isinstance(placed.box, Stack) and heading in placed.box.boxes:
                assert len(placed.box.boxes) > 1


@given(st.integers(1, 40))
def test_a_paragraph_keeps_two_lines_on_either_side(lines: int) -> None:
    for leaf in flow([text(6), text(lines)], WIDTH, HEIGHT):
        for placed in leaf.placed:
            assert isinstance(placed.box, Text)
            assert len(placed.box.lines(WIDTH)) >= min(2, lines)


@given(st.integers(1, 60))
def test_rows_of_a_table_go_on_in_order_under_a_repeated_head(rows: int) -> None:
    whole = table(rows)
    leaves = list(flow([whole], WIDTH, HEIGHT))
    parts = [placed.box for leaf in leaves for placed in leaf.placed]
    assert all(isinstance(part, Table) and part.head is whole.head for part in parts)
    assert [row for part in parts if isinstance(part, Table) for row in part.rows] == list(
        whole.rows
    )


def test_a_row_taller_than_a_page_is_divided() -> None:
    leaves = list(flow([table(1, lines=40)], WIDTH, HEIGHT))
    assert len(leaves) > 2
    assert not any(too_tall(leaf, HEIGHT) for leaf in leaves)


def test_a_stray_last_page_is_saved_by_setting_closer() -> None:
    boxes: list[Box] = []
    for _ in range(5):
        boxes += [text(2), Gap(10)]
    boxes.append(text(1))
    assert len(list(flow(boxes, WIDTH, HEIGHT))) == 2
    assert len(settled(boxes, WIDTH, HEIGHT)) == 1
