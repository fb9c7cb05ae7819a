"""At a glance says how much more there is, and never that nothing is open while something is."""

from dataclasses import replace

from liaison_app.documents.packet.content.commitments import Promise
from liaison_app.documents.packet.content.glance import Glance
from liaison_app.documents.packet.content.packet import PacketKind
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
