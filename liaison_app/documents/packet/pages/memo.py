"""The event memo: fixed headings in the order of the field (DoD read-ahead, State agenda, FCO visit brief)."""

from collections.abc import Sequence

from liaison_app.documents.layout.box import Box, Gap, Stack
from liaison_app.documents.layout.side import Columns, Framed
from liaison_app.documents.layout.table import Column, Row, Table, TableLook
from liaison_app.documents.packet.content.commitments import LastMeeting
from liaison_app.documents.packet.content.meeting import Memo, Step, Tab
from liaison_app.documents.packet.dates import short_weekday
from liaison_app.documents.packet.pages.tab import tab_hours, tab_title
from liaison_app.documents.packet.parts import Ledger, PageOf, delegations, heads, promise_block
from liaison_app.documents.packet.setting import Setting, open_closed
from liaison_app.documents.text.style import Span
from liaison_app.system.messages import text as worded


def memo(tab: Tab, content: Memo, on: Setting) -> list[Box]:
    """One to two pages."""
    looks = on.looks
    subtitle = [Span(" · ".join(w for w in (tab.event, tab.ref) if w), looks.subtitle)]
    if tab.cancelled:
        subtitle = [on.tag(worded("packet.cancelled")), Span(" ", looks.subtitle), *subtitle]
    boxes = [*tab_title(tab, tab.title, subtitle, on, outlined=False), *_facts(tab, on)]
    boxes += _aim(content, on)
    if content.theirs or content.ours:
        boxes += [Gap(2), delegations(content.theirs, content.ours, on)]
        boxes += (
            [Gap(3), on.line(content.participants_note, looks.caption)]
            if content.participants_note
            else []
        )
        boxes.append(Gap(10))
    if content.scenario:
        boxes.append(on.hanging("packet.scenario", _scenario(content.scenario, on), 8))
    if content.press:
        boxes.append(on.hanging("packet.press_guidance", on.prose(content.press)))
    boxes += _background(content, on)
    if content.watch_outs:
        boxes.append(on.hanging("packet.watch_outs", on.bullets(content.watch_outs)))
    if content.promises:
        blocks = [(p.side, promise_block(p, on)) for p in content.promises]
        boxes += [Gap(2), Ledger(blocks, on, "packet.prior_we").table, Gap(10)]
    if content.last_meetings:
        boxes.append(on.hanging("packet.last_meetings", _last(content.last_meetings, on)))
    elif content.last_meetings_in:
        same = PageOf(f"tab-{content.last_meetings_in}-memo", content.last_meetings_in, on)
        boxes.append(on.hanging("packet.last_meetings", same))
    if content.logistics:
        boxes.append(on.hanging("packet.logistics", on.prose(content.logistics), 0))
    return boxes


def _facts(tab: Tab, on: Setting) -> list[Box]:
    """When, where, language, press: four columns under the title."""
    cell, bold = on.looks.cell, on.looks.cell_bold
    when: list[Box] = []
    if tab.start:
        when = [on.line(short_weekday(tab.start.at.date()), bold), on.line(tab_hours(tab), bold)]
        if tab.end:
            minutes = int((tab.end.at - tab.start.at).total_seconds() // 60)
            when.append(on.line(worded("packet.minutes", minutes=minutes), cell))
    if tab.when:
        when.append(on.line(tab.when, cell if tab.start else bold))
    columns = [("packet.when", Stack(when))]
    for code, words in (
        ("packet.place", tab.where),
        ("packet.language", tab.language),
        ("packet.press", tab.press),
    ):
        columns.append((code, Stack([on.prose(words, cell)])))
    shown = [(code, box) for code, box in columns if box.height(on.width / 4) > 0]
    if not shown:
        return []
    width = (on.width - 16 * (len(shown) - 1)) / len(shown)
    blocks: list[Box] = [Stack([on.label(code), box]) for code, box in shown]
    return [Columns(blocks, [width] * len(shown), line=0.5), Gap(10)]


def _aim(content: Memo, on: Setting) -> list[Box]:
    boxes: list[Box] = []
    if content.purpose:
        boxes.append(on.hanging("packet.purpose", on.prose(content.purpose)))
    if content.objectives:
        boxes.append(on.hanging("packet.objectives", on.numbered(content.objectives)))
    return boxes


def _scenario(steps: Sequence[Step], on: Setting) -> Table:
    width, cell, bold = on.width - 114, on.looks.cell, on.looks.cell_bold
    small, lead, press = on.wide(30), on.wide(76), on.wide(62)
    columns = [
        Column(small),
        Column(width - small - lead - press),
        Column(lead),
        Column(press, right=0),
    ]
    rows = [
        Row(
            [
                on.line(str(step.minutes) if step.minutes is not None else "–", bold),
                on.line(step.what, cell),
                on.line(step.lead, cell),
                on.spans(open_closed(step.press, cell)),
            ],
            step.changed,
        )
        for step in steps
    ]
    head = heads(on, "packet.min", "packet.step", "packet.lead", "packet.press")
    return Table(columns, rows, head, TableLook(above=2, below=3, last=0))


def _background(content: Memo, on: Setting) -> list[Box]:
    if not content.background and not content.not_for_disclosure:
        return []
    parts: list[Box] = [on.prose(content.background)] if content.background else []
    if content.not_for_disclosure:
        white = on.looks.label.but(grey=0.0, size=9.5)
        small = on.looks.caption.but(italic=True, size=8.5, align="right")
        head = on.line(worded("packet.not_for_disclosure"), white, "H3")
        foot = on.line(worded("packet.end_not_for_disclosure"), small)
        parts += [Gap(5)] if parts else []
        parts.append(Framed(head, on.prose(content.not_for_disclosure), foot=foot))
    return [on.hanging("packet.background", Stack(parts), 8)]


def _last(meetings: Sequence[LastMeeting], on: Setting) -> Stack:
    bold, body = on.looks.body.but(bold=True), on.looks.body
    return Stack(
        [on.spans([Span(m.when + "  ", bold), Span(m.what, body)], after=2) for m in meetings]
    )
