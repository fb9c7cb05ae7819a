"""What the window says of taking and leaving office, of languages, of where a place lies, and of organizations."""

TEXTS: dict[str, str] = {
    "record.as_words.office": "a new office",
    "section.which_office": "Which office",
    "section.new_office": "This office isn’t here yet",
    "section.predecessor": "Who holds it now",
    "section.term": "The term",
    "form.office_id": "Office",
    "form.organization_id": "Organization",
    "form.native_title": "Title in its own script",
    "form.how_filled": "Filled by",
    "form.is_head": "Heads the place",
    "form.end_predecessor": "End the predecessor’s term",
    "form.took_office_on": "Took office on",
    "form.left_office_on": "Left office on",
    "form.standing": "Standing",
    "form.term_ends_on": "Term ends",
    "form.next_election_on": "Next election",
    "note.of_place": "Whose office it is: a city, a state, a nation",
    "note.of_body": "Or a ministry, a consulate, a council",
    "note.native_title": "Such as Oberbürgermeisterin",
    "note.is_head": "Mayor, governor, chair, president",
    "note.took_office_on": "The first day; empty if not known",
    "note.left_office_on": "The last day; empty while it runs",
    "note.tenure_source": "Where one can look it up: an official page, a letter, a call",
    "tenure.of": "{name} took office",
    "tenure.change_of": "{name}: {title}",
    "tenure.which_office": "Which office? Type its title, such as Mayor.",
    "tenure.whose_office": (
        "Whose office is “{title}”? Choose the place or the organization, or an office from the list."
    ),
    "tenure.which_day": "From which day? The predecessor’s term ends the day before.",
    "tenure.predecessor": (
        "{name}, since {since}. On: that term ends the day before the new one begins."
    ),
    "tenure.took": "Took office…",
    "tenure.more": "What to do with this term: {title}",
    "tenure.change": "Change the term…",
    "tenure.end_today": "Ended today",
    "tenure.verify": "Verified today",
    "tenure.remove": "Entered by mistake: take it away",
    "tenure.none_more": "“Took office…” enters what somebody is or was, from which day to which.",
}
