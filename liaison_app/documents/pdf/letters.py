"""A face as it is embedded: only the glyphs that are used, and what each of them says."""

from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from liaison_app.documents.text.face import Face

_DROPPED = (
    "GSUB",
    "GPOS",
    "GDEF",
    "name",
    "post",
    "OS/2",
    "cmap",
    "kern",
    "DSIG",
    "gasp",
    "hdmx",
    "VDMX",
    "LTSH",
)

_SAYS_NOTHING = "\u2060"
"""For a glyph whose neighbour in the cluster says it all: PDF/UA asks of every glyph that it says something."""


class Letters:
    """The glyphs of one face in one document, under a resource name (``F3``)."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self._says: dict[int, str] = {}

    def use(self, gid: int, text: str) -> bool:
        """Note a glyph; False if it has said something else before, so that a reader must be told."""
        if not self._says.get(gid):
            self._says[gid] = text
        return self._says[gid] == text and bool(text)

    def add_to(self, document: Any) -> pdfdoc.PDFObjectReference:
        """Write the font into ``document``."""
        name = f"{_subset_tag(self.resource)}+{_postscript_name(self.face)}"
        descendant = pdfdoc.PDFDictionary({
            "Type": pdfdoc.PDFName("Font"), "Subtype": pdfdoc.PDFName("CIDFontType2"),
            "BaseFont": pdfdoc.PDFName(name), "CIDToGIDMap": pdfdoc.PDFName("Identity"),
            "CIDSystemInfo": pdfdoc.PDFDictionary({
                "Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0,
            }),
            "W": pdfdoc.PDFArray(self._widths()),
            "FontDescriptor": document.Reference(self._descriptor(document, name)),
        })  # fmt: skip
        font = pdfdoc.PDFDictionary({
            "Type": pdfdoc.PDFName("Font"), "Subtype": pdfdoc.PDFName("Type0"),
            "BaseFont": pdfdoc.PDFName(name), "Encoding": pdfdoc.PDFName("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
            "ToUnicode": document.Reference(_stream(self._to_unicode())),
        })  # fmt: skip
        reference: pdfdoc.PDFObjectReference = document.Reference(font)
        return reference

    def _widths(self) -> list[object]:
        found: list[object] = []
        for gid in sorted(self._says):
            found += [gid, pdfdoc.PDFArray([round(self.face.width(gid), 3)])]
        return found

    def _descriptor(self, document: Any, name: str) -> pdfdoc.PDFDictionary:
        head = self.face.table("head")
        box = [
            int.from_bytes(head[i : i + 2], "big", signed=True) * self.face.per_unit
            for i in range(36, 44, 2)
        ]
        ascent, descent = self.face.extents
        file = _stream(self._subset())
        file.dictionary["Length1"] = len(file.content)
        return pdfdoc.PDFDictionary({
            "Type": pdfdoc.PDFName("FontDescriptor"), "FontName": pdfdoc.PDFName(name), "Flags": 4,
            "FontBBox": pdfdoc.PDFArray([round(side) for side in box]),
            "ItalicAngle": -12 if self.face.name.italic else 0,
            "Ascent": round(ascent), "Descent": round(descent), "CapHeight": round(ascent * 0.7),
            "StemV": 140 if self.face.name.bold else 80, "FontFile2": document.Reference(file),
        })  # fmt: skip

    def _subset(self) -> bytes:
        wanted = hb.SubsetInput()
        wanted.flags = (
            hb.SubsetFlags.RETAIN_GIDS
            | hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        )
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(self._says)
        wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
            int.from_bytes(t.encode(), "big") for t in _DROPPED
        )
        return bytes(hb.subset(self.face.hb_face, wanted).blob.data)

    def _to_unicode(self) -> bytes:
        pairs = [(gid, text or _SAYS_NOTHING) for gid, text in sorted(self._says.items())]
        lines = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        ]
        for start in range(0, len(pairs), 100):
            part = pairs[start : start + 100]
            lines.append(f"{len(part)} beginbfchar")
            lines += [
                f"<{gid:04X}> <{text.encode('utf-16-be').hex().upper()}>" for gid, text in part
            ]
            lines.append("endbfchar")
        lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
        return "\n".join(lines).encode()


def _stream(content: bytes) -> pdfdoc.PDFStream:
    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])


def _subset_tag(resource: str) -> str:
    """Six capitals that differ between the faces of a document, as PDF asks of subsets."""
    number = int(resource[1:])
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _postscript_name(face: Face) -> str:
    style = ("Bold" if face.name.bold else "") + ("Italic" if face.name.italic else "")
    plain = "".join(c for c in face.name.family if c.isascii() and (c.isalnum() or c == "-"))
    return f"{plain}-{style}" if style else plain
