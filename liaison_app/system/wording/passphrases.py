"""What is said when a passphrase is changed."""

TEXTS: dict[str, str] = {
    "cli.six_words": "Six words drawn for you, if you like them: {words}",
    "cli.weak": (
        "That passphrase is weak: somebody who has the file could guess it. It was taken all the same; "
        "“liaison passphrase” changes it."
    ),
    "cli.new_passphrase": "New passphrase:",
    "words.proposed": "Six words drawn for you, 62 bits",
    "words.use": "Take these",
    "words.other": "Draw others",
    "words.passphrase": "New passphrase",
    "words.weak": (
        "Weak: somebody who has the file could guess it. It’s taken all the same; six words that "
        "nobody chose are better."
    ),
    "changing.title": "Change the passphrase",
    "changing.present": "Passphrase now",
    "changing.or_code": "Or the code of the recovery sheet, if it’s forgotten.",
    "changing.present_missing": "The passphrase that the office has now is missing. Nothing was changed; type it.",
    "changing.older": "Older copies",
    "changing.keep": "Keep",
    "changing.remake": "Remake with the new one",
    "changing.delete": "Delete",
    "changing.copy": "One copy in reach opens with the old passphrase:",
    "changing.copies": "{count} copies in reach open with the old passphrase:",
    "changing.no_copies": "No copy in reach opens with the old passphrase.",
    "changing.elsewhere": "Look in another folder…",
    "changing.more": "and {count} more",
    "changing.void": "The old recovery sheet is void then: destroy it. A new one comes next.",
    "changing.out_of_reach": (
        "Backups that went to other folders are found when the office is unlocked, and treated the same. "
        "Copies elsewhere, on sticks or in other hands, keep the old passphrase. The old file is "
        "overwritten; a disk that writes elsewhere each time (SSDs, sticks, snapshots) may keep some of "
        "it, locked with the old passphrase, until it needs the room."
    ),
    "changing.doing": "Writing the office anew, then checking it",
    "changing.cancel_leaves": "Cancelling leaves the office as it was, with its old passphrase.",
    "changing.given_up": "Given up. The office is as it was and opens with its old passphrase.",
    "changing.go": "Change the passphrase",
    "changing.left_one": "{name} still opens with the old passphrase.",
    "changing.left_more": "{count} copies still open with the old passphrase, {name} among them.",
    "changing.sheet": "Unlock it to make its recovery sheet anew",
    "office.open_elsewhere": (
        "Another program has {path} open. Nothing was changed; close the office there, then do it again."
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
    "passphrase.away": (
        "These folders of backups can’t be looked through now; copies in them open with the old passphrase:"
    ),
    "passphrase.out_of_reach": (
        "Copies elsewhere, on sticks or in other hands, keep the old passphrase. The old file was "
        "overwritten; a disk that writes elsewhere each time (SSDs, sticks, snapshots) may keep some of "
        "it, locked with the old passphrase, until it needs the room."
    ),
}
