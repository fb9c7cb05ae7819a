"""A PDF read back with another library than wrote it."""

import ctypes
import re
import unicodedata
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium


def pages(pdf: bytes) -> list[str]:
    """The text of each page as copying it gives."""
    document = pypdfium2.PdfDocument(pdf)
    return [document[n].get_textpage().get_text_range() for n in range(len(document))]


def words(text: str) -> set[str]:
    """Words without regard to lines."""
    return set(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text)))


def size(pdf: bytes) -> tuple[float, float]:
    """Width and height of the first page in points."""
    width, height = pypdfium2.PdfDocument(pdf)[0].get_size()
    return round(width, 2), round(height, 2)


def outline(pdf: bytes) -> list[tuple[int, str, int]]:
    """Level, title and page number (from 1) of each bookmark."""
    found = []
    for entry in pypdfium2.PdfDocument(pdf).get_toc():
        destination = entry.get_dest()
        assert destination is not None
        found.append((entry.level, entry.get_title(), destination.get_index() + 1))
    return found


def links(pdf: bytes) -> list[tuple[int, int]]:
    """Page of each link and page that it leads to, from 1."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for number, page in enumerate(document, 1):
        place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(page, place, link):
            target = pdfium.FPDFLink_GetDest(document, link)
            found.append((number, pdfium.FPDFDest_GetDestPageIndex(document, target) + 1))
    return found


def boxes(pdf: bytes) -> Iterator[list[tuple[float, float, float, float]]]:
    """Left, bottom, right and top of every piece of text, a list a page."""
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        yield [text.get_rect(n) for n in range(text.count_rects())]


def said(pdf: bytes) -> list[str]:
    """What the structure tree tells reading machines where glyphs don't say it (ActualText), in order."""
    document = pypdfium2.PdfDocument(pdf)
    found: list[str] = []
    for page in document:
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        for n in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            found += _actual_texts(pdfium.FPDF_StructTree_GetChildAtIndex(tree, n))
        pdfium.FPDF_StructTree_Close(tree)
    return found


def tags(pdf: bytes) -> list[str]:
    """The structure elements' types in order, page by page."""
    document = pypdfium2.PdfDocument(pdf)
    found: list[str] = []
    for page in document:
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        for n in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            found += _types(pdfium.FPDF_StructTree_GetChildAtIndex(tree, n))
        pdfium.FPDF_StructTree_Close(tree)
    return found


def _children(element: object) -> Iterator[object]:
    for n in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, n)
        if child:
            yield child


def _actual_texts(element: object) -> Iterator[str]:
    text = _string(pdfium.FPDF_StructElement_GetActualText, element)
    if text:
        yield text
    for child in _children(element):
        yield from _actual_texts(child)


def _types(element: object) -> Iterator[str]:
    yield _string(pdfium.FPDF_StructElement_GetType, element)
    for child in _children(element):
        yield from _types(child)


def _string(read: object, element: object) -> str:
    length = read(element, None, 0)  # type: ignore[operator]  # a function of the C library
    buffer = ctypes.create_string_buffer(length)
    read(element, buffer, length)  # type: ignore[operator]
    return buffer.raw.decode("utf-16-le").rstrip("\0")
