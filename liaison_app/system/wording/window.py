"""What the parts of the window say by themselves."""

TEXTS = {
    "notice.name": "Last step",
    "notice.undo": "Undo",
    "notice.undo_step": "Undo: {step}",
    "progress.cancel": "Cancel",
    "progress.of": "{what} {done:,} of {whole:,}",
    "ledger.we_owe": "We owe {them}",
    "ledger.they_owe": "{them} owes us",
    "ledger.we_owe_all": "We owe",
    "ledger.they_owe_all": "They owe",
    "ledger.we_owe_nothing": "We owe nothing.",
    "ledger.they_owe_nothing": "They owe us nothing.",
    "ledger.awaited": "awaited since {since}",
}
