"""A font face: its characters, its measures, and its letters joined by HarfBuzz."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import uharfbuzz as hb


class Glyph(NamedTuple):
    """A glyph with its advance and offset in thousandths of the type size, and the characters that it stands for."""

    gid: int
    advance: float
    dx: float
    dy: float
    text: str


@dataclass(frozen=True)
class FaceName:
    """What tells faces apart within one document."""

    family: str
    bold: bool = False
    italic: bool = False


class Face:
    """One face of a font file. ``number`` counts within a collection."""

    def __init__(self, name: FaceName, file: hb.Blob, number: int = 0) -> None:
        self.name = name
        self.hb_face = hb.Face(file, number)
        self._font = hb.Font(self.hb_face)
        self._shaped: dict[tuple[str, bool, str], tuple[Glyph, ...]] = {}

    @cached_property
    def characters(self) -> frozenset[int]:
        """Code points that the face has a glyph for."""
        return frozenset(self.hb_face.unicodes)

    @property
    def may_be_embedded(self) -> bool:
        """Whether it holds TrueType outlines and its maker lets documents carry it (OpenType ``fsType``)."""
        tables = self.hb_face.table_tags
        if "glyf" not in tables or "OS/2" not in tables or "fvar" in tables:
            return False
        allowed = int.from_bytes(self.table("OS/2")[8:10], "big") & 0x000E
        return allowed != 0x0002

    def table(self, tag: str) -> bytes:
        """A table of the font file."""
        return bytes(self.hb_face.reference_table(tag).data)

    @cached_property
    def per_unit(self) -> float:
        """Thousandths of the type size per font unit."""
        return 1000 / int(self.hb_face.upem)

    @cached_property
    def extents(self) -> tuple[float, float]:
        """Ascender and descender (negative) in thousandths of the type size."""
        found = self._font.get_font_extents("ltr")
        return found.ascender * self.per_unit, found.descender * self.per_unit

    def width(self, gid: int) -> float:
        """Advance of a glyph as the font file states it, in thousandths."""
        return int(self._font.get_glyph_h_advance(gid)) * self.per_unit

    def shape(self, text: str, rtl: bool, lang: str) -> tuple[Glyph, ...]:
        """The glyphs of ``text`` from left to right, ``text`` being of one script and direction."""
        key = (text, rtl, lang)
        if key not in self._shaped:
            self._shaped[key] = tuple(self._join(text, rtl, lang))
        return self._shaped[key]

    def _join(self, text: str, rtl: bool, lang: str) -> list[Glyph]:
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        if lang:
            buffer.language = lang
        # No ligature that a script can do without: it breaks copying.
        # Figures of one width, so that times and sums align; not beside letters ("7th").
        hb.shape(
            self._font,
            buffer,
            {
                "liga": buffer.script not in _SEPARATE,
                "lnum": True,
                "tnum": not any(c.isalpha() for c in text),
            },
        )
        starts = sorted({info.cluster for info in buffer.glyph_infos})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        seen: set[int] = set()
        glyphs = []
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            part = "" if info.cluster in seen else text[info.cluster : ends[info.cluster]]
            seen.add(info.cluster)
            unit = self.per_unit
            glyphs.append(
                Glyph(
                    info.codepoint,
                    at.x_advance * unit,
                    at.x_offset * unit,
                    at.y_offset * unit,
                    part,
                )
            )
        return glyphs


_SEPARATE = frozenset({"Latn", "Cyrl", "Grek", "Arab", "Hebr", "Zyyy", "Zinh"})
