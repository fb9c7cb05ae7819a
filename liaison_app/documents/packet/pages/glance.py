"""At a glance: exactly one page."""

from collections.abc import Iterator
from dataclasses import replace

from liaison_app.documents.layout.box import Box, Gap, Stack
from liaison_app.documents.layout.table import Column, Row, Table, TableLook
from liaison_app.documents.packet.caution import Caution
from liaison_app.documents.packet.content.glance import Glance, Meets
from liaison_app.documents.packet.look import Looks
from liaison_app.documents.packet.parts import Ledger, LetterBox, address, heads
from liaison_app.documents.packet.section import Section
from liaison_app.documents.packet.setting import Setting
from liaison_app.system.messages import text as worded

_LISTS = ("meets", "promises", "watch_outs", "asks", "objectives")
_LONGEST = 160
"""Letters of an entry once everything else has been tried."""


def glance(content: Glance, on: Setting) -> Section:
    """The page; if all doesn't fit, entries from the ends of the lists are left off, and that is said."""
    title = worded("packet.glance")
    wanted = replace(content, objectives=content.objectives[:3], watch_outs=content.watch_outs[:3])
    room = on.sheet.block_height
    closer = Setting(on.sheet, Looks(on.looks.scale, cells=1.0), on.setter)
    closer.cautions = on.cautions
    for shown, gap, is_small in _attempts(wanted):
        boxes = _boxes(shown, closer if is_small else on, gap)
        if sum(box.height(on.width) for box in boxes) <= room:
            break
    _warn(content, wanted, shown, on)
    return Section("glance", title, boxes)


def _attempts(content: Glance) -> Iterator[tuple[Glance, float, bool]]:
    """Content, gap, whether tables are set at 11 pt: everything; then closer; then less and less."""
    yield content, 8, False
    yield content, 4, False
    yield content, 4, True
    shown = content
    while any(len(getattr(shown, name)) > 1 for name in _LISTS):
        longest = max(_LISTS, key=lambda name: len(getattr(shown, name)))
        shown = _with(shown, longest, getattr(shown, longest)[:-1])
        yield shown, 4, True
    yield _cut(shown), 4, True


def _with(content: Glance, name: str, entries: tuple[object, ...]) -> Glance:
    return replace(content, **{name: entries})  # type: ignore[arg-type]  # entries are a part of what stood there


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


def _warn(content: Glance, wanted: Glance, shown: Glance, on: Setting) -> None:
    lost = sum(len(getattr(wanted, name)) - len(getattr(shown, name)) for name in _LISTS)
    lost += (
        len(content.objectives)
        - len(wanted.objectives)
        + len(content.watch_outs)
        - len(wanted.watch_outs)
    )
    if lost:
        on.cautions.append(Caution("packet.caution.glance_shortened", (("count", lost),)))
    if shown.purpose != wanted.purpose or shown.last_contact != wanted.last_contact:
        on.cautions.append(Caution("packet.caution.glance_cut"))


def _boxes(content: Glance, on: Setting, gap: float) -> list[Box]:
    boxes: list[Box] = [on.line(worded("packet.glance"), on.looks.title, "H1"), Gap(4)]
    boxes += [on.prose(content.purpose, on.looks.lead), Gap(gap)]
    if content.objectives:
        boxes += [on.hanging("packet.objectives", on.numbered(content.objectives), after=gap)]
    if content.meets:
        boxes += [_meets(content.meets, on), Gap(gap + 2)]
    if content.asks:
        boxes += [on.hanging("packet.asks", on.bullets(content.asks), after=gap)]
    if content.promises:
        boxes += [Ledger(content.promises, on, "packet.we_owe", short=True).table, Gap(gap + 2)]
    if content.watch_outs:
        boxes += [on.hanging("packet.watch_outs", on.bullets(content.watch_outs), after=gap)]
    if content.last_contact:
        boxes += [on.hanging("packet.last_contact", on.prose(content.last_contact), after=0)]
    return boxes


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
