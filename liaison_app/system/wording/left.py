"""The export ledger: what left the office as readable files."""

TEXTS: dict[str, str] = {
    "left.which": "Say with --clean which entries, by number, or all. Nothing was deleted.",
    "left.no_such": "The ledger has no entry {number}. Nothing was deleted; look at the list again.",
    "left.nothing": "Nothing has left this office as a file yet.",
    "left.kind.packet": "Briefing packet",
    "left.kind.workbook": "Workbook",
    "left.kind.subject": "All held on a person",
    "left.kind.request_set": "Records request",
    "left.kind.recovery_sheet": "Recovery sheet",
    "left.kind.picture": "Picture of the window",
    "left.for": "for {audience}",
    "left.count": "{what} {count}",
    "left.there.as_written": "still there, as it was written",
    "left.there.changed": "still there, changed since",
    "left.there.unreadable": "still there, but it can’t be read or deleted",
    "left.there.replaced": "written over by a later one",
    "left.there.gone": "not there any more",
    "left.there.medium_away": "on a medium that isn’t here",
    "left.there.elsewhere": "left on another computer",
    "left.there.paper": "on paper",
    "left.there.deleted": "deleted on request {at}",
    "left.there.unknown": "can’t be told: its name isn’t text",
    "left.readable": "Readable copies on this computer: {count}.",
    "left.would_go": "Would be deleted: {path}",
    "left.stays": "Left as it is: {path} ({why})",
    "left.gone": "Deleted: {path}",
    "left.cleaned": (
        "Files deleted: {n}. Their entries stay. What was copied or sent elsewhere is not reached, nor "
        "traces on the medium."
    ),
    "left.not_confirmed": (
        "Nothing was deleted yet. To delete them for good, say it again with --for-good."
    ),
}
