"""What stands on which page."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from liaison_app.documents.packet.content.meeting import BioBefore, Point, TalkingPoints
from liaison_app.documents.packet.content.packet import PacketKind, Paper
from liaison_app.documents.packet.dates import full_date, short_weekday
from liaison_app.documents.packet.render import RenderedPacket, render_packet
from liaison_app.documents.text.faces import Faces
from tests.documents import invented, reading


def flat(text: str) -> str:
    return " ".join(text.replace("\xa0", " ").split())


@pytest.mark.parametrize(
    ("kind", "paper", "size"),
    [
        ("staff", "letter", (612, 792)),
        ("staff", "a4", (595.28, 841.89)),
        ("principal", "letter", (612, 792)),
        ("principal", "a4", (595.28, 841.89)),
    ],
)
def test_every_page_says_marking_version_as_of_and_its_number(
    kind: PacketKind, paper: Paper, size: tuple[float, float], faces: Faces
) -> None:
    printed = render_packet(replace(invented.packet(), kind=kind, paper=paper), faces)
    texts = reading.pages(printed.pdf)
    assert reading.size(printed.pdf) == size
    assert printed.pages == len(texts)
    for number, text in enumerate(texts, 1):
        page = flat(text)
        assert page.count("OFFICE - internal") == 2
        assert f"Page {number} of {len(texts)}" in page
        assert "v2 · as of 4 Mar 2027, 17:40 EST (22:40 UTC) · copy 3 of 8" in page
        assert "T-2027-0006" in page


def test_contents_name_the_page_on_which_each_part_begins(staff: RenderedPacket) -> None:
    texts = [flat(text) for text in reading.pages(staff.pdf)]
    contents = texts[1]
    listed = dict(re.findall(r"(Event memo|Talking points|Protocol|Biographies) (\d+)", contents))
    assert listed
    for part, page in listed.items():
        assert (
            f"Tab B · {part}" in texts[int(page) - 1] or f"Tab A · {part}" in texts[int(page) - 1]
        )
    for title in ("At a glance", "Delegation and contacts", "Names and pronunciation"):
        found = re.search(rf"{title} (\d+)", contents)
        assert found
        assert title in texts[int(found[1]) - 1]


def test_outline_leads_to_the_pages_of_the_contents(staff: RenderedPacket) -> None:
    texts = [flat(text) for text in reading.pages(staff.pdf)]
    outline = reading.outline(staff.pdf)
    assert (0, "Tab A: Meeting with the Mayor of Busan") in [
        (level, title) for level, title, _ in outline
    ]
    memo = next(page for level, title, page in outline if level == 1 and title == "Event memo")
    assert "PURPOSE" in texts[memo - 1]


def test_touching_a_line_of_the_contents_leads_to_its_page(staff: RenderedPacket) -> None:
    links = reading.links(staff.pdf)
    texts = [flat(text) for text in reading.pages(staff.pdf)]
    assert {start for start, _ in links} == {2}
    assert "Turn two years" in texts[links[0][1] - 1]
    assert "Drafted and cleared" in texts[links[-1][1] - 1]


def test_glance_is_one_page_even_of_far_too_much(faces: Faces) -> None:
    content = invented.glance()
    crowded = replace(
        content,
        purpose=content.purpose * 6,
        meets=content.meets * 6,
        promises=content.promises * 5,
        asks=content.asks * 5,
        last_contact=content.last_contact * 9,
    )
    for kind in ("principal", "staff"):
        printed = render_packet(replace(invented.packet(), glance=crowded, kind=kind), faces)
        pages = [p for p in reading.pages(printed.pdf) if "LAST CONTACT" in p or "You meet" in p]
        assert len(pages) == 1
        assert "At a glance didn’t fit" in " ".join(map(str, printed.warnings))


def test_glance_that_fits_is_whole_and_not_warned_of(staff: RenderedPacket) -> None:
    page = flat(reading.pages(staff.pdf)[2])
    for words in (
        *invented.glance().objectives,
        *(ask.topic for ask in invented.glance().asks),
        invented.glance().last_contact,
    ):
        assert flat(words) in page
    assert not any("At a glance" in str(warning) for warning in staff.warnings)


def test_talking_points_stand_on_one_page_of_their_own(staff: RenderedPacket) -> None:
    pages = [flat(p) for p in reading.pages(staff.pdf) if "Talking points" in p and "RAISE" in p]
    assert len(pages) == 2  # one a tab
    for words in ("Thank him for the data.", "IF RAISED", "AVOID", "DELIVER", "Hand over today"):
        assert words in pages[0]
    assert "PURPOSE" not in pages[0]


def test_more_than_six_points_are_printed_and_warned_of(faces: Faces) -> None:
    packet = invented.packet()
    points = replace(invented.points(), raise_=invented.points().raise_ * 2)
    tab = replace(packet.tabs[0], points=points)
    printed = render_packet(replace(packet, tabs=(tab,)), faces)
    assert "8 points: more than six" in flat(" ".join(reading.pages(printed.pdf)))
    assert any("Tab A has 8 points" in str(w) for w in printed.warnings)


def test_points_that_overflow_keep_raise_and_avoid_together(faces: Faces) -> None:
    packet = invented.packet()
    points = invented.points()
    points = replace(points, raise_=points.raise_ * 2, if_raised=points.if_raised * 3)
    printed = render_packet(replace(packet, tabs=(replace(packet.tabs[0], points=points),)), faces)
    texts = [flat(p) for p in reading.pages(printed.pdf)]
    first = next(p for p in texts if "RAISE in this order" in p)
    second = next(p for p in texts if "Talking points, continued" in p and "DELIVER" in p)
    assert "AVOID do not bring up" in first
    assert "IF RAISED" in second
    assert any("don’t fit on one page" in str(w) for w in printed.warnings)


def test_principal_gets_points_and_biographies_but_no_memo(faces: Faces) -> None:
    printed = render_packet(replace(invented.packet(), kind="principal"), faces)
    text = flat(" ".join(reading.pages(printed.pdf)))
    assert "RAISE in this order" in text
    assert "Hydraulic engineer" in text
    for left_out in (
        "NOT FOR DISCLOSURE",
        "PRIOR COMMITMENTS",
        "Event memo",
        "Delegation and contacts",
    ):
        assert left_out not in text


def test_biographies_are_never_split(faces: Faces) -> None:
    packet = invented.packet()
    many = tuple(
        replace(bio, career=f"Career {n}.", met_before=f"Met {n}.")
        for n, bio in enumerate(invented.bios() * 5)
    )
    printed = render_packet(replace(packet, tabs=(replace(packet.tabs[0], bios=many),)), faces)
    texts = reading.pages(printed.pdf)
    for n in range(len(many)):
        assert sum(1 for text in texts if f"Career {n}." in text and f"Met {n}." in text) == 1


def test_a_packet_of_one_page(faces: Faces) -> None:
    packet = replace(invented.packet(), glance=None, days=(), contacts=(), tabs=(), names=(), words=(), short_forms=(),
                     record=None, changes=())  # fmt: skip
    printed = render_packet(packet, faces)
    assert printed.pages == 1
    assert "Page 1 of 1" in flat(reading.pages(printed.pdf)[0])


def test_a_packet_of_more_than_a_hundred_pages(faces: Faces) -> None:
    packet = invented.packet()
    letters = [chr(65 + n) if n < 26 else f"A{chr(65 + n - 26)}" for n in range(14, 30)]
    tabs = tuple(replace(packet.tabs[0], letter=letter) for letter in letters)
    printed = render_packet(replace(packet, tabs=tabs), faces)
    texts = reading.pages(printed.pdf)
    assert len(texts) > 100
    assert f"Page {len(texts)} of {len(texts)}" in flat(texts[-1])
    contents = flat(" ".join(texts[1:5]))
    page = int(re.findall(r"Talking points (\d+)", contents)[-1])
    assert "Tab AD · Talking points" in flat(texts[page - 1])


def test_same_packet_and_fonts_give_the_same_bytes(faces: Faces, staff: RenderedPacket) -> None:
    assert render_packet(invented.packet(), faces).pdf == staff.pdf


def test_a_biography_told_before_is_a_line_with_its_page(faces: Faces) -> None:
    first, *others = invented.tabs()
    who = first.bios[0].person
    again = replace(first, letter="Z", bios=(), bios_before=(BioBefore(who, first.letter),))
    printed = render_packet(replace(invented.packet(), tabs=(first, *others, again)), faces)
    texts = [flat(text) for text in reading.pages(printed.pdf)]
    told = next(
        n for n, text in enumerate(texts, 1) if "NOT VERIFIED" in text or "Verified" in text
    )
    (said,) = (text for text in texts if "Biography in an earlier tab" in text)
    assert f"{who.name}" in said
    assert f"Tab {first.letter}, page {told}" in said
    assert told in [to for page, to in reading.links(printed.pdf) if page != 2]


def test_short_days_share_a_page_and_are_found_there(faces: Faces) -> None:
    day = invented.days()[0]
    short = [replace(day, date=day.date + timedelta(days=n), items=day.items[:1]) for n in (0, 1)]
    printed = render_packet(replace(invented.packet(), days=tuple(short)), faces)
    texts = [flat(text) for text in reading.pages(printed.pdf)]
    assert full_date(short[0].date) in texts[3]
    assert full_date(short[1].date) in texts[3]
    pages = {title: page for level, title, page in reading.outline(printed.pdf) if level == 1}
    assert pages[short_weekday(short[1].date)] == 4


def test_the_key_of_the_strip_stands_once_and_never_alone(faces: Faces) -> None:
    day = invented.days()[0]
    for rows in range(6, 16):
        items = (day.items * 4)[:rows]
        long = replace(invented.packet(), days=(replace(day, items=items),), kind="principal")
        texts = [flat(text) for text in reading.pages(render_packet(long, faces).pdf)]
        (keyed,) = (text for text in texts if "hatched = moving" in text)
        assert full_date(day.date) in keyed


def test_a_long_title_gives_way_to_the_dates_in_the_running_head(faces: Faces) -> None:
    title = "Sister cities, harbours and a very old friendship between two shores" + ", again" * 9
    packet = replace(invented.packet(), running_title=f"{title} · 7–12 March 2027")
    texts = reading.pages(render_packet(packet, faces).pdf)
    assert all("… · 7–12 March 2027" in text.replace("\xa0", " ") for text in texts[1:])


def test_points_that_overflow_leave_no_page_with_a_line_or_two(faces: Faces) -> None:
    many = tuple(Point(f"Point {n}.", "We ask for a dated answer. " * 5) for n in range(9))
    avoid = tuple(Point(f"Matter {n}.", "It is before the court. " * 3) for n in range(3))
    points = TalkingPoints("the Mayor", raise_=many, avoid=avoid, deliver=("The chart.",))
    tab = replace(invented.tabs()[0], points=points)
    printed = render_packet(replace(invented.packet(), tabs=(tab,)), faces)
    pages = [flat(text) for text in reading.pages(printed.pdf)]
    where = {n for n, text in enumerate(pages) for p in avoid if flat(f"{p.topic} It is") in text}
    assert len(where) == 1
