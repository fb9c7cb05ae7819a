"""At a glance: exactly one page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from liaison_app.documents.layout.box import Box, Gap, Stack, Together
from liaison_app.documents.layout.side import Hanging
from liaison_app.documents.layout.table import Column, Row, Table, TableLook
from liaison_app.documents.packet.caution import Caution
from liaison_app.documents.packet.content.commitments import Promise
from liaison_app.documents.packet.content.glance import Ask, Glance, Meets, WatchOut
from liaison_app.documents.packet.content.packet import PacketKind
from liaison_app.documents.packet.look import Looks
from liaison_app.documents.packet.parts import Ledger, LetterBox, address, heads, standing
from liaison_app.documents.packet.section import Section
from liaison_app.documents.packet.setting import NO_BREAK, Setting, topic_bold
from liaison_app.documents.text.style import Span
from liaison_app.system.messages import text as worded

_LONGEST = 160
"""Letters of an entry once everything else has been tried."""
_MOST = {"objectives": 3, "we": 3, "they": 3, "asks": 3, "watch_outs": 3}
"""Entries of each list at most."""
_LATE = 5
"""Late ones of ours at most."""
_IN_TURN = ("we", "watch_outs", "asks", "they")
"""Which lists get one entry more while there is room."""
_FACES = 5
_HEADS = 9
"""People at most: five, or the first of each tab, up to nine."""
_IN_BOTH = ("asks", "meets")
"""Lists told on in the tabs of the principal's edition too, which has no memos."""

_Counts = dict[str, int]


@dataclass(frozen=True)
class _Try:
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


def glance(content: Glance, on: Setting, kind: PacketKind) -> Section:
    """The page; what it has no room for is said to stand elsewhere, how much and in which tabs."""
    most = _most(content)
    small = Setting(on.sheet, Looks(on.looks.scale, cells=1.0), on.setter)
    plain = Setting(on.sheet, Looks(), on.setter)
    small.cautions = plain.cautions = on.cautions
    letters = {one.tab for name in _lists(content) for one in _lists(content)[name] if one.tab}
    wide = _Try(content, {}, on, kind, len(letters) > 1, gap=8)

    def to(counts: _Counts, one: _Try) -> _Try:
        return _to(content, counts, one)

    close = replace(wide, on=plain, gap=4, is_close=True)
    for one in (
        to(most, wide),
        to(most, replace(wide, gap=4)),
        to(most, replace(wide, gap=4, on=small)),
        to(most, replace(close, on=small)),
        to(most, close),
    ):
        if one.fits:
            break
    else:
        one = _filled(most, lambda counts: to(counts, close))
    if not one.fits:
        one = replace(one, shown=_cut(one.shown))
        on.cautions.append(Caution("packet.caution.glance_cut"))
    lost = sum(most.values()) - sum(map(len, _lists(one.shown).values()))
    if lost:
        on.cautions.append(Caution("packet.caution.glance_shortened", (("count", lost),)))
    return Section("glance", worded("packet.glance"), one.boxes)


@dataclass(frozen=True)
class _Objective:
    words: str
    tab: str = ""


def _lists(content: Glance) -> dict[str, Sequence[Ask | WatchOut | Promise | Meets | _Objective]]:
    return {
        "objectives": [_Objective(words) for words in content.objectives],
        "we": [one for one in content.promises if one.side == "we"],
        "they": [one for one in content.promises if one.side == "they"],
        "asks": content.asks,
        "watch_outs": content.watch_outs,
        "meets": content.meets,
    }


def _most(content: Glance) -> _Counts:
    lists = _lists(content)
    most = {name: min(len(lists[name]), count) for name, count in _MOST.items()}
    late = sum(one.side == "we" and one.late_days > 0 for one in content.promises)
    most["we"] = max(most["we"], min(late, _LATE))
    tabs = len({meets.tab for meets in content.meets})
    most["meets"] = min(len(content.meets), max(_FACES, min(tabs, _HEADS)))
    return most


def _filled(most: _Counts, to: Callable[[_Counts], _Try]) -> _Try:
    """One entry of each list, then one more of each in turn while there is room; where not even that
    many go on the page, fewer people and objectives."""
    kept = {name: min(count, 1) if name in _IN_TURN else count for name, count in most.items()}
    while not to(kept).fits and max(kept.values()) > 1:
        kept[max(kept, key=lambda name: kept[name])] -= 1
    has_room = True
    while has_room:
        has_room = False
        for name in _IN_TURN:
            more = {**kept, name: kept[name] + 1}
            if kept[name] < most[name] and to(more).fits:
                kept, has_room = more, True
    return to(kept)


def _to(content: Glance, counts: _Counts, one: _Try) -> _Try:
    """The first entries of each list, and where the others are."""
    lists = _lists(content)
    shown = {id(p) for side in ("we", "they") for p in lists[side][: counts[side]]}
    return replace(
        one,
        shown=replace(
            content,
            objectives=content.objectives[: counts["objectives"]],
            meets=content.meets[: counts["meets"]],
            asks=content.asks[: counts["asks"]],
            promises=tuple(p for p in content.promises if id(p) in shown),
            watch_outs=content.watch_outs[: counts["watch_outs"]],
        ),
        more={name: [e.tab for e in lists[name][counts[name] :]] for name in lists},
    )


def _cut(content: Glance) -> Glance:
    return replace(
        content,
        purpose=_shortened(content.purpose, 2 * _LONGEST),
        objectives=tuple(_shortened(w, _LONGEST) for w in content.objectives),
        asks=tuple(replace(a, topic=_shortened(a.topic, _LONGEST)) for a in content.asks),
        watch_outs=tuple(
            replace(w, words=_shortened(w.words, _LONGEST)) for w in content.watch_outs
        ),
        promises=tuple(
            replace(
                p,
                wording=_shortened(p.wording, _LONGEST),
                next_step=_shortened(p.next_step, _LONGEST),
            )
            for p in content.promises
        ),
        meets=tuple(
            replace(m, person=replace(m.person, title=_shortened(m.person.title, 80)))
            for m in content.meets
        ),
        last_contact=_shortened(content.last_contact, _LONGEST),
    )


def _shortened(words: str, most: int) -> str:
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0].rstrip(" ,;.") + "…"


def _boxes(one: _Try) -> list[Box]:
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
        boxes.append(on.hanging("packet.last_contact", on.prose(content.last_contact), after=0))
    return boxes


def _listed(name: str, body: Box, one: _Try) -> Hanging:
    """A list beside its heading, and under the heading how many more there are."""
    more = _more(one, name)
    rest: list[Box] = [one.on.line(more, one.on.looks.caption)] if more else []
    return Hanging(Stack([one.on.label(f"packet.{name}"), *rest]), body, after=one.gap)


def _ask(ask: Ask, one: _Try) -> list[Span]:
    """The topic in bold, or its first sentence; the line to say where there is room."""
    body, topic, line = one.on.looks.body, ask.topic, ask.line
    if not line:
        topic, dot, line = topic.partition(". ")
        topic += dot.strip()
    said = [Span(f"{'' if topic.endswith(('.', '?', '!')) else ':'} {line}", body)] if line else []
    return [Span(topic, body.but(bold=True)), *([] if one.is_close else said), *_tab(ask.tab, one)]


def _owed(promise: Promise, one: _Try) -> Together:
    """How it stands and the wording in one paragraph, and what to do next about it."""
    on = one.on
    cell, small = on.looks.cell, on.looks.cell_small
    spans = [*standing(promise, on), Span(": ", cell), Span(promise.wording, cell)]
    spans += [] if promise.wording.endswith((".", "!", "?")) else [Span(".", cell)]
    if promise.next_step and (not one.is_close or promise.late_days > 0):
        head = Span(f" {worded('packet.next')} ", cell.but(bold=True))
        spans += [head, Span(promise.next_step, cell)]
    spans += [Span(f" {promise.ref}", small)] if promise.ref else []
    return Together(Stack([on.spans([*spans, *_tab(promise.tab, one)]), Gap(5)]), 200)


def _tab(letter: str, one: _Try) -> list[Span]:
    """Which tab tells it, where there are several."""
    if not letter or not one.has_tabs:
        return []
    words = worded("packet.in_tab", tab=letter).replace(" ", NO_BREAK)
    return [Span(f" {words}", one.on.looks.cell_small)]


def _more(one: _Try, name: str) -> str:
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


def _meets(people: tuple[Meets, ...], one: _Try) -> Table:
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


def _meets_head(one: _Try) -> Row:
    on, more = one.on, _more(one, "meets")
    words = [Span(worded("packet.you_meet"), on.looks.table_head)]
    words += [Span(f"  {more}", on.looks.caption)] if more else []
    named = heads(on, "", "packet.you_meet", "packet.say_head", "packet.address_as")
    return replace(named, cells=[named.cells[0], on.spans(words), *named.cells[2:]])


def _meets_close(people: tuple[Meets, ...], one: _Try) -> Table:
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
