"""What is said when a window locks."""

TEXTS: dict[str, str] = {
    "curtain.title": "Locking",
    "curtain.more": "What was begun is finished first, then the office is closed.",
    "locking.after": "Lock by itself after {minutes} min…",
    "locking.asleep": "Lock by itself when the computer sleeps…",
    "locking.question": "Lock by itself after how long without a key or the pointer?",
    "locking.question_more": (
        "It also locks when the computer has slept. What is typed is kept in the office and is there again."
    ),
    "locking.minutes": "{minutes} minutes",
    "locking.as_now": "{minutes} minutes, as now",
    "locking.only_asleep": "Only when it slept",
    "locking.leave": "Leave it at that",
    "locking.said": "From now on the office locks after {minutes} minutes without a key or the pointer.",
    "locking.said_asleep": "From now on the office locks by itself only when the computer has slept.",
    "locking.not_kept": "Not locked: what you typed can’t be kept. Save it or give it up first. {why}",
    "locked.lost": "What you had typed could not be kept when the office locked. {why}",
    "locked.asked": "Locked",
    "locked.idle": "Locked, as nobody was here for {minutes} minutes",
    "locked.slept": "Locked, as the computer slept",
    "form.taken_up": (
        "What you had typed is here again, not saved yet. Ctrl+Enter saves it, Esc leaves the record as it was."
    ),
}
