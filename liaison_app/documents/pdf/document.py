"""A PDF file in the making: its pages, its letters, its outline, its structure."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab.pdfbase import pdfdoc

from liaison_app.documents.pdf.letters import Letters
from liaison_app.documents.pdf.metadata import Metadata
from liaison_app.documents.pdf.pen import Pen
from liaison_app.documents.pdf.sheets import Sheets
from liaison_app.documents.pdf.structure import Element, Tree
from liaison_app.documents.text.face import Face


class Document:
    """Pages of one size in points, drawn one after the other, then turned into bytes."""

    def __init__(self, size: tuple[float, float], metadata: Metadata) -> None:
        self._tree = Tree()
        self._metadata = metadata
        self._file = BytesIO()
        self._sheets = Sheets(self._file, size, metadata)
        self._letters: dict[Face, Letters] = {}
        self._elements: dict[object, Element] = {}

    @contextmanager
    def page(self) -> Iterator[Pen]:
        """A new page; draw on it with the pen."""
        number = self._tree.new_page()
        pen = Pen(self._sheets, self._tree, number, self.letters, self._elements)
        yield pen
        pen.close()
        self._sheets.end_page(number)

    def letters(self, face: Face) -> Letters:
        """The embedded form of ``face``."""
        if face not in self._letters:
            self._letters[face] = Letters(face, f"F{len(self._letters) + 1}")
        return self._letters[face]

    def finish(self) -> bytes:
        """The file."""
        document = self._sheets.document
        fonts = document.idToObject[pdfdoc.BasicFonts]
        for letters in self._letters.values():
            fonts[letters.resource] = letters.add_to(document)
        catalog = document.Catalog
        catalog.StructTreeRoot = self._tree
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        kind = pdfdoc.PDFDictionary(
            {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
        )
        xmp = self._metadata.xmp(document.info.producer)
        catalog.Metadata = pdfdoc.PDFStream(kind, xmp, filters=[])
        self._sheets.save()
        return self._file.getvalue()
