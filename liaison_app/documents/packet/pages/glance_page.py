"""At a glance, set in one way: its boxes, in order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from liaison_app.documents.layout.box import Box, Gap, Stack, Together
from liaison_app.documents.layout.side import Hanging
from liaison_app.documents.layout.table import Column, Row, Table, TableLook
from liaison_app.documents.packet.content.commitments import Promise
from liaison_app.documents.packet.content.glance import Ask, Glance, Meets
from liaison_app.documents.packet.content.packet import PacketKind
from liaison_app.documents.packet.parts import Ledger, LetterBox, address, heads, standing
from liaison_app.documents.packet.setting import NO_BREAK, Setting, topic_bold
from liaison_app.documents.text.style import Span
from liaison_app.system.messages import text as worded

_IN_BOTH = ("asks", "meets")
"""Lists told on in the tabs of the principal's edition too, which has no memos."""


@dataclass(frozen=True)
class GlancePage:
    """One way to set the page. ``more``: the tabs of the entries of each list that stand elsewhere only."""

    shown: Glance
    more: Mapping[str, Sequence[str]]
    on: Setting
    kind: PacketKind
    has_tabs: bool
    """Whether there are several, so that each entry says its own."""
    gap: float = 4
    is_close: bool = False
    """Whether people have one line each, asks their topic alone, and only what is late its next step."""

    @property
    def boxes(self) -> list[Box]:
        """The page."""
        return _boxes(self)

    @property
    def fits(self) -> bool:
        """Whether it is one page."""
        width, room = self.on.width, self.on.sheet.block_height
        return sum(box.height(width) for box in self.boxes) <= room


def _boxes(one: GlancePage) -> list[Box]:
    content, gap, on = one.shown, one.gap, one.on
    boxes: list[Box] = [on.line(worded("packet.glance"), on.looks.title, "H1"), Gap(4)]
    boxes += [on.prose(content.purpose, on.looks.lead), Gap(gap)]
    if content.objectives:
        boxes.append(_listed("objectives", on.numbered(content.objectives), one))
    if content.meets:
        people = _meets_close if one.is_close else _meets
        boxes += [people(content.meets, one), Gap(gap + 2)]
    if content.asks:
        boxes.append(_listed("asks", on.dotted([_ask(a, one) for a in content.asks]), one))
    if content.promises:
        more = {side: _more(one, side) for side in ("we", "they")}
        blocks = [(p.side, _owed(p, one)) for p in content.promises]
        boxes += [Ledger(blocks, on, "packet.we_owe", more).table, Gap(gap + 2)]
    if content.watch_outs:
        body = on.looks.body
        watched = [[*topic_bold(w.words, body), *_tab(w.tab, one)] for w in content.watch_outs]
        boxes.append(_listed("watch_outs", on.dotted(watched), one))
    if content.last_contact:
        style = on.looks.cell if one.is_close else on.looks.body
        last = on.prose(content.last_contact, style)
        boxes.append(on.hanging("packet.last_contact", last, after=0))
    return boxes


def _listed(name: str, body: Box, one: GlancePage) -> Hanging:
    """A list beside its heading, and under the heading how many more there are."""
    more = _more(one, name)
    rest: list[Box] = [one.on.line(more, one.on.looks.caption)] if more else []
    return Hanging(Stack([one.on.label(f"packet.{name}"), *rest]), body, after=one.gap)


def _ask(ask: Ask, one: GlancePage) -> list[Span]:
    """The topic in bold, or its first sentence; the line to say where there is room."""
    body, topic, line = one.on.looks.body, ask.topic, ask.line
    if not line:
        topic, dot, line = topic.partition(". ")
        topic += dot.strip()
    said = [Span(f"{'' if topic.endswith(('.', '?', '!')) else ':'} {line}", body)] if line else []
    return [Span(topic, body.but(bold=True)), *([] if one.is_close else said), *_tab(ask.tab, one)]


def _owed(promise: Promise, one: GlancePage) -> Together:
    """How it stands and the wording in one paragraph, and what to do next about it."""
    on = one.on
    cell, small = on.looks.cell, on.looks.cell_small
    spans = [*standing(promise, on), Span(": ", cell), Span(promise.wording, cell)]
    spans += [] if promise.wording.endswith((".", "!", "?")) else [Span(".", cell)]
    if promise.next_step and (not one.is_close or promise.late_days > 0):
        head = Span(f" {worded('packet.next')} ", cell.but(bold=True))
        spans += [head, Span(promise.next_step, cell)]
    if promise.ref and not (one.is_close and promise.tab):
        spans.append(Span(f" {promise.ref}", small))
    return Together(Stack([on.spans([*spans, *_tab(promise.tab, one)]), Gap(5)]), 200)


def _tab(letter: str, one: GlancePage) -> list[Span]:
    """Which tab tells it, where there are several."""
    if not letter or not one.has_tabs:
        return []
    words = worded("packet.in_tab", tab=letter).replace(" ", NO_BREAK)
    return [Span(f" {words}", one.on.looks.cell_small)]


def _more(one: GlancePage, name: str) -> str:
    """How many more of a list there are, and where; empty for none."""
    tabs = one.more.get(name, ())
    if not tabs:
        return ""
    if name == "objectives":
        return worded("packet.more", count=len(tabs))
    is_elsewhere = one.kind == "principal" and name not in _IN_BOTH
    code = "packet.more.staff" if is_elsewhere else "packet.more.tabs"
    letters = runs(tabs) if one.has_tabs else ""
    if letters:
        return worded(f"{code}_where", count=len(tabs), tabs=letters)
    return worded(code, count=len(tabs))


def runs(letters: Sequence[str]) -> str:
    """Tab letters in order, three and more neighbours drawn together: ``A, C–F``."""
    found: list[list[str]] = []
    for letter in sorted({one for one in letters if one}, key=lambda one: (len(one), one)):
        last = found[-1][-1] if found else ""
        if last and letter[:-1] == last[:-1] and ord(letter[-1]) == ord(last[-1]) + 1:
            found[-1].append(letter)
        else:
            found.append([letter])
    said = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(run) for run in found]
    return ", ".join(said)


def _meets(people: tuple[Meets, ...], one: GlancePage) -> Table:
    on, rows = one.on, []
    for meets in people:
        person, cell = meets.person, on.looks.cell
        who: list[Box] = [on.spans(on.name(person, on.looks.cell_bold))]
        if person.short_title or person.title:
            who.append(on.line(person.short_title or person.title, on.looks.cell_small))
        rows.append(Row([
            LetterBox(meets.tab, on, 14) if meets.tab else Stack([]),
            Stack(who),
            on.spans(on.say(person.say, intro=False)) if person.say else Stack([]),
            on.spans([address(person.address_as, on, cell)]) if person.address_as else Stack([]),
        ]))  # fmt: skip
    widths = (24.0, on.width * 0.47, on.width * 0.26, on.width * 0.27 - 24)
    columns = [Column(w, right=0 if i == 3 else 9) for i, w in enumerate(widths)]
    return Table(columns, rows, _meets_head(one), TableLook(above=2, below=3))


def _meets_head(one: GlancePage) -> Row:
    on, more = one.on, _more(one, "meets")
    words = [Span(worded("packet.you_meet"), on.looks.table_head)]
    words += [Span(f"  {more}", on.looks.caption)] if more else []
    named = heads(on, "", "packet.you_meet", "packet.say_head", "packet.address_as")
    return replace(named, cells=[named.cells[0], on.spans(words), *named.cells[2:]])


def _meets_close(people: tuple[Meets, ...], one: GlancePage) -> Table:
    """A line each; who has no form of address has the office instead."""
    on, rows = one.on, []
    for meets in people:
        person, cell = meets.person, on.looks.cell
        called = (
            on.spans([address(person.address_as, on, cell)])
            if person.address_as
            else on.line(person.short_title or person.title, on.looks.cell_small)
        )
        rows.append(Row([
            LetterBox(meets.tab, on, 14) if meets.tab else Stack([]),
            on.spans(on.name(person, on.looks.cell_bold)),
            on.spans(on.say(person.say, intro=False)) if person.say else Stack([]),
            called,
        ]))  # fmt: skip
    widths = (22.0, on.width * 0.33, on.width * 0.39 - 22, on.width * 0.28)
    columns = [Column(w, right=0 if i == 3 else 6) for i, w in enumerate(widths)]
    return Table(columns, rows, _meets_head(one), TableLook(above=1, below=2))
