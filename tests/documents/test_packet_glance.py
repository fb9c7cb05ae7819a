"""At a glance says how much more there is, and never that nothing is open while something is."""

from dataclasses import replace

from liaison_app.documents.packet.content.commitments import Promise
from liaison_app.documents.packet.content.glance import Ask, Glance, WatchOut
from liaison_app.documents.packet.content.packet import PacketKind
from liaison_app.documents.packet.pages.glance_page import runs
from liaison_app.documents.packet.render import render_packet
from liaison_app.documents.text.faces import Faces
from tests.documents import invented, reading


def page_of(content: Glance, faces: Faces, kind: PacketKind = "staff") -> str:
    printed = render_packet(replace(invented.packet(), glance=content, kind=kind), faces)
    return " ".join(reading.pages(printed.pdf)[2].replace("\xa0", " ").split())


def crowded() -> Glance:
    ours = tuple(Promise("we", f"Ours number {n}. " + "Words. " * 20) for n in range(9))
    theirs = tuple(Promise("they", f"Theirs number {n}. " + "Words. " * 20) for n in range(7))
    return replace(invented.glance(), purpose="Purpose. " * 60, promises=ours + theirs)


def test_what_is_left_off_is_counted_on_both_sides(faces: Faces) -> None:
    page = page_of(crowded(), faces)
    assert "Nothing open" not in page
    ours = sum(f"Ours number {n}." in page for n in range(9))
    theirs = sum(f"Theirs number {n}." in page for n in range(7))
    assert ours
    assert theirs
    assert f"{9 - ours} more in the tabs" in page
    assert f"{7 - theirs} more in the tabs" in page


def test_the_principals_edition_has_no_memos_and_says_where_the_rest_stands(faces: Faces) -> None:
    assert "more in the staff edition" in page_of(crowded(), faces, "principal")


def test_one_side_that_owes_nothing_is_said_so(faces: Faces) -> None:
    only = replace(invented.glance(), promises=(Promise("we", "Send the list"),))
    assert "Nothing open" in page_of(only, faces)


def test_each_side_of_a_full_page_says_in_which_tabs_the_rest_stands(faces: Faces) -> None:
    asks = tuple(Ask(f"Topic {n}", "A line to say. " * 9, "ABC"[n % 3]) for n in range(9))
    watch_outs = tuple(WatchOut(f"Care {n}.", "B") for n in range(5))
    page = page_of(replace(crowded(), asks=asks, watch_outs=watch_outs), faces)
    assert "tabs A–C" in page
    shown = sum(f"Care {n}." in page for n in range(5))
    assert f"{5 - shown} more: tabs B" in page


def test_what_we_are_late_with_comes_on_the_page_before_anything_else_of_ours(faces: Faces) -> None:
    late = tuple(
        Promise("we", f"Late number {n}. " + "Words. " * 12, late_days=9, due="1 May")
        for n in range(2)
    )
    content = crowded()
    page = page_of(replace(content, promises=late + content.promises), faces)
    assert "Late number 0." in page
    assert "Late number 1." in page


def test_a_page_without_room_gives_the_topics_of_the_asks_and_leaves_the_lines_to_the_tabs(
    faces: Faces,
) -> None:
    asks = tuple(Ask(f"Topic {n}", "A line to say. " * 9, "AB"[n % 2]) for n in range(3))
    page = page_of(replace(crowded(), asks=asks), faces)
    assert "Topic 0" in page
    assert "A line to say." not in page


def test_neighbouring_tabs_are_drawn_together() -> None:
    assert runs(["D", "A", "C", "B", "F", "A", ""]) == "A–D, F"
    assert runs(["A", "B", "Z", "AA"]) == "A, B, Z, AA"
