"""``liaison import FILE SOURCE``: a preview of what a list would bring, and with --apply the step."""

import argparse
from datetime import date
from pathlib import Path

from liaison_app.cli import options
from liaison_app.cli.terminal import Terminal
from liaison_app.domain.errors import Refusal
from liaison_app.interchange.records import Remark
from liaison_app.services.imports import bringing
from liaison_app.services.imports.preview import Preview, State
from liaison_app.system import messages

_SHOWN = 20
"""Refused and doubtful rows that are listed in full; ``--json`` lists all."""


def add_to(subparsers: options.Subparsers) -> None:
    """Add the parser of this command."""
    parser = subparsers.add_parser(
        "import",
        help="bring in a meeting log or a contact list; a preview unless --apply",
        epilog=messages.text("import.map_help"),
    )
    options.office(parser)
    parser.add_argument("source", metavar="SOURCE", type=Path, help="a CSV or XLSX file")
    parser.add_argument("--as", dest="kind", metavar="KIND", help="engagements or contacts")
    parser.add_argument("--map", type=Path, metavar="MAP.json", help="what its columns mean")
    parser.add_argument("--apply", action="store_true", help="write it, as one step")
    parser.add_argument(
        "--alive-from",
        metavar="DAY",
        help="promises made since are alive; older ones come in as not reviewed",
    )


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Show what would come in; write it with ``--apply``."""
    given = bringing.given_map(args.map, args.kind)
    alive_from = _day(args.alive_from)
    with terminal.open(args) as office:
        source = bringing.read(args.source, office.today(), given)
        preview, step = bringing.look_at(office, source), None
        if args.apply:
            alive_from = alive_from or _asked(terminal, args, preview)
            if preview.count(State.NEW) or preview.count(State.CHANGED):
                terminal.back_up_before(office, "import")
            applied = bringing.apply(office, source, alive_from)
            preview, step = applied.preview, applied.step
        _report(args, terminal, preview, step)
        if not args.json and preview.promises:
            terminal.say(_promises(alive_from))
    return 0


def _report(
    args: argparse.Namespace,
    terminal: Terminal,
    preview: Preview,
    step: str | None,
) -> None:
    if args.json:
        terminal.put_json(as_document(preview, step))
        return
    terminal.say(*(_worded(remark) for remark in preview.remarks))
    refused = [row for row in preview.rows if row.state is State.REFUSED]
    for row in refused[:_SHOWN]:
        reason = " ".join(_worded(one) for one in row.reasons)
        terminal.say(messages.text("import.row", row=row.row, reason=reason))
    for row in preview.rows:
        for change in row.changes:
            if change.kept:
                terminal.say(
                    messages.text(
                        "import.kept_here",
                        row=row.row,
                        column=change.column,
                        here=change.here,
                        file=change.file,
                    )
                )
    for row in [row for row in preview.rows if row.alike][:_SHOWN]:
        near = row.alike[0]
        why = ", ".join(messages.text(f"alike.{reason}") for reason in near.reasons)
        who = f"{near.record.ref} {near.record.title}"
        terminal.say(messages.text("import.alike", row=row.row, title=row.title, who=who, why=why))
    terminal.say(messages.text("import.counts", **_counts(preview)))
    if not args.apply:
        terminal.say(messages.text("import.preview_only"))
    elif step is None:
        terminal.say(messages.text("import.nothing_to_write"))
    else:
        terminal.say(messages.text("import.applied", step=step))


def as_document(preview: Preview, step: str | None) -> dict[str, object]:
    """The counts, the refused rows with their reasons, and the step, for ``--json``."""
    counts: dict[str, object] = dict(_counts(preview))
    del counts["records"]
    counts["refused"] = [
        {"row": row.row, "reason": " ".join(_worded(one) for one in row.reasons)}
        for row in preview.rows
        if row.state is State.REFUSED
    ]
    return counts | {"step": step}


def _counts(preview: Preview) -> dict[str, int]:
    states = {state.value: preview.count(state) for state in State}
    return {
        "records": preview.records,
        **states,
        "empty": preview.empty,
        "notes": len(preview.notes),
    }


def _worded(remark: Remark) -> str:
    return messages.text(remark.code, **remark.params)


def _promises(alive_from: date | None) -> str:
    if alive_from is None:
        return messages.text("import.all_unreviewed")
    return messages.text("import.promises_unreviewed", day=alive_from.isoformat())


def _asked(terminal: Terminal, args: argparse.Namespace, preview: Preview) -> date | None:
    """The day that a person at the terminal names; none where nobody can be asked."""
    if not preview.promises or args.json or not terminal.is_watched:
        return None
    return _day(terminal.ask(messages.text("import.ask_alive")) or None)


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise Refusal("import.date_unfit", given=text) from None
