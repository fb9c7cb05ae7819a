"""The schedule: days, each whole on a page; short ones share it. Every time has its zone."""

from collections.abc import Sequence

from liaison_app.documents.layout.box import Box, Gap, Stack
from liaison_app.documents.layout.table import Column, Row, Table, TableLook
from liaison_app.documents.packet.content.moment import Moment
from liaison_app.documents.packet.content.schedule import Day, ScheduleItem
from liaison_app.documents.packet.dates import clock, full_date, short_weekday
from liaison_app.documents.packet.day_strip import DayStrip
from liaison_app.documents.packet.parts import LetterBox, heads
from liaison_app.documents.packet.section import Section
from liaison_app.documents.packet.setting import NO_BREAK, Setting, open_closed
from liaison_app.documents.text.style import Span
from liaison_app.system.messages import text as worded

_CODES = {"leave": "packet.leave", "arrive": "packet.arrive", "overnight": "packet.overnight"}


def schedule(days: Sequence[Day], on: Setting) -> list[Section]:
    """A section a day."""
    title = worded("packet.schedule")
    return [
        Section(
            f"day-{number}",
            title,
            _day(day, on, with_key=number == 1),
            "",
            "schedule",
            title,
            "",
            number > 1,
            short_weekday(day.date),
        )
        for number, day in enumerate(days, 1)
    ]


def _day(day: Day, on: Setting, with_key: bool) -> list[Box]:
    """``with_key`` explains the strip, under the first one: at a page's foot it might stand alone."""
    zones = [Span(day.zones, on.looks.subtitle)] if day.zones else []
    boxes: list[Box] = on.titled(full_date(day.date), zones)
    if day.items:
        key: list[Box] = [on.line(worded("packet.strip_key"), on.looks.caption)] if with_key else []
        boxes += [DayStrip(day.items, on), *key, Gap(8), _table(day, on)]
    else:
        boxes.append(on.line(worded("packet.no_engagements"), on.looks.body))
    if day.note:
        boxes += [Gap(6), on.prose(day.note, on.looks.cell)]
    return boxes


def _table(day: Day, on: Setting) -> Table:
    time, code = on.wide(84), on.wide(34)
    press = on.wide(74) if any(item.press or item.dress for item in day.items) else 0.0
    has_ask = any(item.ask_for or item.mobile for item in day.items) and not _is_large(on)
    ask = 86.0 if has_ask else 0.0
    columns = [
        Column(time, left=3, right=4), Column(code, right=4),
        Column(on.width - time - code - press - ask, right=9 if press or ask else 0),
    ]  # fmt: skip
    has_home = any(item.home for item in day.items)
    first = "packet.local_home" if has_home else "packet.local"
    codes = [first, "", "packet.what_where"]
    if press:
        columns.append(Column(press, right=9 if ask else 0))
        codes.append("packet.press_dress")
    if ask:
        columns.append(Column(ask, right=0))
        codes.append("packet.ask_for")
    head = heads(on, *codes)
    rows = [_row(item, on, bool(press), has_ask) for item in day.items]
    return Table(columns, rows, head, TableLook(above=3, below=4))


def _row(item: ScheduleItem, on: Setting, has_press: bool, has_ask: bool) -> Row:
    looks = on.looks
    press: list[Box] = [on.spans(open_closed(w, looks.cell)) for w in (item.press, item.dress) if w]
    ask: list[Box] = [
        on.line(w, looks.cell) for w in (item.ask_for, item.mobile.replace(" ", NO_BREAK)) if w
    ]
    cells = [_time(item, on), _code(item, on), _what(item, on)]
    cells += [Stack(press)] if has_press else []
    cells += [Stack(ask)] if has_ask else []
    return Row(
        cells,
        changed=item.changed,
        tinted=item.kind in _CODES and not item.cancelled,
    )


def _is_large(on: Setting) -> bool:
    """In large type whom to ask for stands under what happens, not in a column of its own."""
    return on.looks.scale > 1


def _time(item: ScheduleItem, on: Setting) -> Box:
    looks = on.looks
    if item.start is None:
        return on.line(item.when, looks.cell_bold)
    small = looks.cell.but(size=looks.cell.size - 1.5)
    boxes: list[Box] = [
        on.spans([
            Span(clock(item.start), looks.time, struck=item.cancelled),
            Span(NO_BREAK + item.start.zone, small, struck=item.cancelled),
        ])
    ]  # fmt: skip
    if item.end and item.kind not in _CODES:
        boxes.append(
            on.line(f"–{NO_BREAK}{_until(item.start, item.end)}", looks.cell_small.but(grey=1.0))
        )
    if item.home:
        boxes.append(on.line(_at_home(item.home, item.start), looks.cell_small))
    return Stack(boxes)


def _until(start: Moment, end: Moment) -> str:
    """The end; its date and zone only where they differ from the start's."""
    words = clock(end) if end.zone == start.zone else f"{clock(end)} {end.zone}"
    return words if end.at.date() == start.at.date() else f"{short_weekday(end.at.date())} {words}"


def _at_home(home: Moment, start: Moment) -> str:
    words = f"{clock(home)} {home.zone}"
    if home.at.date() != start.at.date():
        words = f"{short_weekday(home.at.date()).partition(' ')[0]} {words}"
    return words.replace(" ", NO_BREAK)


def _code(item: ScheduleItem, on: Setting) -> Box:
    if item.kind in _CODES:
        return on.line(worded(_CODES[item.kind]), on.looks.cell_bold)
    return LetterBox(item.tab, on) if item.tab else Stack([])


def _what(item: ScheduleItem, on: Setting) -> Box:
    looks = on.looks
    what = [Span(item.what, looks.name, struck=item.cancelled)]
    boxes: list[Box] = [on.spans([on.tag(worded("packet.cancelled"))])] if item.cancelled else []
    boxes.append(on.spans(what))
    boxes += [on.line(words, looks.cell) for words in (item.where, item.note) if words]
    if _is_large(on) and (item.ask_for or item.mobile):
        ask = f"{worded('packet.ask_for')} {item.ask_for} {item.mobile.replace(' ', NO_BREAK)}"
        boxes.append(on.line(" ".join(ask.split(" ")).strip(), looks.cell))
    return Stack(boxes)
