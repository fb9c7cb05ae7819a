"""Drawing a packet, as a job for the worker: it keeps the faces that it has loaded from one to the next."""

from functools import cache

from liaison_app.documents.packet.content.packet import Packet
from liaison_app.documents.packet.render import RenderedPacket, render_packet
from liaison_app.documents.text.faces import Faces
from liaison_app.system.fonts import FontShelf
from liaison_app.system.worker.job import Tell


def draw(tell: Tell, packet: Packet) -> RenderedPacket:
    """The packet as a PDF; ``tell`` counts its pages."""
    return render_packet(packet, _faces(), tell)


@cache
def _faces() -> Faces:
    """Loading them takes a third of a packet's time."""
    return Faces(FontShelf())
