"""What the pages of the window say."""

TEXTS = {
    "task.broken": (
        "Liaison made a mistake ({kind}); nothing of this was saved, all saved before is kept. "
        "Do it again; if it comes back, tell whoever looks after this machine."
    ),
    "page.today": "Today",
    "page.jurisdictions": "Jurisdictions",
    "page.people": "People",
    "page.engagements": "Engagements",
    "page.commitments": "Commitments",
    "page.trips": "Trips and packets",
}
