"""What is said when another program wrote to the office that is open."""

TEXTS: dict[str, str] = {
    "others.one": "Another program: {done}.",
    "others.more": "Another program: {done}, and {count} steps before that.",
}
