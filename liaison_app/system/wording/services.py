"""What services say when they refuse."""

TEXTS = {
    "search.bad_value": "“{given}” can’t follow {filter}: — write it like {example}.",
    "search.not_here": "A list of kind {kind} has no filter “{filter}”. Leave it out, or choose another list.",
    "list.no_such_order": "This list has no order called “{given}”. It has: {choices}.",
    "code.unknown": "“{given}” isn’t one of: {choices}.",
    "marking.classified": (
        "“{marking}” is a classified marking. Liaison is for unclassified work only: nothing was "
        "saved. Keep classified notes on the system meant for them."
    ),
    "ref.unknown": "Nothing here has the reference {ref}. Nearest: {nearest}.",
    "ref.shared": "Two records share {ref}: {which}. Name one of them with the end of its id.",
    "name.unknown": "No {kind} here is called “{name}”. Nearest: {nearest}.",
}
