"""Photographs and the marking: what leaves with a packet, and what is never cut."""

from dataclasses import replace
from io import BytesIO

import pypdfium2
from PIL import Image

from liaison_app.documents.packet.content.packet import Packet
from liaison_app.documents.packet.pictures import portrait, seal_on_white
from liaison_app.documents.packet.render import render_packet
from liaison_app.documents.text.faces import Faces
from tests.documents import invented, reading


def photo(width: int, height: int) -> bytes:
    """A picture from a telephone, with the place where it was taken."""
    file = BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    Image.new("RGB", (width, height), "navy").save(file, "JPEG", exif=exif)
    return file.getvalue()


def with_photo(data: bytes) -> Packet:
    packet = invented.packet()
    bio = replace(invented.bios()[0], photo=data)
    return replace(packet, tabs=(replace(packet.tabs[0], bios=(bio,)),))


def test_a_large_photo_is_made_small_and_forgets_its_camera(faces: Faces) -> None:
    data = photo(3000, 2000)
    assert b"SecretCamera" in data
    ready = portrait(data, 92, 115)
    with Image.open(BytesIO(ready)) as picture:
        assert picture.size == (383, 479)
        assert picture.mode == "L"
    assert b"SecretCamera" not in ready


def test_a_damaged_photo_prints_the_frame_and_is_said(faces: Faces) -> None:
    printed = render_packet(with_photo(photo(40, 50)[:-200]), faces)
    assert any("The photo of Seo Min-jae can’t be read" in str(w) for w in printed.warnings)
    assert "No photo held" in " ".join(reading.pages(printed.pdf))


def test_what_is_no_picture_is_no_portrait() -> None:
    assert portrait(b"<svg/>", 92, 115) == b""
    assert seal_on_white(b"") == b""


def test_a_seal_stands_on_the_cover(faces: Faces) -> None:
    file = BytesIO()
    Image.new("RGBA", (200, 100), (0, 0, 0, 0)).save(file, "PNG")
    printed = render_packet(replace(invented.packet(), seal=file.getvalue()), faces)
    assert not any("seal" in str(warning) for warning in printed.warnings)
    cover = pypdfium2.PdfDocument(printed.pdf)[0]
    assert [o.type for o in cover.get_objects()].count(3) == 1  # one picture


def test_a_long_marking_is_never_cut(faces: Faces) -> None:
    marking = (
        "CONTROLLED UNCLASSIFIED INFORMATION // OFFICE OF INTERNATIONAL AFFAIRS // RIVER TALKS"
    )
    printed = render_packet(replace(invented.packet(), marking=marking), faces)
    for text in reading.pages(printed.pdf):
        assert " ".join(text.split()).count(marking) == 2
