"""Records duty: legal holds, anonymising, purging, what is held on a person, records requests."""

_REFUSALS = {
    "hold.no_reason": "Say why: whoever asks later will want to know. Nothing was changed.",
    "hold.is_held": "{ref} is under a legal hold already. Nothing was changed.",
    "hold.not_held": "{ref} is under no legal hold. Nothing was changed.",
    "anonymise.already": "{ref} is anonymised already. Nothing was changed.",
    "anonymise.officer": (
        "{ref} is the officer of this copy, whose steps are written under that name. Nothing was "
        "erased; hand the office over first."
    ),
    "anonymise.held": (
        "{ref} can’t be anonymised: {by} is under a legal hold. Nothing was erased; lift the hold first."
    ),
    "anonymise.not_confirmed": (
        "Nothing was erased yet. To erase all of that for good, say it again with --for-good."
    ),
    "private.not_due": (
        "Only private facts that are past their day are purged, and not all of these are. Nothing was "
        "erased; ask for the list again."
    ),
    "private.no_visit": (
        "No engagement with this person is planned. Nothing was changed; plan one, or give a day."
    ),
    "purge.which": "Say either --for-good or --keep for those people. Nothing was changed.",
    "purge.whose": "Say whose: references, or --all. Nothing was changed.",
    "set.no_name": "A set needs a name. Nothing was saved.",
    "set.taken": "There is a set called “{name}” already. Nothing was saved; give another name.",
    "set.unknown": "There is no set called “{name}”. Sets: {choices}.",
    "set.no_reason": "Say why it is withheld: the log gives the reason. Nothing was saved.",
    "set.not_in_it": "That record isn’t in this set. Nothing was saved.",
    "subject.not_a_person": "{ref} is no person. Give a reference such as P-0412.",
    "copies.not_a_copy": "{path} is no copy of this office. It was left as it is.",
    "copies.in_use": "Another program has {path} open. It was left as it is; close it there first.",
    "copies.worked_with": (
        "{path} is worked with as an office of its own and holds what this one doesn’t. It was left as "
        "it is; open it and do the same there."
    ),
    "copies.not_removed": "{path} could not be deleted. Delete it by hand; it still says all.",
}

_SAID = {
    "person.anonymised": "Person {ref} (anonymised)",
    "anonymise.would_go": "{ref} would be anonymised. For good would go:",
    "anonymise.facts": "  Facts: {what}",
    "anonymise.count": "  {what}: {count}",
    "anonymise.what.person_private": "Private facts",
    "anonymise.what.person_language": "Languages",
    "anonymise.what.tenure": "Offices held",
    "anonymise.what.attachment": "Files",
    "anonymise.what.person_link": "Notes of links",
    "anonymise.what.participation": "Titles and notes at meetings",
    "anonymise.what.mention": "Names in other records, written as the reference instead",
    "anonymise.what.source_row": "Rows kept of imported lists",
    "anonymise.what.packet": "What packets were made from",
    "purge.nothing": "No private facts are past their day.",
    "purge.due": "{name}: kept until {day}",
    "purge.visit": "{name}: kept until {day}; the next visit is on {visit}",
    "purge.held": "{name}: kept under a legal hold",
    "purge.kept": "{ref}: kept until the next visit",
    "purge.done": "Private facts erased for good: {count}",
    "subject.title": "What is held on {name} ({ref})",
    "subject.by": "{office}, as of {as_of}",
    "subject.deleted": "deleted, still in the file",
    "subject.source": "From: {source}",
    "subject.history": "History",
    "subject.left": "Files that left",
    "subject.done": (
        "Wrote all that is held on {ref} to {path}, readable without a passphrase. "
        "Look through it before it is handed over: it says what others told us too."
    ),
    "set.withheld": "withheld: {reason}",
    "set.written": "Wrote {path}, readable without a passphrase: {given} records; {withheld} withheld.",
    "anonymise.held_by": "Under a legal hold, which stops it: {what}",
    "anonymise.left": "Left the office before, and stays where it is: {path}",
    "backups_too.left": "This copy still says it all: {path}",
    "backups_too.older": (
        "This copy opens with an older passphrase and still says it all; delete it by hand: {path}"
    ),
    "backups_too.away": (
        "{folder} can’t be looked through now: copies in it still say it all. Delete them by hand once it is "
        "back."
    ),
    "backups_too.deleted": "Deleted: {path}",
    "backups_too.rewritten": "Erased in this copy, too: {path}",
    "backups_too.elsewhere": "Copies elsewhere (sticks, other machines) still say it; only you know of those.",
    "anonymise.done": "{ref} is anonymised for good (step {step}).",
    "hold.since": "Under legal hold since {day}: {reason}",
    "hold.put": "{ref} is under a legal hold: nothing of it is erased until it is lifted (step {step}).",
    "hold.lifted": "The legal hold of {ref} is lifted (step {step}).",
}

_STEPS = {
    "set.create": ("Gather a set for a records request", "Gathered a set for a records request"),
    "set.close": ("Close a records request", "Closed a records request"),
    "set.withhold": (
        "Withhold {subject} from a records request",
        "Withheld {subject} from a records request",
    ),
    "set.give": (
        "Give {subject} to a records request",
        "Gave {subject} to a records request",
    ),
    "hold.put": ("Put {subject} under legal hold", "Put {subject} under legal hold"),
    "hold.lift": ("Lift the legal hold of {subject}", "Lifted the legal hold of {subject}"),
}

TEXTS: dict[str, str] = {
    **_REFUSALS,
    **_SAID,
    **{f"step.{verb}": texts[0] for verb, texts in _STEPS.items()},
    **{f"done.{verb}": texts[1] for verb, texts in _STEPS.items()},
}
