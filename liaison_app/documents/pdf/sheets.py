"""ReportLab's canvas, as far as Liaison draws on it."""

from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from liaison_app.documents.pdf.metadata import Metadata


class Sheets(Canvas):
    """Pages of one size in points. No letter is printed in a font that isn't embedded."""

    # ReportLab's own, which its type stubs leave out.
    _doc: Any
    _code: list[str]

    def __init__(self, file: BytesIO, size: tuple[float, float], metadata: Metadata) -> None:
        super().__init__(
            file,
            pagesize=size,
            invariant=1,
            pdfVersion=(1, 7),
            lang=metadata.lang,
            pageCompression=1,
        )
        self.setTitle(metadata.title)
        self.setAuthor(metadata.author)
        self.setSubject(metadata.subject)
        self.setCreator(metadata.creator)
        self.setDateFormatter(lambda *_: metadata.pdf_date)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.height = size[1]
        self._links = 0
        self._on_page: list[pdfdoc.PDFObjectReference] = []

    @property
    def document(self) -> Any:
        """The file's objects: ReportLab's ``PDFDocument``, of which its stubs know little."""
        return self._doc

    def write(self, code: str) -> None:
        """PDF operators for the current page."""
        self._code.append(code)

    def annotate(self, annotation: pdfdoc.PDFDictionary) -> pdfdoc.PDFObjectReference:
        """Put an annotation on the current page."""
        self._links += 1
        name = f"LINK{self._links}"
        self._doc.addAnnotation(name, annotation)
        reference: pdfdoc.PDFObjectReference = self._doc.refAnnotation(name)
        self._on_page.append(reference)
        return reference

    def destination(self, page: int) -> pdfdoc.PDFArray:
        """Where a link to the whole of a page leads, counted from 1; the page may come later."""
        return pdfdoc.PDFArray([pdfdoc.PDFObjectReference(f"Page{page}"), pdfdoc.PDFName("Fit")])

    def end_page(self, structure: int) -> None:
        """Close the current page; ``structure`` is its number in the structure tree."""
        self.showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = structure, pdfdoc.PDFName("S")
        # Written here because ReportLab would spell the compressed page in letters, a quarter longer.
        content = page.stream.encode("latin-1")
        if self._on_page:
            page.Annots = pdfdoc.PDFArray(self._on_page)
            self._on_page = []
        page.Contents = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])

    def _make_preamble(self) -> None:
        """Without ReportLab's first font (it is called while the page is begun)."""
        self._preamble = "1 0 0 1 0 0 cm"
