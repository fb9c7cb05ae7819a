"""The pages of a PDF as pictures. All of it belongs to one thread: PDFium isn't safe in several."""

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage

_POINT = 72


@dataclass(frozen=True)
class Part:
    """A part of the packet: its title, its first page from 0, its depth in the contents."""

    title: str
    page: int
    depth: int


class Sheets:
    """A PDF in memory, its parts, and its pages rendered at any size."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        with pypdfium2.PdfDocument(pdf) as document:
            self.count = len(document)
            self.sizes = tuple(document.get_page_size(at) for at in range(self.count))
            self.parts = tuple(_parts(document))

    def picture(self, at: int, dots: float) -> QImage:
        """Page ``at`` (from 0) at so many dots an inch."""
        with pypdfium2.PdfDocument(self._pdf) as document:
            bitmap = document[at].render(scale=dots / _POINT, rev_byteorder=True, prefer_bgrx=True)
            size = bitmap.width, bitmap.height, bitmap.stride
            picture = QImage(bytes(bitmap.buffer), *size, QImage.Format.Format_RGBX8888).copy()
        picture.setDotsPerMeterX(round(dots / 0.0254))
        picture.setDotsPerMeterY(round(dots / 0.0254))
        return picture


def _parts(document: pypdfium2.PdfDocument) -> Iterator[Part]:
    for mark in document.get_toc(max_depth=3):
        goal = mark.get_dest()
        page = goal.get_index() if goal is not None else None
        if page is not None:
            yield Part(mark.get_title(), page, mark.level)
