"""At a glance: exactly one page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from liaison_app.documents.packet.caution import Caution
from liaison_app.documents.packet.content.commitments import Promise
from liaison_app.documents.packet.content.glance import Ask, Glance, Meets, WatchOut
from liaison_app.documents.packet.content.packet import PacketKind
from liaison_app.documents.packet.look import Looks
from liaison_app.documents.packet.pages.glance_page import GlancePage
from liaison_app.documents.packet.section import Section
from liaison_app.documents.packet.setting import Setting
from liaison_app.system.messages import text as worded

_LONGEST = 160
"""Letters of an entry once everything else has been tried."""
_MOST = {"objectives": 3, "we": 3, "they": 3, "asks": 3, "watch_outs": 3}
"""Entries of each list at most."""
_LATE = 5
"""Late ones of ours at most."""
_IN_TURN = ("asks", "watch_outs", "we", "they")
"""Which lists get one entry more while there is room."""
_FACES = 5
_HEADS = 9
"""People at most: five, or the first of each tab, up to nine."""
_Counts = dict[str, int]


def glance(content: Glance, on: Setting, kind: PacketKind) -> Section:
    """The page; what it has no room for is said to stand elsewhere, how much and in which tabs."""
    most = _most(content)
    small = Setting(on.sheet, Looks(on.looks.scale, cells=1.0), on.setter)
    plain = Setting(on.sheet, Looks(), on.setter)
    small.cautions = plain.cautions = on.cautions
    letters = {one.tab for name in _lists(content) for one in _lists(content)[name] if one.tab}
    wide = GlancePage(content, {}, on, kind, len(letters) > 1, gap=8)

    def to(counts: _Counts, one: GlancePage) -> GlancePage:
        return _to(content, counts, one)

    close = replace(wide, on=plain, gap=4, is_close=True)
    tightest = replace(close, gap=2)
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
        one = _filled(most, min(_late(content), most["we"]), lambda counts: to(counts, tightest))
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
    most["we"] = max(most["we"], min(_late(content), _LATE))
    tabs = len({meets.tab for meets in content.meets})
    most["meets"] = min(len(content.meets), max(_FACES, min(tabs, _HEADS)))
    return most


def _late(content: Glance) -> int:
    """How many of ours are overdue."""
    return sum(one.side == "we" and one.late_days > 0 for one in content.promises)


def _filled(most: _Counts, late: int, to: Callable[[_Counts], GlancePage]) -> GlancePage:
    """What is overdue and one entry of each list, then one more of each in turn while there is room;
    where not even that many go on the page, fewer of what there is most of."""
    kept = {name: min(count, 1) if name in _IN_TURN else count for name, count in most.items()}
    kept["we"] = max(kept["we"], late)
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


def _to(content: Glance, counts: _Counts, one: GlancePage) -> GlancePage:
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
