"""Which face prints which letter. Never a box, never a wrong letter."""

import re
import unicodedata
from functools import cache
from pathlib import Path

import uharfbuzz as hb
from anyascii import anyascii

from liaison_app.documents.text.face import Face, FaceName
from liaison_app.system.fonts import BUNDLED, FontShelf, bundled_face


class Faces:
    """The faces of a print: FiraGO, then Noto Sans, then what the machine has.

    Loading is lazy and kept: one ``Faces`` may serve many documents, one after the other.
    """

    def __init__(self, shelf: FontShelf) -> None:
        self._shelf = shelf
        self._bundled: dict[FaceName, Face] = {}
        self._installed: dict[Path, tuple[Face, ...]] = {}
        self._chosen: dict[tuple[str, str], Face | str | None] = {}
        self._styled: dict[tuple[str, bool, bool, str], Face | None] = {}

    def for_cluster(self, cluster: str, bold: bool, italic: bool, lang: str) -> Face | None:
        """The face for a letter with its marks, or None if no face here has all of them."""
        key = (cluster, bold, italic, lang)
        if key not in self._styled:
            self._styled[key] = self._in_style(cluster, bold, italic, lang)
        return self._styled[key]

    def _in_style(self, cluster: str, bold: bool, italic: bool, lang: str) -> Face | None:
        if (cluster, lang) not in self._chosen:
            self._chosen[cluster, lang] = self._choose(cluster, lang)
        chosen = self._chosen[cluster, lang]
        if not isinstance(chosen, str):
            return chosen
        face = self.bundled(chosen, bold, italic)
        return face if _covers(face, cluster) else self.bundled(chosen)

    def bundled(self, family: str, bold: bool = False, italic: bool = False) -> Face:
        """A face that comes with Liaison."""
        name = FaceName(family, bold, italic)
        if name not in self._bundled:
            self._bundled[name] = Face(name, hb.Blob(bundled_face(family, bold, italic)))
        return self._bundled[name]

    def _choose(self, cluster: str, lang: str) -> Face | str | None:
        for family in BUNDLED:
            if _covers(self.bundled(family), cluster):
                return family
        script = script_of(cluster)
        for path in (*self._shelf.candidates(script, lang), *self._shelf.files):
            for face in self._open(path):
                if _covers(face, cluster):
                    return face
        return None

    def _open(self, path: Path) -> tuple[Face, ...]:
        if path not in self._installed:
            self._installed[path] = tuple(_read(path))
        return self._installed[path]


def _read(path: Path) -> list[Face]:
    try:
        file = hb.Blob.from_file_path(str(path))  # read as far as it is needed only
    except hb.HarfBuzzError:
        return []  # a font that can't be read is no font; the next one is asked
    count = hb.Face(file, 0).count
    faces = [Face(FaceName(f"{path.stem}-{n}"), file, n) for n in range(count)]
    return [face for face in faces if face.may_be_embedded]


def _covers(face: Face, cluster: str) -> bool:
    return all(ord(c) in face.characters or _is_invisible(c) for c in cluster)


_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
"""Characters that print nothing and need no glyph: joiners, directions, variation selectors."""


@cache
def _is_invisible(char: str) -> bool:
    return _INVISIBLE.match(char) is not None


@cache
def script_of(text: str) -> str:
    """ISO 15924 script of the first letter that has one (``Hani``, ``Cher``); ``Zyyy`` if none has."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    return str(buffer.script or "Zyyy")


def clusters(text: str) -> list[str]:
    """Letters with the marks, joiners and variation selectors that belong to them."""
    found: list[str] = []
    for char in text:
        joins = (
            unicodedata.category(char) in {"Mn", "Mc", "Me"}
            or char in "\u200c\u200d"
            or _is_variation(char)
        )
        if found and (joins or found[-1].endswith("\u200d")):
            found[-1] += char
        else:
            found.append(char)
    return found


def _is_variation(char: str) -> bool:
    return 0xFE00 <= ord(char) <= 0xFE0F or 0xE0100 <= ord(char) <= 0xE01EF


def transliterated(cluster: str) -> str:
    """Plain letters for a cluster that no face has; ``?`` if there are none for it either."""
    return anyascii(cluster) or "?"
