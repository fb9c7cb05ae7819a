"""What is said of bringing in a list."""

TEXTS = {
    "import.missing": "There is no file at {path}. Nothing was changed; check the name.",
    "import.is_folder": "{path} is a folder. Nothing was changed; name the CSV or XLSX file in it.",
    "import.not_ordinary": (
        "{path} is not an ordinary file. Nothing was changed; save the list as CSV or XLSX first."
    ),
    "import.unreadable": (
        "{path} can’t be read. Nothing was changed; check its permissions, or close the program "
        "that holds it."
    ),
    "import.too_big": (
        "{path} is larger than {megabytes} MB. Nothing was changed; split it, or leave out sheets "
        "that aren’t needed."
    ),
    "import.kind_unknown": "“{given}” is no kind of list. Choose one of: {choices}.",
    "import.date_unfit": "“{given}” is not a day. Write it as 2026-11-24.",
    "import.row": "row {row}: {reason}",
    "import.counts": (
        "{records} rows: {new} new, {changed} changed, {same} same, {refused} refused, "
        "{empty} empty, {notes} notes."
    ),
    "import.preview_only": "Nothing was written. Add --apply to bring this in as one step.",
    "import.applied": "Written as step {step}; “liaison undo” takes it back whole.",
    "import.nothing_to_write": "Nothing to write: no row is new or changed.",
    "import.ask_alive": "From which day are promises still alive (YYYY-MM-DD, empty: none)?",
    "import.promises_unreviewed": (
        "Promises made before {day} come in as not reviewed: neither late nor counted until you "
        "look at them."
    ),
    "import.all_unreviewed": (
        "Promises come in as not reviewed: neither late nor counted until you look at them "
        "(--alive-from DAY takes those made since as alive)."
    ),
    "import.kept_here": (
        "row {row}: {column} was changed here and in the file; “{here}” stays, the file says "
        "“{file}”."
    ),
}
