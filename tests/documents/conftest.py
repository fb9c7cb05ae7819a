"""The faces and packets that the tests of the printed packet share: made once, never changed."""

import pytest

from liaison_app.documents.packet.render import RenderedPacket, render_packet
from liaison_app.documents.text.faces import Faces
from liaison_app.system.fonts import FontShelf
from tests.documents import invented


@pytest.fixture(scope="session")
def faces() -> Faces:
    """With whatever this machine has."""
    return Faces(FontShelf())


@pytest.fixture(scope="session")
def bundled_faces() -> Faces:
    """As on a machine without any font of its own."""
    return Faces(FontShelf([]))


@pytest.fixture(scope="session")
def staff(faces: Faces) -> RenderedPacket:
    """The invented trip, everything, Letter."""
    return render_packet(invented.packet(), faces)
