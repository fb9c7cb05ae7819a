"""What draws on a page, and says of everything drawn whether it is content or ornament.

Lengths are points, ``y`` counts downwards from the top edge of the page.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Literal, NamedTuple

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc

from liaison_app.documents.pdf.glyphs import placed, says_itself
from liaison_app.documents.pdf.letters import Letters
from liaison_app.documents.pdf.sheets import Sheets
from liaison_app.documents.pdf.structure import Element, Tree, text_string
from liaison_app.documents.text.face import Face
from liaison_app.documents.text.lines import Line, Run

Fill = Literal["none", "solid", "hatch"]


class Place(NamedTuple):
    """A rectangle on the page, from its top left corner."""

    x: float
    y: float
    width: float
    height: float


class Pen:
    """Draws on one page. Text belongs to the open element; rules, boxes and hatches are always ornament."""

    def __init__(
        self,
        sheets: Sheets,
        tree: Tree,
        page_number: int,
        letters: Callable[[Face], Letters],
        known: dict[object, Element],
    ) -> None:
        self._sheets, self._tree, self._page_number = sheets, tree, page_number
        self._page = sheets.document.thisPageRef()
        self._letters, self._known = letters, known
        self._inside: list[Element | None] = [tree.document]
        self._open: Element | Literal["ornament"] | None = None

    @contextmanager
    def element(
        self,
        tag: str,
        key: object = None,
        texts: Mapping[str, str] | None = None,
        attributes: bytes = b"",
    ) -> Iterator[None]:
        """Everything drawn inside is of this structure element.

        The same ``key`` again, on this page or a later one, goes on with the element begun before.
        """
        around = self._inside[-1]
        if around is None:  # in an ornament nothing has structure
            yield
            return
        self._end()
        found = self._known.get((tag, key)) if key is not None else None
        if found is None:
            found = around.child(tag, texts or {}, attributes)
            if key is not None:
                self._known[tag, key] = found
        self._inside.append(found)
        yield
        self._end()
        self._inside.pop()

    @contextmanager
    def ornament(self) -> Iterator[None]:
        """Everything drawn inside is left out by reading machines: page furniture, repeated table heads."""
        self._end()
        self._inside.append(None)
        yield
        self._end()
        self._inside.pop()

    def text(self, line: Line, x: float, baseline: float) -> None:
        """A set line."""
        at = x
        for run in line.runs:
            self._run(run, at, baseline)
            at += run.width

    def rule(
        self, x0: float, y0: float, x1: float, y1: float, width: float, grey: float = 1.0
    ) -> None:
        """A straight line; ``grey`` 1 is black."""
        self._ornament(
            f"{1 - grey:.3g} G {width:g} w {x0:.2f} {self._up(y0)} m {x1:.2f} {self._up(y1)} l S"
        )

    def box(
        self,
        place: Place,
        *,
        line: float = 0,
        fill: Fill = "none",
        grey: float = 1.0,
        dashed: bool = False,
    ) -> None:
        """A rectangle; ``line`` is the width of its edge, 0 none."""
        bottom = self._up(place.y + place.height)
        outline = f"{place.x:.2f} {bottom} {place.width:.2f} {place.height:.2f} re"
        if fill == "solid":
            self._ornament(f"{1 - grey:.3g} g {outline} f")
        elif fill == "hatch":
            self._ornament(f"q {outline} W n 0 G 0.9 w {self._hatch(place)} Q")
        if line:
            dash = "[4 3] 0 d " if dashed else ""
            self._ornament(f"q {dash}0 G {line:g} w {outline} S Q")

    def picture(self, data: bytes, place: Place, alt: str) -> None:
        """A photograph or seal, as large as the rectangle allows; ``alt`` says what it shows."""
        bottom = self._sheets.height - place.y - place.height
        box = f"{place.x:.2f} {bottom:.2f} {place.x + place.width:.2f} {bottom + place.height:.2f}"
        attributes = f"<</O/Layout/Placement/Block/BBox[{box}]>>".encode()
        with self.element("Figure", texts={"Alt": alt}, attributes=attributes):
            self._begin()
            self._sheets.drawImage(
                ImageReader(BytesIO(data)), place.x, bottom, place.width, place.height,
                preserveAspectRatio=True, anchor="c", mask="auto",
            )  # fmt: skip

    def bookmark(self, key: str, title: str, level: int) -> None:
        """An entry of the outline that leads to this page."""
        self._sheets.bookmarkPage(key)
        self._sheets.addOutlineEntry(title, key, level)

    def link(self, place: Place, page: int, words: str) -> None:
        """Make a rectangle lead to a page, counted from 1; ``words`` say where to.

        Call it inside a ``Link`` element.
        """
        owner = self._inside[-1]
        if owner is None:
            raise ValueError("a link is no ornament")
        top = self._sheets.height - place.y
        annotation = pdfdoc.PDFDictionary({
            "Type": pdfdoc.PDFName("Annot"), "Subtype": pdfdoc.PDFName("Link"), "F": 4,
            "Rect": pdfdoc.PDFArray([place.x, top - place.height, place.x + place.width, top]),
            "Border": pdfdoc.PDFArray([0, 0, 0]), "Dest": self._sheets.destination(page),
            "Contents": pdfdoc.PDFString(words), "StructParent": self._tree.next_annotation(owner),
        })  # fmt: skip
        self._tree.attach(owner, self._page, self._sheets.annotate(annotation))

    def close(self) -> None:
        """End what is open; the page is done."""
        self._end()

    def _run(self, run: Run, x: float, baseline: float) -> None:
        span = run.span
        said: dict[str, str] = {}
        if not says_itself(run, self._letters(run.face)):
            said["ActualText"] = run.text
        if span.lang:
            said["Lang"] = span.lang
        if not said or self._inside[-1] is None:
            self._begin()
            self._letter_run(run, x, baseline)
            return
        with self.element("Span", texts=said):
            # Programs that copy text put right-to-left letters in reading order themselves; told
            # the text, they would turn it round again. Only the structure tells it to them.
            self._begin(run.text if "ActualText" in said and not run.level & 1 else "")
            self._letter_run(run, x, baseline)

    def _letter_run(self, run: Run, x: float, baseline: float) -> None:
        span = run.span
        style = span.style
        if span.reversed:
            top, height = baseline - style.size * 0.95, style.size * 1.23
            self._write(f"0 g {x:.2f} {self._up(top + height)} {run.width:.2f} {height:.2f} re f")
        ink = 1.0 if span.reversed else 1 - style.grey
        self._write(f"BT {ink:.3g} g /{self._letters(run.face).resource} {style.size:g} Tf")
        if style.track:
            self._write(f"{style.track:g} Tc")
        self._write(f"1 0 0 1 {x:.3f} {self._up(baseline)} Tm {placed(run)}")
        self._write("0 Tc ET" if style.track else "ET")
        if span.struck:
            y = baseline - style.size * 0.27
            self._write(f"0 G 0.8 w {x:.2f} {self._up(y)} m {x + run.width:.2f} {self._up(y)} l S")

    def _begin(self, actual: str = "") -> None:
        """Open marked content for what is to be drawn; ``actual`` is what it says, if its glyphs don't."""
        owner = self._inside[-1]
        wanted: Element | Literal["ornament"] = owner if owner is not None else "ornament"
        if self._open is wanted:
            return
        self._end()
        if owner is None:
            self._write("/Artifact BMC")
        else:
            number = self._tree.mark(self._page_number, self._page, owner)
            told = f"/ActualText{text_string(actual).decode()}" if actual else ""
            self._write(f"/{owner.tag} <</MCID {number}{told}>> BDC")
        self._open = wanted

    def _end(self) -> None:
        if self._open is not None:
            self._write("EMC")
        self._open = None

    def _ornament(self, code: str) -> None:
        if self._inside[-1] is None:
            self._begin()
            self._write(code)
        else:
            self._end()
            self._write(f"/Artifact BMC {code} EMC")

    def _write(self, code: str) -> None:
        self._sheets.write(code)

    def _up(self, y: float) -> str:
        return f"{self._sheets.height - y:.2f}"

    def _hatch(self, place: Place, pitch: float = 3.5) -> str:
        bottom = self._sheets.height - place.y - place.height
        steps = int((place.width + place.height) / pitch) + 2
        starts = (place.x - place.height + i * pitch for i in range(steps))
        lines = (
            f"{s:.2f} {bottom:.2f} m {s + place.height:.2f} {bottom + place.height:.2f} l"
            for s in starts
        )
        return " ".join(lines) + " S"
