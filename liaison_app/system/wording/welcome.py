"""What is said before an office is open, and while it is still empty."""

TEXTS: dict[str, str] = {
    "begin.welcome": "Welcome, {name}",
    "begin.empty": "Your office is empty, encrypted and on this computer only. Three ways to begin:",
    "begin.meeting": "Write down a meeting",
    "begin.meeting_more": (
        "Type one line, such as “call w/ Hamburg today 10; we: send names by Fri”. People and "
        "places are made as you go."
    ),
    "begin.meeting_do": "New engagement",
    "begin.import": "Bring what you have",
    "begin.import_more": (
        "Spreadsheets of meetings and contacts. You see every row before it’s written, and one "
        "Undo takes all of it back."
    ),
    "begin.import_do": "Import a file…",
    "begin.places": "Choose your places",
    "begin.places_more": (
        "Countries, states, counties, tribal nations and cities: your home and your partners."
    ),
    "begin.places_do": "New jurisdiction",
    "begin.example": "What Today will show",
    "begin.example_note": "example",
    "begin.next": "Your next meeting",
    "begin.next_more": "Today 10:00, both clocks, and how long until it starts",
    "begin.promised": "Something you promised",
    "begin.promised_more": "Who asked, who owns it here, and the words that were used",
    "begin.owed": "Something you were promised",
    "begin.owed_more": "How firm it is, and since when it is awaited",
    "begin.stale": "A fact that has gone stale",
    "begin.stale_more": "Who holds the office now, and when somebody last checked",
    "begin.trip": "Your next trip",
    "begin.trip_more": "Its days, who goes, and its packet",
    "begin.keys": "Five keys to know",
    "begin.key_find": "find or do",
    "begin.key_meeting": "meeting",
    "begin.key_edit": "edit",
    "begin.key_undo": "undo by name",
    "begin.key_keys": "all keys",
    "unlock.title": "Unlock an office",
    "unlock.sub": "The relationship memory of your office",
    "unlock.passphrase": "Passphrase",
    "unlock.show": "Show what is typed",
    "unlock.hide": "Hide what is typed",
    "unlock.unlock": "Unlock",
    "unlock.opening": "Unlocking",
    "unlock.wait": "Unlock in {seconds} s",
    "unlock.wrong": "That passphrase doesn’t open this file. The wait doubles after each try.",
    "unlock.in_haste": (
        "A wrong passphrase was typed for this office just now. Nothing was opened; "
        "try again in {seconds} s."
    ),
    "unlock.caps": "Caps Lock is on",
    "unlock.forgotten": "Forgotten?",
    "unlock.forgotten_more": (
        "Type the code of the recovery sheet instead of the passphrase. Without both, the file "
        "stays closed for good."
    ),
    "unlock.other": "Other…",
    "unlock.others": "Other offices",
    "unlock.open_other": "Open another file…",
    "unlock.new": "New office…",
    "unlock.files": "Offices of Liaison",
    "unlock.no_office": "No office yet",
    "unlock.no_office_more": "Make one, or open a file",
    "unlock.no_door": (
        "Nothing leaves this computer. There is no back door: without the passphrase or the "
        "recovery sheet, the file stays closed."
    ),
    "unlock.version": "Version {version}, offline",
    "health.title": "Health of this file",
    "health.there": "There, and it reads like an office",
    "health.closed": "Closed properly last time",
    "health.not_closed": "Not closed last time: opening it settles that",
    "health.line": "{folder}, {size}, saved {when}",
    "create.title": "Make an office",
    "create.sub": (
        "One encrypted file on this computer. Everything can be changed later, but the "
        "passphrase can’t be found again."
    ),
    "create.accept": "I accept to lose everything if the passphrase is forgotten",
    "create.make": "Make the office",
    "create.making": "Making it",
    "create.leave": "Back",
    "create.choose": "Choose…",
    "create.print": "Print…",
    "create.save": "Save as PDF…",
    "create.sheet": "One page for the safe: with it, whoever you trust can open the office when you can’t.",
    "create.no_sheet": "not made yet",
    "create.sheet_saved": "saved as {name}",
    "create.sheet_printed": "printed",
    "create.sheet_not_printed": (
        "The printer took nothing. The sheet is unchanged: choose another printer or save it."
    ),
    "create.sheet_first": (
        "Print or save the recovery sheet first, or say that you accept to lose everything."
    ),
    "create.differs": "differs",
    "create.differs_more": "The two passphrases differ. Nothing was made; type the second again.",
    "create.same": "the same",
    "create.no_file": "Where should the file be? Nothing was made; choose a place.",
    "strength.none": "",
    "strength.weak": "weak, {bits} bits",
    "strength.fair": "fair, {bits} bits",
    "strength.strong": "strong, {bits} bits",
    "recovery.title": "Recovery sheet",
    "recovery.keep": (
        "Keep this page in a safe, away from the computer. Whoever holds it can open the office."
    ),
    "recovery.code": "Recovery code",
    "recovery.fingerprint": "Fingerprint of the key: {fingerprint}",
    "recovery.officer": "Officer",
    "recovery.made_on": "Made on",
    "recovery.letters": (
        "Letters and the figures 2 to 7 only: there is no zero, one or eight in it. The square holds the "
        "same code, for a telephone or a reader; delete what that keeps of it."
    ),
    "create.open": "Open the office",
    "recovery.how": (
        "To open the office on any computer: take its file or a backup of it, start Liaison, and give "
        "this code where the passphrase is asked for, in the window or on the command line. Then set a new "
        "passphrase (File, Change the passphrase)."
    ),
    "recovery.without_us": (
        "The code is the key of the file in base 32, 32 bytes and 3 to check them by. Any program that "
        "reads SQLCipher 4 opens the file with it and the file’s first 16 bytes, without Liaison."
    ),
    "recovery.void": (
        "When the passphrase is changed, this sheet is void: destroy it and make a new one. "
        "Backups made before keep the old one."
    ),
}
