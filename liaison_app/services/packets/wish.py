"""What is asked of a packet, and what came of it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from liaison_app.documents.packet.content.packet import Packet, PacketKind, Paper
from liaison_app.domain.audience import Audience
from liaison_app.services.finding import Target


@dataclass(frozen=True)
class Wish:
    """What is asked for. Without ``paper`` the office's own; ``as_of`` is the instant printed."""

    ref: str
    kind: PacketKind
    audience: Audience
    as_of: datetime
    paper: Paper | None = None


@dataclass(frozen=True)
class Filled:
    """A packet ready to print, and what its audience was not given, which only we are told."""

    target: Target
    packet: Packet
    rows_left_out: Mapping[str, int]
    cells_left_out: Mapping[str, int]


@dataclass(frozen=True)
class Made:
    """A packet as a PDF. ``warnings``: what whoever prints it should know, in words."""

    filled: Filled
    pdf: bytes
    pages: int
    warnings: tuple[str, ...]

    @property
    def sha256(self) -> str:
        """The digest of the file."""
        return hashlib.sha256(self.pdf).hexdigest()
