"""A PDF file in the making: its pages, its letters, its outline, its structure."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from liaison_app.documents.pdf.letters import Letters
from liaison_app.documents.pdf.metadata import Metadata
from liaison_app.documents.pdf.pen import Pen
from liaison_app.documents.pdf.structure import Element, Tree
from liaison_app.documents.text.face import Face


class _Sheets(Canvas):
    """ReportLab's canvas without its first font: nothing is printed in a letter that isn't embedded."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


class Document:
    """Pages of one size in points, drawn one after the other, then turned into bytes."""

    def __init__(self, size: tuple[float, float], metadata: Metadata) -> None:
        self.size = size
        self.tree = Tree()
        self._metadata = metadata
        self._file = BytesIO()
        self._canvas = _Sheets(
            self._file, pagesize=size, invariant=1, pdfVersion=(1, 7), lang=metadata.lang, pageCompression=1
        )
        self._letters: dict[Face, Letters] = {}
        self._elements: dict[object, Element] = {}
        self._is_first_outline = True

    @contextmanager
    def page(self) -> Iterator[Pen]:
        """A new page; draw on it with the pen."""
        reference = self._canvas._doc.thisPageRef()
        number = self.tree.new_page()
        pen = Pen(self._canvas, self.tree, number, reference, self.letters, self._elements)
        yield pen
        pen.close()
        self._canvas.showPage()
        page = self._canvas._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = number, pdfdoc.PDFName("S")
        page.Contents = pdfdoc.PDFStream(content=page.stream.encode("latin-1"), filters=[pdfdoc.PDFZCompress])

    def letters(self, face: Face) -> Letters:
        """The embedded form of ``face``."""
        if face not in self._letters:
            self._letters[face] = Letters(face, f"F{len(self._letters) + 1}")
        return self._letters[face]

    def finish(self) -> bytes:
        """The file."""
        document, said = self._canvas._doc, self._metadata
        fonts = document.idToObject[pdfdoc.BasicFonts]
        for letters in self._letters.values():
            fonts[letters.resource] = letters.add_to(document)
        for set_, value in (
            (self._canvas.setTitle, said.title), (self._canvas.setAuthor, said.author),
            (self._canvas.setSubject, said.subject), (self._canvas.setCreator, said.creator),
        ):  # fmt: skip
            set_(value)
        document.info._dateFormatter = lambda *_: said.pdf_date
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        catalog = document.Catalog
        catalog.StructTreeRoot = self.tree
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        kind = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")})
        catalog.Metadata = pdfdoc.PDFStream(kind, said.xmp(document.info.producer), filters=[])
        self._canvas.save()
        return self._file.getvalue()
