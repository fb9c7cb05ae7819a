"""What a step that changes many records of one kind alike is called."""

_MANY = {
    "jurisdiction": "jurisdictions",
    "organization": "organizations",
    "person": "people",
    "office": "offices",
    "trip": "trips",
    "engagement": "engagements",
    "commitment": "commitments",
    "agreement": "agreements",
    "membership": "memberships",
    "programme": "programmes",
    "funding": "sums of funding",
    "assignment": "assignments",
    "outcome": "outcomes",
    "request": "requests",
    "gift": "gifts",
    "coordination": "coordination records",
    "consultation": "consultations",
}

TEXTS: dict[str, str] = {
    f"{tense}.{kind}.change_together": f"{said} the {{what}} of {{count}} {many}"
    for tense, said in (("step", "Change"), ("done", "Changed"))
    for kind, many in _MANY.items()
}
