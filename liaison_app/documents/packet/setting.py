"""What the pages share: the sheet, the type, and the small parts made of it."""

import re
import unicodedata
from collections.abc import Sequence

from liaison_app.documents.layout.box import Box, Gap, Item, Rule, Stack, Text
from liaison_app.documents.layout.side import Hanging
from liaison_app.documents.packet.caution import Caution
from liaison_app.documents.packet.content.people import Person
from liaison_app.documents.packet.look import SECOND, Looks, Sheet
from liaison_app.documents.text.lines import Typesetter
from liaison_app.documents.text.style import Span, TextStyle
from liaison_app.system.messages import text as worded

NO_BREAK = "\u00a0"
_NAMED = 4
"""Missing letters of one text that are named; more are the same script as a rule."""
_OPEN_CLOSED = re.compile(r"\b(OPEN|CLOSED)\b")


class Setting:
    """One packet's sheet and type. Makers of text take plain words and give boxes."""

    def __init__(self, sheet: Sheet, looks: Looks, setter: Typesetter) -> None:
        self.sheet = sheet
        self.looks = looks
        self.setter = setter
        self.cautions: list[Caution] = []
        self.pages: dict[str, int] = {}
        """Page of each section and named box; known once all is laid out, before it is drawn."""

    @property
    def width(self) -> float:
        """Width of the text block."""
        return self.sheet.block_width

    def wide(self, points: float) -> float:
        """A column's width, grown with the type."""
        return points * self.looks.scale

    def spans(self, spans: Sequence[Span], tag: str = "P", after: float = 0.0) -> Text:
        """A paragraph of spans."""
        return Text(self.setter, list(spans), tag, after)

    def line(self, words: str, style: TextStyle, tag: str = "P", after: float = 0.0) -> Text:
        """A paragraph in one style."""
        return self.spans([Span(words, style)], tag, after)

    def label(self, code: str, tag: str = "H2") -> Text:
        """A fixed heading in small capitals of the label style."""
        return self.line(worded(code).upper(), self.looks.label, tag)

    def prose(self, words: str, style: TextStyle | None = None, after: float = 4.0) -> Stack:
        """Paragraphs, one a line of ``words``; OPEN and CLOSED stand out."""
        style = style or self.looks.body
        lines = [line.strip() for line in words.splitlines() if line.strip()]
        last = len(lines) - 1
        return Stack(
            [
                self.spans(open_closed(w, style), after=after if i < last else 0)
                for i, w in enumerate(lines)
            ]
        )

    def bullets(self, items: Sequence[str], style: TextStyle | None = None) -> Stack:
        """A list under dots."""
        style = style or self.looks.body
        return self.dotted([topic_bold(words, style) for words in items], style)

    def dotted(self, items: Sequence[Sequence[Span]], style: TextStyle | None = None) -> Stack:
        """A list of spans under dots."""
        dot = style or self.looks.body
        made = [Item(self.line("•", dot, "Lbl"), self.spans(one, after=2), 13) for one in items]
        return Stack(made, tag="L")

    def numbered(self, items: Sequence[str], style: TextStyle | None = None) -> Stack:
        """A list under bold numbers."""
        style = style or self.looks.body
        bold = style.but(bold=True)
        return Stack(
            [
                Item(
                    self.line(str(n), bold, "Lbl"), self.line(words, style, after=2), self.wide(18)
                )
                for n, words in enumerate(items, 1)
            ],
            tag="L",
        )

    def hanging(self, code: str, body: Box, after: float = 6.0) -> Hanging:
        """A fixed heading in the left column, its text in the right one."""
        return Hanging(self.label(code), body, after=after)

    def titled(
        self, words: str, subtitle: Sequence[Span] = (), native: Span | None = None
    ) -> list[Box]:
        """A page title over its 2 pt rule. A long one steps down in size; it is never cut."""
        style = self.stepped(words, self.width)
        spans = [Span(words, style), *([Span("  ", style), native] if native else [])]
        boxes: list[Box] = [self.spans(spans, "H1")]
        if subtitle:
            boxes += [Gap(2), self.spans(subtitle)]
        return [Stack([*boxes, Rule(2, above=6)], held=len(boxes)), Gap(10)]

    def stepped(self, words: str, width: float) -> TextStyle:
        """The title style, smaller for titles of more than two lines."""
        for size, leading in ((23, 27), (19, 23)):
            style = self.looks.title.but(size=size, leading=leading)
            if len(self.setter.lines([Span(words, style)], width)) <= 2:
                return style
        return self.looks.title.but(size=16, leading=20)

    def native(self, words: str, lang: str, style: TextStyle, beside: str) -> Span | None:
        """Words in their own script; None, with a caution, if no font here has them.

        Then ``beside``, the Latin form, stands alone.
        """
        if not words or words == beside:
            return None
        lost = self.setter.without_face(words, lang)
        if not lost:
            return Span(words, style.but(bold=False), lang, apart=True, whole=True)
        self.no_face(words, beside, lost)
        return None

    def no_face(self, words: str, printed: str, lost: Sequence[str]) -> None:
        """Say which letters no font has."""
        named = [f"{c} ({unicodedata.name(c, f'U+{ord(c):04X}')})" for c in lost[:_NAMED]]
        letters = ", ".join([*named, *(["…"] if len(lost) > _NAMED else [])])
        caution = Caution(
            "packet.caution.no_face", (("letters", letters), ("text", words), ("printed", printed))
        )
        if caution not in self.cautions:
            self.cautions.append(caution)

    def name(self, person: Person, style: TextStyle | None = None) -> list[Span]:
        """Latin name in bold, own script beside it one size smaller."""
        bold = style or self.looks.name
        native = self.native(person.native, person.lang, bold.but(size=bold.size - 1), person.name)
        return [Span(person.name, bold), *([Span(" ", bold), native] if native else [])]

    def say(
        self, respelling: str, style: TextStyle | None = None, intro: bool = True
    ) -> list[Span]:
        """How to say it: stressed syllables, typed in capitals, in bold."""
        style = style or self.looks.cell
        small = style.but(size=style.size - 1.5, italic=True, grey=SECOND)
        before = [Span(worded("packet.say") + NO_BREAK, small)] if intro else []
        return [*before, *stressed(respelling, style)]

    def tag(self, words: str, style: TextStyle | None = None) -> Span:
        """White on black: the one strong sign."""
        padded = NO_BREAK + words.replace(" ", NO_BREAK) + NO_BREAK
        return Span(padded, style or self.looks.tag, whole=True, reversed=True)


def stressed(respelling: str, style: TextStyle) -> list[Span]:
    """Spans with the syllables in capitals bold."""
    bold = style.but(bold=True)
    parts = re.split(r"([-\s]+)", respelling)
    return [Span(p, bold if len(p) > 1 and p.isupper() else style) for p in parts if p]


def open_closed(words: str, style: TextStyle) -> list[Span]:
    """Spans with OPEN and CLOSED bold."""
    bold = style.but(bold=True)
    parts = _OPEN_CLOSED.split(words)
    return [Span(part, bold if index % 2 else style) for index, part in enumerate(parts) if part]


def topic_bold(words: str, style: TextStyle) -> list[Span]:
    """Spans with a short opening sentence bold (``Port labour dispute. Do not take a side.``)."""
    topic, dot, rest = words.partition(". ")
    if not dot or len(topic) > 40:
        return [Span(words, style)]
    return [Span(topic + ".", style.but(bold=True)), Span(" " + rest, style)]
