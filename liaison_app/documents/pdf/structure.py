"""The structure tree of a tagged PDF: what is a heading, a table, a list, and in what order it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc


def text_string(text: str) -> bytes:
    """A PDF text string of any script."""
    return b"<" + ("\ufeff" + text).encode("utf-16-be").hex().encode() + b">"


@dataclass(frozen=True)
class _Marked:
    """Content of a page, by the number that the page gave it."""

    page: pdfdoc.PDFObjectReference
    number: int


@dataclass(frozen=True)
class _Annotation:
    """An annotation of a page (a link)."""

    page: pdfdoc.PDFObjectReference
    reference: pdfdoc.PDFObjectReference


@dataclass(eq=False)
class Element(pdfdoc.PDFObject):
    """An element of the tree. ``attributes`` are raw PDF, ``texts`` are Alt, ActualText, Lang or T."""

    tag: str
    parent: Element | None
    texts: Mapping[str, str] = field(default_factory=dict)
    attributes: bytes = b""
    kids: list[Element | _Marked | _Annotation] = field(default_factory=list)

    __RefOnly__ = 1  # ReportLab writes such objects once and refers to them

    def child(self, tag: str, texts: Mapping[str, str], attributes: bytes) -> Element:
        """A new element at the end of this one."""
        made = Element(tag, self, texts, attributes)
        self.kids.append(made)
        return made

    def format(self, document: Any) -> bytes:
        """The element as a PDF dictionary (called by ReportLab)."""
        parts = [b"<</Type/StructElem/S/", self.tag.encode(), b"/P "]
        parts += [_reference(document, self.parent), b"/K["]
        parts += [self._kid(document, kid) for kid in self.kids]
        parts.append(b"]")
        for name, text in self.texts.items():
            parts += [b"/", name.encode(), text_string(text)]
        if self.attributes:
            parts += [b"/A", self.attributes]
        return b"".join([*parts, b">>"])

    def _kid(self, document: Any, kid: Element | _Marked | _Annotation) -> bytes:
        if isinstance(kid, Element):
            return _reference(document, kid) + b" "
        page: bytes = kid.page.format(document)
        if isinstance(kid, _Marked):
            return b"<</Type/MCR/Pg " + page + b"/MCID %d>>" % kid.number
        annotation: bytes = kid.reference.format(document)
        return b"<</Type/OBJR/Pg " + page + b"/Obj " + annotation + b">>"


def _reference(document: Any, target: pdfdoc.PDFObject | None) -> bytes:
    found: bytes = document.Reference(target).format(document)
    return found


class Tree(Element):
    """The root, and the way back from a page's content to its elements."""

    def __init__(self) -> None:
        super().__init__("Root", None)
        self.document = self.child("Document", {}, b"")
        self._owners: list[list[Element] | Element] = []
        self._pages: dict[int, list[Element]] = {}

    def new_page(self) -> int:
        """A number for a page's content (its ``StructParents``)."""
        number = len(self._owners)
        self._pages[number] = []
        self._owners.append(self._pages[number])
        return number

    def mark(self, page_number: int, page: pdfdoc.PDFObjectReference, owner: Element) -> int:
        """The number of a new piece of content of ``owner`` on a page."""
        owners = self._pages[page_number]
        owners.append(owner)
        owner.kids.append(_Marked(page, len(owners) - 1))
        return len(owners) - 1

    def next_annotation(self, owner: Element) -> int:
        """A number for an annotation of ``owner`` (its ``StructParent``)."""
        self._owners.append(owner)
        return len(self._owners) - 1

    @staticmethod
    def attach(
        owner: Element, page: pdfdoc.PDFObjectReference, annotation: pdfdoc.PDFObjectReference
    ) -> None:
        """Make an annotation part of ``owner``."""
        owner.kids.append(_Annotation(page, annotation))

    def format(self, document: Any) -> bytes:
        """The root as a PDF dictionary (called by ReportLab)."""
        numbers = []
        for number, owner in enumerate(self._owners):
            if isinstance(owner, list):
                refers = b"[" + b" ".join(_reference(document, e) for e in owner) + b"]"
            else:
                refers = _reference(document, owner)
            numbers.append(b"%d " % number + refers)
        return (
            b"<</Type/StructTreeRoot/K[" + _reference(document, self.document) + b"]/ParentTree<</Nums["
            + b"\n".join(numbers) + b"]>>/ParentTreeNextKey %d>>" % len(self._owners)
        )  # fmt: skip
