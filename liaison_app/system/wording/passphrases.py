"""What is said when a passphrase is changed."""

TEXTS: dict[str, str] = {
    "cli.new_passphrase": "New passphrase:",
    "passphrase.open_elsewhere": (
        "Another program has {path} open. The passphrase was not changed; close the office there, "
        "then change it."
    ),
    "passphrase.copies": "{count} copies of this office open with its old passphrase:",
    "passphrase.which": "Keep them so, remake them with the new one, or delete them (keep)?",
    "passphrase.changed": "{path} opens with its new passphrase from now on, and no more with the old one.",
    "passphrase.sheet_void": (
        "The old recovery sheet is void: destroy it and make a new one in the window (File, Recovery sheet)."
    ),
    "passphrase.remake": "Remade, with the new passphrase:",
    "passphrase.delete": "Deleted:",
    "passphrase.left": "These still open with the old passphrase:",
    "passphrase.out_of_reach": (
        "Copies elsewhere, on sticks or in other hands, keep the old passphrase. The old file was "
        "overwritten; a disk that writes elsewhere each time (SSDs, sticks, snapshots) may keep some of "
        "it, locked with the old passphrase, until it needs the room."
    ),
}
