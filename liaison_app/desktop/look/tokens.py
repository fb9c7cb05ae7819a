"""Colour tokens, light, dark and high contrast, and the arithmetic that keeps them readable.

Colours never stand alone: wherever ``late``, ``soon`` or ``good`` is used, a word or an icon says the same.
Text is drawn in ``text``, ``text2``, ``text3``, ``accent``, ``late``, ``soon``, ``good`` or ``on_accent`` only.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours, each ``#RRGGBB``. Fields are named by use, not by hue."""

    name: str
    chrome: str
    page: str
    surface: str
    sunken: str
    hover: str
    soft: str
    line: str
    line2: str
    control: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    on_accent: str
    soft_line: str
    ring: str
    late: str
    late_soft: str
    late_line: str
    soon: str
    soon_soft: str
    soon_line: str
    good: str
    good_soft: str
    good_line: str
    scrim: str
    paper: str
    ink: str


LIGHT = Colours(
    name="light",
    chrome="#E9EDF2",
    page="#F5F7F9",
    surface="#FFFFFF",
    sunken="#EFF2F6",
    hover="#EDF2F8",
    soft="#DFEAF6",
    line="#D9DFE6",
    line2="#C3CCD6",
    control="#7C8997",
    text="#16202B",
    text2="#455362",
    text3="#586675",
    accent="#17457A",
    accent_hover="#0E3259",
    on_accent="#FFFFFF",
    soft_line="#9DBBDB",
    ring="#1F6FC4",
    late="#A81E18",
    late_soft="#FBE9E7",
    late_line="#E5A9A4",
    soon="#7D4700",
    soon_soft="#FDF1DA",
    soon_line="#E2BE77",
    good="#1B5E40",
    good_soft="#E3F1E9",
    good_line="#9CC9B2",
    scrim="#0F1B28",
    paper="#FFFFFF",
    ink="#16202B",
)
DARK = Colours(
    name="dark",
    chrome="#12171D",
    page="#181E25",
    surface="#1F262F",
    sunken="#1A2028",
    hover="#28313C",
    soft="#233A54",
    line="#303A46",
    line2="#41505F",
    control="#788899",
    text="#E6EBF0",
    text2="#B4C0CC",
    text3="#9DABB9",
    accent="#8DBBEE",
    accent_hover="#B2D2F5",
    on_accent="#0B1B2C",
    soft_line="#3F6590",
    ring="#7DB4F2",
    late="#FF9D94",
    late_soft="#422322",
    late_line="#7E403C",
    soon="#F0BC62",
    soon_soft="#3B2E16",
    soon_line="#75592A",
    good="#83CFA6",
    good_soft="#19352A",
    good_line="#356850",
    scrim="#05080B",
    paper="#F4F3EF",
    ink="#16202B",
)
HIGH = Colours(
    name="high",
    chrome="#FFFFFF",
    page="#FFFFFF",
    surface="#FFFFFF",
    sunken="#FFFFFF",
    hover="#E6EEF8",
    soft="#CFE0FF",
    line="#000000",
    line2="#000000",
    control="#000000",
    text="#000000",
    text2="#000000",
    text3="#1F1F1F",
    accent="#00287A",
    accent_hover="#001A52",
    on_accent="#FFFFFF",
    soft_line="#00287A",
    ring="#00287A",
    late="#8C0000",
    late_soft="#FFFFFF",
    late_line="#8C0000",
    soon="#5C3300",
    soon_soft="#FFFFFF",
    soon_line="#5C3300",
    good="#00401F",
    good_soft="#FFFFFF",
    good_line="#00401F",
    scrim="#000000",
    paper="#FFFFFF",
    ink="#000000",
)
#: What can be worn, by name.
COLOURS: Mapping[str, Colours] = {c.name: c for c in (LIGHT, DARK, HIGH)}

#: A state's three colours: (fill, outline, words). Badges, chips and message boxes use them.
TONES: Mapping[str, tuple[str, str, str]] = {
    "plain": ("surface", "line2", "text"),
    "neutral": ("sunken", "line2", "text2"),
    "accent": ("soft", "soft_line", "accent"),
    "late": ("late_soft", "late_line", "late"),
    "soon": ("soon_soft", "soon_line", "soon"),
    "good": ("good_soft", "good_line", "good"),
    "solid": ("accent", "accent", "on_accent"),
}

_GROUNDS = ("chrome", "page", "surface", "sunken", "hover", "soft")
#: (what is drawn, on what, least WCAG 2 contrast): 4.5 for words, 3 for outlines of controls and the focus ring.
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((ink, ground, 4.5) for ink in ("text", "text2", "text3", "accent") for ground in _GROUNDS),
    *((ink, g, 4.5) for ink in ("late", "soon", "good") for g in (*_GROUNDS, f"{ink}_soft")),
    *(("text", f"{tone}_soft", 4.5) for tone in ("late", "soon", "good")),
    ("on_accent", "accent", 4.5),
    ("on_accent", "accent_hover", 4.5),
    *((edge, ground, 3.0) for edge in ("control", "ring") for ground in ("surface", "page")),
    ("ring", "soft", 3.0),
    ("ink", "paper", 7.0),
)


def luminance(colour: str) -> float:
    """Relative luminance of ``#RRGGBB``, 0 (black) to 1 (white), as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
