"""What services say when they refuse."""

TEXTS: dict[str, str] = {
    "search.bad_value": "“{given}” can’t follow {filter}: — write it like {example}.",
    "search.open_quote": "A quotation mark after “{given}” is missing; all that follows was taken as one.",
    "search.no_such_filter": "There is no filter “{given}:”, so it was looked for as a word. “{meant}:” is one.",
    "search.no_such_saved": "No search is saved as “{name}”. Save it first, or write out what to look for.",
    "saved.name_unfit": "“{name}” can’t be the name of a saved search. Give one without quotation marks.",
    "saved.empty": "There is nothing to save: the search is empty.",
    "saved.used": "The saved search “{by}” is made with “{name}”. Nothing was changed; change that one first.",
    "search.not_here": "A list of kind {kind} has no filter “{filter}”. Leave it out, or choose another list.",
    "search.no_kind": "No kind of record knows all of these filters together. Take one of them away.",
    "list.no_such_order": "This list has no order called “{given}”. It has: {choices}.",
    "code.unknown": "“{given}” isn’t one of: {choices}.",
    "marking.classified": (
        "“{marking}” is a classified marking. Liaison is for unclassified work only: nothing was "
        "saved. Keep classified notes on the system meant for them."
    ),
    "ref.unknown": "Nothing here has the reference “{ref}”. Nearest: {nearest}.",
    "ref.shared": "Two records share {ref}: {which}. Name one of them with the end of its id.",
    "name.unknown": "No {kind} here is called “{name}”. Nearest: {nearest}.",
    "field.unknown": "There is no field “{field}” here.",
    "record.gone": "That record is not here any more: it was deleted or merged. Nothing was saved.",
    "record.count": "{what} ({count})",
    "record.still_named": (
        "{ref} is still named by {by}. Nothing was deleted: change those first, or merge {ref} "
        "into the record that stays."
    ),
    "title.missing.jurisdiction": "The name of the jurisdiction is missing. Nothing was saved.",
    "title.missing.organization": "The name of the organization is missing. Nothing was saved.",
    "title.missing.person": "The person’s full name is missing. Nothing was saved.",
    "title.missing.office": "The title of the office is missing. Nothing was saved.",
    "title.missing.engagement": "The title of the engagement is missing. Nothing was saved.",
    "title.missing.commitment": (
        "The wording of the commitment is missing. Write what was promised, in the words used."
    ),
    "title.missing.trip": "The title of the trip is missing. Nothing was saved.",
    "date.ends_before": "It ends before it begins. Nothing was saved; correct one of the two.",
    "date.in_future": "{day} has not come yet. Nothing was saved; give the day on which it happened.",
    "zone.unknown": (
        "“{zone}” is no time zone. Give one such as Asia/Seoul or America/Denver; nothing was saved."
    ),
    "jurisdiction.tribal_parent": (
        "{name} is a nation of its own and stands under no state or country. Say where it lies "
        "with “located in”, as many places as there are."
    ),
    "jurisdiction.circle": "{name} would lie within itself. Nothing was saved; choose another parent.",
    "person.own_link": "A person can’t be linked to themselves. Nothing was saved.",
    "private.past": "The day until which to keep these facts has passed. Give one ahead.",
    "tenure.starts_later": (
        "Whoever holds this office took it on {since}, after the day given. Nothing was saved; "
        "end that tenure first, or correct the day."
    ),
    "commitment.closed": (
        "{ref} has ended ({status}). Nothing was changed; reopen it first if it is owed again."
    ),
    "commitment.not_closed": "{ref} is still open: there is nothing to reopen.",
    "commitment.not_progress": (
        "“{status}” ends a commitment. Use the verb for that: fulfil, withdraw, overtake, supersede."
    ),
    "commitment.own_successor": "A commitment can’t be superseded by itself. Nothing was saved.",
    "evidence.empty": "Say where the proof is, or what it is. Nothing was saved.",
    "engagement.finalised": (
        "The record of {ref} is final and stays as it is. Nothing was changed."
    ),
    "engagement.not_yet": "{ref} is on {day}, which has not come yet. Nothing was changed.",
    "participant.nobody": "Name the participant, or write something like “+1 security”.",
    "merge.same": "Those are one and the same record. Nothing was merged.",
    "merge.gone": "{ref} was merged into another record. Merge into that one; nothing was changed.",
}
