"""At a glance: exactly one page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from liaison_app.documents.layout.box import Box, Gap, Stack
from liaison_app.documents.layout.table import Column, Row, Table, TableLook
from liaison_app.documents.packet.caution import Caution
from liaison_app.documents.packet.content.glance import Glance, Meets
from liaison_app.documents.packet.look import Looks
from liaison_app.documents.packet.parts import Ledger, LetterBox, address, heads, more_line
from liaison_app.documents.packet.section import Section
from liaison_app.documents.packet.setting import Setting
from liaison_app.system.messages import text as worded

_LONGEST = 160
"""Letters of an entry once everything else has been tried."""
_MOST = {"asks": 3, "they": 3, "watch_outs": 3, "we": 3, "objectives": 3}
"""Entries of each list at most, in the order in which they give way."""
_FACES = 5
_HEADS = 9
"""People at most: five, or the first of each tab, up to nine."""


@dataclass(frozen=True)
class _Try:
    """One way to set the page. ``more``: how many entries of each list stand elsewhere only."""

    shown: Glance
    more: Mapping[str, int]
    gap: float = 4
    is_small: bool = False
    is_close: bool = False
    """Whether people have one line each, without their office."""


def glance(content: Glance, on: Setting) -> Section:
    """The page; what doesn't fit is left off the ends of the lists, and how much that is, is said."""
    title = worded("packet.glance")
    lists = _lists(content)
    most = {name: min(len(entries), _MOST.get(name, 0)) for name, entries in lists.items()}
    tabs = len({meets.tab for meets in content.meets})
    most["meets"] = min(len(content.meets), max(_FACES, min(tabs, _HEADS)))
    closer = Setting(on.sheet, Looks(on.looks.scale, cells=1.0), on.setter)
    closer.cautions = on.cautions
    for one in _attempts(content, most):
        boxes = _boxes(one, closer if one.is_small else on)
        if sum(box.height(on.width) for box in boxes) <= on.sheet.block_height:
            break
    lost = sum(most.values()) - sum(map(len, _lists(one.shown).values()))
    if lost:
        on.cautions.append(Caution("packet.caution.glance_shortened", (("count", lost),)))
    if (one.shown.purpose, one.shown.last_contact) != (content.purpose, content.last_contact):
        on.cautions.append(Caution("packet.caution.glance_cut"))
    return Section("glance", title, boxes)


def _lists(content: Glance) -> dict[str, Sequence[object]]:
    return {
        "asks": content.asks,
        "they": [one for one in content.promises if one.side == "they"],
        "watch_outs": content.watch_outs,
        "we": [one for one in content.promises if one.side == "we"],
        "objectives": content.objectives,
        "meets": content.meets,
    }


def _attempts(content: Glance, most: Mapping[str, int]) -> Iterator[_Try]:
    """As wide as it may be; then closer; then less and less; at last with its longest texts cut."""
    first = _to(content, most)
    yield replace(first, gap=8)
    yield first
    yield replace(first, is_small=True)
    yield replace(first, is_small=True, is_close=True)
    kept = dict(most)
    details = tuple(name for name in _MOST if name != "objectives")
    for names in (details, (*_MOST, "meets")):
        while any(kept[name] > 1 for name in names):
            kept[max(names, key=lambda name: kept[name])] -= 1
            yield replace(_to(content, kept), is_small=True, is_close=True)
    yield replace(_to(_cut(content), kept), is_small=True, is_close=True)


def _to(content: Glance, most: Mapping[str, int]) -> _Try:
    """The first entries of each list, and how many more there are."""
    seen = {"we": 0, "they": 0}
    promises = []
    for one in content.promises:
        seen[one.side] += 1
        if seen[one.side] <= most[one.side]:
            promises.append(one)
    shown = replace(
        content,
        objectives=content.objectives[: most["objectives"]],
        meets=content.meets[: most["meets"]],
        asks=content.asks[: most["asks"]],
        promises=tuple(promises),
        watch_outs=content.watch_outs[: most["watch_outs"]],
    )
    more = {name: len(entries) - most[name] for name, entries in _lists(content).items()}
    return _Try(shown, more)


def _cut(content: Glance) -> Glance:
    return replace(
        content,
        purpose=_shortened(content.purpose, 2 * _LONGEST),
        objectives=tuple(_shortened(w, _LONGEST) for w in content.objectives),
        asks=tuple(_shortened(w, _LONGEST) for w in content.asks),
        watch_outs=tuple(_shortened(w, _LONGEST) for w in content.watch_outs),
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


def _boxes(one: _Try, on: Setting) -> list[Box]:
    content, gap = one.shown, one.gap
    boxes: list[Box] = [on.line(worded("packet.glance"), on.looks.title, "H1"), Gap(4)]
    boxes += [on.prose(content.purpose, on.looks.lead), Gap(gap)]
    if content.objectives:
        listed = Stack([on.numbered(content.objectives), *_more(one, "objectives", on)])
        boxes.append(on.hanging("packet.objectives", listed, after=gap))
    if content.meets:
        people = _meets_close if one.is_close else _meets
        boxes += [people(content.meets, on), *_more(one, "meets", on), Gap(gap + 2)]
    if content.asks:
        listed = Stack([on.bullets(content.asks), *_more(one, "asks", on)])
        boxes.append(on.hanging("packet.asks", listed, after=gap))
    if content.promises:
        boxes += [
            Ledger(content.promises, on, "packet.we_owe", short=True, more=one.more).table,
            Gap(gap + 2),
        ]
    if content.watch_outs:
        listed = Stack([on.bullets(content.watch_outs), *_more(one, "watch_outs", on)])
        boxes.append(on.hanging("packet.watch_outs", listed, after=gap))
    if content.last_contact:
        boxes.append(on.hanging("packet.last_contact", on.prose(content.last_contact), after=0))
    return boxes


def _more(one: _Try, name: str, on: Setting) -> list[Box]:
    return more_line(one.more.get(name, 0), name, on)


def _meets(people: tuple[Meets, ...], on: Setting) -> Table:
    rows = []
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
    head = heads(on, "", "packet.you_meet", "packet.say_head", "packet.address_as")
    return Table(columns, rows, head, TableLook(above=2, below=3))


def _meets_close(people: tuple[Meets, ...], on: Setting) -> Table:
    """A line each; who has no form of address has the office instead."""
    rows = []
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
    widths = (22.0, on.width * 0.35, on.width * 0.36 - 22, on.width * 0.29)
    columns = [Column(w, right=0 if i == 3 else 6) for i, w in enumerate(widths)]
    head = heads(on, "", "packet.you_meet", "packet.say_head", "packet.address_as")
    return Table(columns, rows, head, TableLook(above=1, below=2))
