"""What is said of an office in a shared place."""

TEXTS: dict[str, str] = {
    "shared.cloud": (
        "{name} copies this folder to other computers, also while a file is being written: a working "
        "office can be damaged there, or split in two. Keep it on this computer, and backups there."
    ),
    "shared.network": (
        "This place is on another computer ({name}), where two programs can’t be kept apart for certain: a "
        "working office can be damaged there. Keep it on this computer, and backups there."
    ),
    "moving.title": "This office lies in a shared place",
    "moving.into": "It would move to {path}; a checked backup stays here. Nothing is lost either way.",
    "moving.move": "Move it to this computer",
    "moving.leave": "Leave it here",
    "moving.moving": "Moving it",
    "moving.moved": "The office is at {path} now. A checked backup stays where it was: {left}.",
    "moving.old_stays": "The old file could not be removed; delete {path} and don’t work in it.",
    "create.local": "Make it on this computer",
}
