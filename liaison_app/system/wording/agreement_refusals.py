"""What is said when something with agreements, memberships, funding or assignments is refused."""

TEXTS: dict[str, str] = {
    "title.missing.agreement": "The title of the agreement is missing. Nothing was saved.",
    "title.missing.membership": "The title of the membership is missing. Nothing was saved.",
    "title.missing.programme": "The title of the programme is missing. Nothing was saved.",
    "title.missing.funding": "The title of the funding is missing. Say what the money is for.",
    "title.missing.assignment": "The title of the assignment is missing. Nothing was saved.",
    "date.out_of_order": (
        "The {last} would come before the {first}. Nothing was saved; correct one of the two."
    ),
    "money.currency": (
        "“{given}” is no currency. Give its three letters of ISO 4217, such as USD or EUR; nothing "
        "was saved."
    ),
    "money.amount": (
        "“{given}” is no sum that can be kept: give one of nought or more, with six decimals at most. "
        "Nothing was saved."
    ),
    "money.mixed": (
        "{one} and {other} are in different currencies, and Liaison never converts. Nothing was "
        "saved; enter the second as a funding of its own."
    ),
    "agreement.ended": (
        "{ref} has ended ({status}). Nothing was changed; undo that step first, or propose a new one."
    ),
    "agreement.not_now": "{ref} is {status} now, which doesn’t lead there. Nothing was changed.",
    "agreement.not_longer": (
        "{ref} already runs until {until}. Nothing was changed; give a later day."
    ),
    "agreement.not_over": (
        "{ref} has no last day that is past. Nothing was changed; terminate it if a side ended it."
    ),
    "agreement.own_successor": "An agreement can’t be superseded by itself. Nothing was saved.",
    "party.nobody": "Name the party: a jurisdiction, an organization, or as the text calls it.",
    "signatory.nobody": "Name who signs, or the office, or the title as it stands under the text.",
    "notification.no_scheme": "Say to which register or government it is reported. Nothing was saved.",
    "membership.ended": "{ref} has ended. Nothing was changed; enter a new membership.",
    "membership.due_again": (
        "The dues of {ref} can’t be due again before they were paid. Nothing was saved."
    ),
    "pledge.no_wording": "The wording of the pledge is missing. Nothing was saved.",
    "programme.not_now": "{ref} is {status} now, which doesn’t lead there. Nothing was changed.",
    "funding.not_now": "{ref} is {status} now, which doesn’t lead there. Nothing was changed.",
    "assignment.not_longer": (
        "{ref} already runs until {until}. Nothing was changed; give a later day."
    ),
    "bulk.refused": "{ref}: {why} None of the records was changed.",
    "bulk.nothing": "No field was given to change. Nothing was changed.",
    "bulk.own_verb": (
        "“{field}” isn’t changed for many records at once: each has a verb of its own for it. "
        "Nothing was changed."
    ),
}
