"""How a piece of text looks, and the piece itself."""

from dataclasses import dataclass, replace
from typing import Literal, Self


@dataclass(frozen=True)
class TextStyle:
    """Sizes in points; ``grey`` 0 is white and 1 black."""

    size: float
    leading: float
    bold: bool = False
    italic: bool = False
    grey: float = 1.0
    track: float = 0.0
    """Extra space after each letter, in points."""
    align: Literal["left", "centre", "right"] = "left"

    def but(self, **changes: object) -> Self:
        """The same style with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]  # fields are checked by replace itself


@dataclass(frozen=True)
class Span:
    """A run of text in one style.

    ``apart`` keeps it out of the bidi order of its neighbours (a name in another script); ``whole`` never
    breaks it if a line holds it; ``reversed`` prints white on black; ``struck`` draws a line through it.
    """

    text: str
    style: TextStyle
    lang: str = ""
    apart: bool = False
    whole: bool = False
    reversed: bool = False
    struck: bool = False
