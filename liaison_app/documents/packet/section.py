"""A part of the packet that begins a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from liaison_app.documents.layout.box import Box


@dataclass(frozen=True)
class Section:
    """What stands under one title and begins a page."""

    key: str
    """Unique in the packet."""
    title: str
    """In the running head."""
    boxes: Sequence[Box]
    tab: str = ""
    """Letter of its tab, if any."""
    group: str = ""
    """Sections of one group follow each other and have one line in the contents: a tab, the schedule."""
    group_title: str = ""
    """Its line in contents and outline."""
    group_line: str = ""
    """Under it in the contents: date and time of a tab."""
    joins: bool = False
    """Whether it may stand on the page where the section before it ends, if it fits there whole."""
    part: str = ""
    """Its name within the group (``Talking points``, ``Tuesday 9 March 2027``)."""
