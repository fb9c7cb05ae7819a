"""Letters of every script: the faces that come with Liaison, and those that this machine has.

FiraGO and Noto Sans (both OFL) are installed as a dependency. Scripts that they lack are looked for
in the folders where Linux, macOS and Windows keep fonts. Nothing is fetched.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

import pymupdf_fonts

BUNDLED = {
    "FiraGO": ("figo", "figbo", "figit", "figbi"),
    "Noto Sans": ("notos", "notosbo", "notosit", "notosbi"),
}
"""Family: its regular, bold, italic and bold italic in the font package."""

_LINUX = ("share/fonts", "share/fonts-droid-fallback")  # Debian keeps Droid outside its font folder
_SUFFIXES = frozenset({".ttf", ".ttc", ".otf", ".otc"})
_HAN = {
    "ja": (
        "NotoSansCJKjp-Regular.otf", "NotoSansJP-Regular.ttf", "ipaexg.ttf", "ipag.ttf", "YuGothM.ttc",
        "meiryo.ttc", "msgothic.ttc", "VL-PGothic-Regular.ttf", "TakaoPGothic.ttf",
    ),
    "ko": ("NotoSansKR-Regular.ttf", "malgun.ttf", "NanumGothic.ttf", "AppleGothic.ttf", "UnDotum.ttf"),
    "zh-Hant": ("NotoSansTC-Regular.ttf", "msjh.ttc", "mingliu.ttc", "Heiti TC.ttc"),
    "zh": ("NotoSansSC-Regular.ttf", "msyh.ttc", "simsun.ttc", "simhei.ttf", "wqy-microhei.ttc"),
}  # fmt: skip
_ANY_HAN = ("DroidSansFallback.ttf", "DroidSansFallbackFull.ttf", "Arial Unicode.ttf", "ARIALUNI.TTF",
            "wqy-zenhei.ttc", "unifont.ttf")  # fmt: skip
_SCRIPTS = {
    "Cher": ("NotoSansCherokee-Regular.ttf", "gadugi.ttf", "PlantagenetCherokee.ttf", "Galvji.ttc"),
    "Cans": (
        "NotoSansCanadianAboriginal-Regular.ttf",
        "gadugi.ttf",
        "EuphemiaCAS.ttc",
        "euphemia.ttf",
    ),
    "Armn": ("NotoSansArmenian-Regular.ttf", "sylfaen.ttf", "Mshtakan.ttc"),
    "Ethi": ("NotoSansEthiopic-Regular.ttf", "ebrima.ttf", "Kefa.ttc", "nyala.ttf"),
    "Khmr": ("NotoSansKhmer-Regular.ttf", "LeelawUI.ttf", "KhmerUI.ttf", "Khmer Sangam MN.ttf"),
    "Laoo": ("NotoSansLao-Regular.ttf", "LeelawUI.ttf", "LaoUI.ttf", "Lao Sangam MN.ttf"),
    "Mymr": ("NotoSansMyanmar-Regular.ttf", "mmrtext.ttf", "Myanmar Sangam MN.ttf"),
    "Beng": ("NotoSansBengali-Regular.ttf", "Nirmala.ttf", "Nirmala.ttc", "Bangla Sangam MN.ttc"),
    "Taml": ("NotoSansTamil-Regular.ttf", "Nirmala.ttf", "Nirmala.ttc", "Tamil Sangam MN.ttc"),
    "Telu": ("NotoSansTelugu-Regular.ttf", "Nirmala.ttf", "Nirmala.ttc", "Telugu Sangam MN.ttc"),
    "Knda": ("NotoSansKannada-Regular.ttf", "Nirmala.ttf", "Nirmala.ttc", "Kannada Sangam MN.ttc"),
    "Mlym": (
        "NotoSansMalayalam-Regular.ttf",
        "Nirmala.ttf",
        "Nirmala.ttc",
        "Malayalam Sangam MN.ttc",
    ),
    "Gujr": (
        "NotoSansGujarati-Regular.ttf",
        "Nirmala.ttf",
        "Nirmala.ttc",
        "Gujarati Sangam MN.ttc",
    ),
    "Guru": (
        "NotoSansGurmukhi-Regular.ttf",
        "Nirmala.ttf",
        "Nirmala.ttc",
        "Gurmukhi Sangam MN.ttc",
    ),
    "Orya": ("NotoSansOriya-Regular.ttf", "Nirmala.ttf", "Nirmala.ttc", "Oriya Sangam MN.ttc"),
    "Sinh": ("NotoSansSinhala-Regular.ttf", "Nirmala.ttf", "Nirmala.ttc", "Sinhala Sangam MN.ttc"),
    "Mong": ("NotoSansMongolian-Regular.ttf", "monbaiti.ttf"),
    "Tibt": ("NotoSerifTibetan-Regular.ttf", "himalaya.ttf", "Kailasa.ttc"),
    "Adlm": ("NotoSansAdlam-Regular.ttf", "ebrima.ttf"),
    "Tfng": ("NotoSansTifinagh-Regular.ttf", "ebrima.ttf"),
    "Osge": ("NotoSansOsage-Regular.ttf", "gadugi.ttf"),
}
"""ISO 15924 script: file names of faces for it, best first."""
_NO_LETTERS = ("lastresort", "adobeblank", "notdef")
"""Fonts that claim every character and print boxes or nothing."""
_HAN_LANGUAGE = {"Hira": "ja", "Kana": "ja", "Hang": "ko", "Bopo": "zh-Hant"}


def bundled_face(family: str, bold: bool = False, italic: bool = False) -> bytes:
    """TrueType bytes of a face that comes with Liaison; ``KeyError`` for an unknown family."""
    data: bytes = pymupdf_fonts.myfont(BUNDLED[family][bold + 2 * italic])
    return data


def font_folders() -> tuple[Path, ...]:
    """Where this system keeps fonts, the officer's own first."""
    home = Path.home()
    if sys.platform == "win32":
        local, windows = os.environ.get("LOCALAPPDATA"), os.environ.get("SYSTEMROOT", r"C:\Windows")
        own = (Path(local) / "Microsoft" / "Windows" / "Fonts",) if local else ()
        return (*own, Path(windows) / "Fonts")
    if sys.platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    data = os.environ.get("XDG_DATA_HOME") or str(home / ".local/share")
    own = (Path(data) / "fonts", home / ".fonts")
    return (*own, *(Path("/usr") / part for part in ("local/share/fonts", *_LINUX)))


class FontShelf:
    """The font files of this machine, listed once when first asked for."""

    def __init__(self, folders: Sequence[Path] | None = None) -> None:
        self._folders = font_folders() if folders is None else tuple(folders)

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """All font files, plain upright ones first, then by name: the same order on each run."""
        found = {
            path.name.lower(): path
            for path in _walk(reversed(self._folders))
            if not any(word in path.name.lower() for word in _NO_LETTERS)
        }
        return tuple(sorted(found.values(), key=lambda path: (not _is_regular(path), path.name)))

    @cached_property
    def _by_name(self) -> dict[str, Path]:
        return {path.name.lower(): path for path in self.files}

    def candidates(self, script: str, lang: str = "") -> tuple[Path, ...]:
        """Files that should cover an ISO 15924 ``script``, best first; the Han style follows ``lang`` (BCP 47)."""
        names = _SCRIPTS.get(script, ())
        if script in {"Hani", *_HAN_LANGUAGE}:
            names = (*_han_names(_HAN_LANGUAGE.get(script, lang)), *_ANY_HAN)
        return tuple(self._by_name[n.lower()] for n in names if n.lower() in self._by_name)


def _han_names(lang: str) -> Iterator[str]:
    exact = "zh-Hant" if lang.startswith(("zh-Hant", "zh-TW", "zh-HK")) else lang.partition("-")[0]
    order = [exact] if exact in _HAN else []
    for style in (*order, *(style for style in _HAN if style not in order)):
        if style == exact or not order:
            yield from _HAN[style]


def _walk(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for root, _, names in os.walk(folder):
            yield from (
                Path(root) / n for n in sorted(names) if Path(n).suffix.lower() in _SUFFIXES
            )


def _is_regular(path: Path) -> bool:
    styles = ("bold", "italic", "oblique", "light", "thin", "black", "condensed", "mono")
    return not any(style in path.stem.lower() for style in styles)
