"""The faces: FiraGO, then Noto Sans, then the machine's own, in a fixed order: no script changes its form by chance."""

import pymupdf_fonts
from PySide6.QtGui import QFont, QFontDatabase

from liaison_app.system.fonts import FontShelf

#: Pixel sizes at 100 % text. Nothing is ever drawn smaller than ``micro``.
SIZES = {"display": 22, "title": 16, "body": 13, "small": 12, "micro": 11}

_SHIPPED = ("figo", "figbo", "figit", "notos", "notosbo", "notosit")
_FROM_THE_MACHINE = (
    "Noto Sans CJK KR",
    "NanumGothic",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "Noto Sans Cherokee",
    "Plantagenet Cherokee",
    "Noto Sans CJK JP",
    "Yu Gothic UI",
    "Hiragino Sans",
    "Noto Sans CJK SC",
    "Microsoft YaHei UI",
    "PingFang SC",
    "Droid Sans Fallback",
    "DejaVu Sans",
)

_DROID, _OURS = "Droid Sans Fallback", "Liaison Far Eastern"
"""Of one length, so that nothing else in the file moves."""

_SEEN_TO = {
    "Hang": QFontDatabase.WritingSystem.Korean,
    "Kana": QFontDatabase.WritingSystem.Japanese,
    "Hani": QFontDatabase.WritingSystem.SimplifiedChinese,
}
"""ISO 15924 script: the name that Qt has for it. Debian keeps Droid's face for these outside its font folder."""


def load() -> tuple[str, ...]:
    """Make the shipped faces known to Qt; return all families in the order in which they are tried.

    Needs a ``QGuiApplication``. Loading a face again does no harm: Qt keeps one copy for the same bytes' family.
    """
    families: list[str] = []
    for code in _SHIPPED:
        number = QFontDatabase.addApplicationFontFromData(pymupdf_fonts.myfont(code))
        families += [f for f in QFontDatabase.applicationFontFamilies(number) if f not in families]
    return (*families, *_FROM_THE_MACHINE, *_unlisted())


def _unlisted() -> list[str]:
    """Families of faces that lie where the system itself doesn't look, for scripts that it has no face for."""
    shelf, found = FontShelf(), list[str]()
    for script, system in _SEEN_TO.items():
        there = set(QFontDatabase.families(system)) - {_OURS}  # ours, if this isn't the first time
        files = [] if there else shelf.candidates(script)[:1]
        for file in files:
            number = QFontDatabase.addApplicationFontFromData(_under_own_name(file.read_bytes()))
            found += [f for f in QFontDatabase.applicationFontFamilies(number) if f not in found]
    return found


def _under_own_name(face: bytes) -> bytes:
    """Droid's face with a family name that nothing else has: Debian's own folder has a smaller face of the same name,
    without Hangul, which Qt would take instead."""
    for encoding in ("utf-16-be", "ascii"):
        face = face.replace(_DROID.encode(encoding), _OURS.encode(encoding))
    return face


def face(families: tuple[str, ...], pixels: int, bold: bool) -> QFont:
    """A font of ``pixels`` height with tabular figures, so that dates and counts align in every column."""
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
