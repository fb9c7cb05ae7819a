"""What the command line says."""

TEXTS = {
    "cli.about": (
        "The relationship memory of a diplomacy office, in one encrypted file. "
        "Without a command, the window opens."
    ),
    "cli.more": (
        "“liaison COMMAND --help” says what a command takes. Exit codes: 0 done, 1 refused with one "
        "sentence and nothing written, 2 called wrongly. The passphrase is asked for, or comes from "
        "--passphrase-file or LIAISON_PASSPHRASE."
    ),
    "import.map_help": (
        "MAP.json says what no column heading does; every part may be left out: "
        '{{"columns": {{"Datum": "date", "Firma": "organization"}}, "day_first": true, "year": 2013, '
        '"sheet": "Log"}}. A wrong one is answered with the words that it may hold.'
    ),
    "cli.stopped": "Stopped. What was saved before is kept; nothing is half written.",
    "cli.passphrase": "Passphrase:",
    "cli.passphrase_again": "The same passphrase again:",
    "cli.passphrases_differ": "The two passphrases differ. Nothing was made; try again.",
    "cli.passphrase_file": "The passphrase file {path} can’t be read. Check its name and permissions.",
    "cli.passphrase_not_text": (
        "The passphrase given isn’t text in UTF-8. Nothing was opened or made; check the file or "
        "program that it comes from."
    ),
    "cli.not_text": "{given} isn’t text in UTF-8. Nothing was done; type it anew.",
    "cli.not_printed": (
        "What was to be printed could not be written out ({reason}). What was saved before is kept."
    ),
    "new.which_home": "Whose office is this? The name of the city, county, state, nation or ministry:",
    "new.which_kind": "What kind of place is that (1 to {count}, Enter to leave it open)?",
    "new.made": (
        "Made {path}. Keep its passphrase: without it nobody can open this office, not even we."
    ),
    "list.empty": "No {kind} match. Fewer words or filters may find some.",
    "list.more": "{shown} of {total} shown; --limit shows more.",
    "search.nothing": "Nothing matches “{query}”. Fewer words or filters may find more.",
    "line.undone": "(undone by {by})",
    "undo.done": "Undid: {what} (step {step}).",
    "undo.kept": "Kept, as it moved on since: {what}.",
    "undo.erased": "{count} facts were left out, as they have been erased for good.",
    "check.looked": "Looked at {records} records, {steps} steps and {changes} changes.",
    "salvage.pages": "Damaged pages: {count}. What could be read:",
    "salvage.read": "  {table}: {count} rows read",
    "salvage.rebuilt": "{count} rebuilt from the journal",
    "salvage.lost": "{count} lost",
    "salvage.lost_unknown": "how many were lost, nobody knows",
    "salvage.made": (
        "Saved into {path}, which is whole and opens with the same passphrase. The damaged file was not "
        "touched; keep it until you have looked through the new one."
    ),
    "check.sound": "Nothing is broken.",
    "merge.done": "{other} is read as {one} from now on (step {step}). “unmerge” parts them again.",
    "merge.kinds": "{one} and {other} are of different kinds. Nothing was merged.",
    "restore.made": "{path} is in place. It opens with the passphrase of its backup.",
    "restore.kept": "The office that stood there is kept whole as {path}.",
    "line.no_date": "no date",
    "line.yes": "yes",
    "line.late_one": "1 day late",
    "line.late_many": "{count} days late",
    "line.awaited_one": "awaited for 1 day",
    "line.awaited_many": "awaited for {count} days",
    "line.not_reviewed": "not reviewed",
    "line.minutes": "{count} min",
    "line.we_owe": "we owe {count} ({late} late)",
    "line.they_owe": "they owe {count}",
    "seat.holder": "in office",
    "seat.acting": "acting",
    "seat.elect": "elect",
    "seat.disputed": "disputed",
    "seat.vacant": "vacant",
    "section.located_in": "Located in",
    "section.within": "Within it",
    "section.leaders": "Leaders",
    "section.ledger": "Open commitments",
    "section.timeline": "Timeline",
    "section.engagements": "Engagements",
    "section.organizations": "Organizations",
    "section.people": "People",
    "section.priorities": "Priorities",
    "section.career": "Offices",
    "section.languages": "Languages",
    "section.links": "Links",
    "section.offices": "Offices",
    "section.terms": "Holders",
    "section.participants": "Participants",
    "section.scenario": "Run of show",
    "section.points": "Talking points",
    "section.commitments": "Commitments",
    "section.prior": "Open otherwise",
    "section.jurisdictions": "Also concerns",
    "section.topics": "Topics",
    "section.part_of": "Part of",
    "section.parts": "Sessions and side events",
    "section.last_meetings": "Last meetings",
    "section.log": "Log",
    "section.evidence": "Evidence",
    "section.office": "Office",
    "section.superseded_by": "Superseded by",
    "section.supersedes": "Supersedes",
    "section.members": "Delegation",
    "section.days": "Itinerary",
}
