"""``liaison show``: one record, with all that belongs to it, as readable text."""

import argparse
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from liaison_app.cli import options
from liaison_app.cli.documents import document, with_kind
from liaison_app.cli.lines import line
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.domain.codes import list_of
from liaison_app.domain.dates import PartialDate
from liaison_app.domain.kinds import Kind
from liaison_app.domain.money import Money
from liaison_app.services.finding import Target, by_ref
from liaison_app.services.history import field_label
from liaison_app.services.legal_holds import standing_hold
from liaison_app.services.outgoing.labels import label
from liaison_app.services.pages.catalogue import PAGES, Page
from liaison_app.services.pages.exchange import Exchanged
from liaison_app.services.pages.ledger import Ledger
from liaison_app.services.pages.trip import ItineraryDay
from liaison_app.system import messages

_NOT_SHOWN = frozenset({"ref", "readers", "legal_hold", "is_ours", "reviewed"})
_NOT_SECTIONS = frozenset({"record", "fields", "day", "private_facts"})


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("show", help="show one record")
    options.office(parser)
    parser.add_argument("ref", metavar="REF", help="its reference, such as C-2026-0041")


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Print the record."""
    with terminal.open(args) as office:
        target = by_ref(office, args.ref)
        page = PAGES[target.kind](office, target.id)
        hold = standing_hold(office, target.kind, target.id)
    if args.json:
        terminal.put_json(with_kind(target.kind, page) | {"hold": document(hold)})
    else:
        terminal.say(*text_of(target, page))
        if hold is not None:
            day = hold.put_on or messages.text("line.no_date")
            terminal.say("", messages.text("hold.since", day=day, reason=hold.reason))
    return 0


def text_of(target: Target, page: Page) -> Iterator[str]:
    """The lines of a page: headline, fields, then a section a part."""
    yield line(page.record)
    for name, value in page.fields.items():
        shown = _value(target.kind, name, value, str(page.fields.get("zone") or "UTC"))
        if name not in _NOT_SHOWN and shown and shown != page.record.title:
            yield f"  {field_label(name).capitalize()}: {shown}"
    for name, part in _sections(page):
        lines = [one for one in _lines(part) if one]
        if lines:
            yield ""
            yield messages.text(f"section.{name}")
            yield from (f"  {one}" for one in lines)


def _sections(page: Page | Exchanged) -> Iterator[tuple[str, object]]:
    """The parts of a page by name; what passed with others is told part by part."""
    for part in fields(page):
        found = getattr(page, part.name)
        if isinstance(found, Exchanged):
            yield from _sections(found)
        elif part.name not in _NOT_SECTIONS:
            yield part.name, found


def _lines(part: object) -> Iterator[str]:
    if isinstance(part, Ledger):
        yield from (line(row) for row in (*part.we_owe, *part.they_owe))
    elif isinstance(part, tuple):
        for one in part:
            if isinstance(one, ItineraryDay):
                yield one.day.isoformat() if one.day is not None else messages.text("line.no_date")
                yield from (f"  {line(item)}" for item in one.items)
            else:
                yield line(one)
    elif part is not None and not isinstance(part, int):
        yield line(part)


def _value(kind: Kind, name: str, value: object, zone: str) -> str:
    """A field as text, instants by the venue's clock; ids are left to the sections, which call them
    by name."""
    if value is None or value is False or isinstance(value, UUID):
        return ""
    if value is True:
        return messages.text("line.yes")
    if isinstance(value, PartialDate | Money):
        return value.label()
    if isinstance(value, datetime):
        return f"{value.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M} {zone}"
    if isinstance(value, date):
        return value.isoformat()
    listed = list_of(kind, name)
    return label(listed, str(value)) if listed is not None else str(value)
