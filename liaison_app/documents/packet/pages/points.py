"""Talking points: a new page, one page, 14 pt."""

from collections.abc import Sequence

from liaison_app.documents.layout.box import Box, Gap, Item, Rule, Stack
from liaison_app.documents.layout.side import Barred, Changed
from liaison_app.documents.packet.caution import Caution
from liaison_app.documents.packet.content.meeting import IfRaised, Point, Tab, TalkingPoints
from liaison_app.documents.packet.look import SECOND
from liaison_app.documents.packet.pages.tab import tab_hours, tab_title
from liaison_app.documents.packet.setting import NO_BREAK, Setting
from liaison_app.documents.pdf.pen import Fill
from liaison_app.documents.text.style import Span, TextStyle
from liaison_app.system.messages import text as worded

MOST = 6
"""Points to raise that are said at most (command read-ahead rules)."""


def points(tab: Tab, content: TalkingPoints, on: Setting) -> list[list[Box]]:
    """The boxes of its pages: one; two if even closely set it doesn't fit, with RAISE on the first, and AVOID
    if it has room there."""
    if len(content.raise_) > MOST:
        params = (("tab", tab.letter), ("count", len(content.raise_)))
        on.cautions.append(Caution("packet.caution.many_points", params))
    title = tab_title(tab, worded("packet.points"), _subtitle(tab, content, on), on)
    for leading, gap in ((19.0, 18.0), (17.0, 10.0)):
        page = [
            *title,
            Gap(gap - 6),
            *_apart([b for _, b in _blocks(content, on, leading, gap)], gap),
        ]
        if sum(box.height(on.width) for box in page) <= on.sheet.block_height:
            return [page]
    on.cautions.append(Caution("packet.caution.points_overflow", (("tab", tab.letter),)))
    blocks = _blocks(content, on, 17.0, 10.0)
    kept = {"packet.raise", "packet.avoid"}
    first = [b for code, b in blocks if code in kept]
    together = [*title, *_apart(first, 10.0)]
    if sum(box.height(on.width) for box in together) > on.sheet.block_height and len(first) > 1:
        kept = {"packet.raise"}
        first = first[:1]
    second = [b for code, b in blocks if code not in kept]
    more = tab_title(tab, worded("packet.points_continued"), [], on)
    pages = [[*title, *_apart(first, 10.0)]] if first else []
    return [*pages, *([[*more, *_apart(second, 10.0)]] if second else [])]


def _subtitle(tab: Tab, content: TalkingPoints, on: Setting) -> list[Span]:
    style, bold = on.looks.subtitle, on.looks.subtitle.but(bold=True, grey=1.0)
    spans: list[Span] = []
    if content.addressed_to:
        spans += [Span(worded("packet.to") + " ", style), Span(content.addressed_to, bold)]
    if content.say:
        spans += [Span(" · ", style), *on.say(content.say, style)]
    count = len(content.raise_)
    hours = tab_hours(tab)
    parts = [hours] if hours else []
    if count > MOST:
        many = Span(worded("packet.points_many", count=count), bold)
    else:
        many = Span(
            worded("packet.points_count_one" if count == 1 else "packet.points_count", count=count),
            style,
        )
    spans += [Span((" · " if spans else "") + part, style) for part in parts]
    return [*spans, Span(" · " if spans else "", style), many] if count else spans


def _blocks(
    content: TalkingPoints, on: Setting, leading: float, gap: float
) -> list[tuple[str, Box]]:
    style = on.looks.point.but(leading=leading)
    found: list[tuple[str, Box]] = []
    if content.raise_:
        found.append(
            (
                "packet.raise",
                _barred("packet.raise", _raised(content.raise_, on, style, gap), "solid", on),
            )
        )
    if content.if_raised:
        answers = Stack(
            [
                _barred_if(a.changed, on.spans(_answer(a, style), after=gap / 3))
                for a in content.if_raised
            ]
        )
        found.append(("packet.if_raised", _barred("packet.if_raised", answers, "none", on)))
    if content.avoid:
        avoided = Stack(
            [
                _barred_if(p.changed, on.spans(_topic(p, style), after=gap / 3))
                for p in content.avoid
            ]
        )
        found.append(("packet.avoid", _barred("packet.avoid", avoided, "hatch", on)))
    if content.deliver:
        head = on.line(worded("packet.deliver"), on.looks.point_head, "H2")
        lines = [on.line(words, style, after=gap / 3) for words in content.deliver]
        found.append(
            (
                "packet.deliver",
                Stack([Rule(0.6, below=6), Barred(Stack([head, *lines], held=1), "blank")]),
            )
        )
    return found


def _apart(blocks: Sequence[Box], gap: float) -> list[Box]:
    return [box for block in blocks for box in (block, Gap(gap))][:-1]


def _barred(code: str, body: Stack, fill: Fill, on: Setting) -> Barred:
    note = on.looks.cell.but(size=11, leading=14)
    head = on.spans(
        [Span(worded(code), on.looks.point_head), Span(" " + worded(f"{code}_note"), note)],
        "H2",
        after=3,
    )
    return Barred(Stack([head, body], held=1), fill)


def _raised(items: Sequence[Point], on: Setting, style: TextStyle, gap: float) -> Stack:
    number = on.looks.point_head.but(leading=style.leading)
    return Stack(
        [
            _barred_if(
                point.changed,
                Item(
                    on.line(str(n), number, "Lbl"),
                    on.spans(_topic(point, style), after=gap / 2.5),
                    26,
                ),
            )
            for n, point in enumerate(items, 1)
        ],
        tag="L",
    )


def _barred_if(changed: bool, box: Box) -> Box:
    return Changed(box) if changed else box


def _topic(point: Point, style: TextStyle) -> list[Span]:
    """The topic in bold, then the line; of a point in one piece its first sentence is the topic."""
    topic, line = point.topic, point.line
    if not line:
        topic, _, line = point.topic.partition(". ")
    said = [Span(" " + line, style)] if line else []
    return [Span(_closed(topic), style.but(bold=True)), *said]


def _answer(item: IfRaised, style: TextStyle) -> list[Span]:
    spans = [Span(item.topic + " ", style.but(bold=True))]
    if item.likelihood:
        small = style.but(size=style.size - 3, italic=True, grey=SECOND)
        spans.append(Span(f"{item.likelihood}:{NO_BREAK}", small))
    return [*spans, Span(item.answer, style)]


def _closed(topic: str) -> str:
    return topic if topic.endswith((".", "?", "!", ":", "。", "؟")) else topic + "."
