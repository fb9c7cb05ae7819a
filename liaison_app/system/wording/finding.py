"""Ctrl+K: what is said of each thing found."""

TEXTS = {
    "finding.never_met": "never met",
    "finding.no_contact": "no contact yet",
    "finding.late": "{count} late",
    "finding.we_owe": "We owe {whom}",
    "finding.they_owe": "{whom} owes us",
}
