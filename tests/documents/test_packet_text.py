"""Every word arrives, in every script, in the order in which it is read."""

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

import pytest

from liaison_app.documents.packet.content.packet import PacketKind, Paper
from liaison_app.documents.packet.content.people import Participant, Person
from liaison_app.documents.packet.render import RenderedPacket, render_packet
from liaison_app.documents.text.faces import Faces
from tests.documents import invented, reading

T = TypeVar("T")
NOT_WORDS = frozenset(
    {
        "lang",
        "native_lang",
        "kind",
        "paper",
        "likelihood",
        "side",
        "sort",
        "initials",
        "native",
        "native_title",
        "status",
    }
)


def texts_of(content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, tuple):
        for part in content:
            yield from texts_of(part)
    elif is_dataclass(content):
        for field in fields(content):
            if field.name not in NOT_WORDS:
                yield from texts_of(getattr(content, field.name))


def test_names_in_latin_with_marks_come_back_letter_by_letter(staff: RenderedPacket) -> None:
    text = unicodedata.normalize("NFC", " ".join(reading.pages(staff.pdf)))
    for name in ("Nguyễn Thị Ánh Tuyết", "Kaʻōpua", "Þórdís Ólafsdóttir", "Michał Wróbel"):
        assert name in text
    assert unicodedata.normalize("NFC", "Asdzą́ą́ Tsʼósí") in text
    assert unicodedata.normalize("NFC", "Béésh Bąąh Dah Siʼání") in text.replace("\r\n", "")
    assert "Әйгерім Садықова" in text


def test_right_to_left_names_are_told_in_reading_order(staff: RenderedPacket) -> None:
    told = reading.said(staff.pdf)
    for name in ("ليلى الخطيب", "נועה בן־עמי", "عمّان"):
        assert name in told
    text = " ".join(reading.pages(staff.pdf))
    for word in ("ليلى", "الخطيب", "נועה"):
        assert word in text


def test_joined_letters_copy_in_order(faces: Faces) -> None:
    person = Person("Salah Abdullah", "صلاح عبد الله", "ar")
    packet = replace(invented.packet(), names=(person,))
    text = " ".join(reading.pages(render_packet(packet, faces).pdf))
    for word in person.native.split():
        assert word in text


def test_a_script_without_a_font_here_is_left_to_the_latin_name_and_said(
    bundled_faces: Faces,
) -> None:
    printed = render_packet(invented.packet(), bundled_faces)
    text = " ".join(reading.pages(printed.pdf))
    assert "서민재" not in text
    assert "Seo Min-jae" in text
    warnings = [str(w) for w in printed.warnings]
    assert any(
        "“서민재”" in w and "“Seo Min-jae”" in w and "HANGUL SYLLABLE SEO" in w for w in warnings
    )
    assert any("“ᏣᎳᎩ”" in w for w in warnings)
    assert not any("ليلى" in w for w in warnings)


def test_east_asian_names_are_printed_or_warned_of(staff: RenderedPacket) -> None:
    text = " ".join(reading.pages(staff.pdf))
    warned = " ".join(map(str, staff.warnings))
    for name in ("서민재", "藤沢", "해운대"):
        assert name in text or name in warned


def test_text_in_letters_that_no_font_has_is_transliterated_and_said(bundled_faces: Faces) -> None:
    memo = replace(invented.memo(), logistics="Ask for 王芳 at the gate.")
    packet = invented.packet()
    packet = replace(packet, tabs=(replace(packet.tabs[0], memo=memo),))
    printed = render_packet(packet, bundled_faces)
    text = " ".join(" ".join(reading.pages(printed.pdf)).split())
    assert "Ask for WangFang at the gate." in text
    assert any(
        "王 (CJK UNIFIED IDEOGRAPH-738B)" in str(w) and "WangFang" in str(w)
        for w in printed.warnings
    )


def test_what_has_neither_font_nor_transliteration_is_a_question_mark_and_said(
    faces: Faces,
) -> None:
    memo = replace(invented.memo(), logistics="Door \U000e0fff, not a box.")
    packet = invented.packet()
    printed = render_packet(replace(packet, tabs=(replace(packet.tabs[0], memo=memo),)), faces)
    assert "Door ?, not a box." in " ".join(" ".join(reading.pages(printed.pdf)).split())
    assert any("U+E0FFF" in str(w) for w in printed.warnings)


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("kind", ["staff", "principal"])
def test_no_word_is_clipped_or_lost(kind: PacketKind, paper: Paper, faces: Faces) -> None:
    packet = replace(invented.packet(), kind=kind, paper=paper)
    printed = render_packet(packet, faces)
    texts = " ".join(reading.pages(printed.pdf))
    # pdfium marks a hyphen at a line's end by a letter of its own.
    found = reading.words(texts.replace("\ufffe", "-").replace("\r\n", " ").casefold())
    parts: list[object] = [packet]
    if kind == "principal":
        glance = replace(invented.glance(), promises=())
        parts = [packet.title, glance, packet.days, *((t.points, t.bios) for t in packet.tabs)]
    wanted = {
        word for part in parts for text in texts_of(part) for word in reading.words(text.casefold())
    }
    assert wanted - found == set()


def test_long_titles_and_unbroken_words_wrap_inside_their_cells(faces: Faces) -> None:
    packet = invented.packet()
    endless = Person(
        "Donaudampfschiffahrtsgesellschaftskapitänin" * 3, title=invented.LONG_TITLE * 2
    )
    memo = replace(invented.memo(), theirs=(Participant(endless),) * 14)
    tab = replace(packet.tabs[0], memo=memo, title=invented.LONG_TITLE * 2)
    printed = render_packet(replace(packet, tabs=(tab,), running_title="Busan " * 40), faces)
    for page in reading.boxes(printed.pdf):
        for left, _, right, _ in page:
            assert left >= 70
            assert right <= 612 - 17


def swollen(content: T, times: int) -> T:
    """The same content with every text many times as long."""
    if isinstance(content, str):
        return cast("T", " ".join([content] * times))
    if isinstance(content, tuple):
        return cast("T", tuple(swollen(part, times) for part in content))
    if is_dataclass(content) and not isinstance(content, type):
        changes = {
            field.name: swollen(getattr(content, field.name), times)
            for field in fields(content)
            if field.name not in {*NOT_WORDS, "letter", "tab", "zone", "ref", "version"}
        }
        return replace(content, **changes)
    return content


@pytest.mark.parametrize("times", [4, 12])
def test_however_long_the_texts_nothing_leaves_the_text_block(times: int, faces: Faces) -> None:
    packet = invented.packet()
    tab = packet.tabs[0]
    tab = replace(
        tab,
        memo=swollen(tab.memo, times),
        points=swollen(tab.points, times),
        protocol=swollen(tab.protocol, times),
        bios=swollen(tab.bios, times),
        where=tab.where * times,
    )
    days, contacts = swollen(packet.days, times), swollen(packet.contacts, times)
    crowded = replace(
        packet, tabs=(tab,), days=days, contacts=contacts, places=packet.places * times
    )
    printed = render_packet(crowded, faces)
    for page in reading.boxes(printed.pdf):
        for left, bottom, right, top in page:
            assert 70 < left < right < 612 - 17
            assert bottom > 68 or top < 57  # in the block, or the foot
            assert top < 792 - 80 or bottom > 792 - 66  # in the block, or the head


def test_reading_machines_are_given_structure(staff: RenderedPacket) -> None:
    tags = reading.tags(staff.pdf)
    for tag in ("H1", "H2", "Table", "TH", "TD", "L", "LI", "Lbl", "LBody", "Figure", "Link", "P"):
        assert tag in tags
    assert b"/Lang (en)" in staff.pdf
    assert b"pdfuaid:part>1<" in staff.pdf
