"""Handing over: a new principal, a new officer."""

_REFUSALS = {
    "handover.which_day": "Say from which day, with --on, such as 2027-01-04. Nothing was changed.",
    "handover.principal_alone": (
        "--vacant, --as, --post, --keep, --review, --withdraw and --leave are for a change of "
        "principal. Nothing was changed."
    ),
    "handover.no_post": (
        "Which office changes hands isn’t entered yet. Nothing was changed; name it, such as Mayor."
    ),
    "handover.which_post": (
        "Several offices head our home: {which}. Nothing was changed; name one of them as the office."
    ),
    "handover.no_such_post": "{ref} is no office. Nothing was changed; give a reference such as F-0003.",
    "handover.holds_it": (
        "Whoever is to take this office holds it already. Nothing was changed; look at the day and "
        "at the name."
    ),
    "handover.known": (
        "{name} is here already, as {ref}. Nothing was changed; give {ref}, or for somebody else of that "
        "name add what tells them apart."
    ),
    "handover.disputed": (
        "A disputed office has nobody to hand it to. Nothing was changed; enter both terms as disputed."
    ),
    "handover.not_open": (
        "One of those commitments isn’t open any more. Nothing was changed; look at the list again."
    ),
    "handover.not_coming": (
        "One of those to be left as it is doesn’t name whoever leaves, or is over. Nothing was "
        "changed; look at the list again."
    ),
    "handover.other_kind": "{ref} is of another kind than asked for here. Nothing was changed.",
    "handover.no_officer": (
        "Nobody is entered as the officer of this copy. Nothing was changed; restore a backup that "
        "has one."
    ),
    "handover.same_officer": "{name} works in this copy already. Nothing was changed.",
}

_SAID = {
    "handover.the_next": "the next {post}",
    "handover.review_step": "Review with {whom}: does it stand?",
    "handover.at_change": "Change of principal: {post}, {on}",
    "handover.ends": "{name}: last day as {post} is {on}.",
    "handover.left_before": "{name} was {post} last.",
    "handover.is_vacant": "{post}: vacant from {on}.",
    "handover.begins.holder": "{name}: {post} from {on}.",
    "handover.begins.elect": "{name}: {post} elect, takes office on {on}.",
    "handover.begins.acting": "{name}: acting {post} from {on}.",
    "handover.promises.keep": "Commitments that stand, as they are the office’s ({count}):",
    "handover.promises.review": (
        "Commitments to be reviewed with the new principal ({count}); they stay owed until then:"
    ),
    "handover.promises.withdraw": "Commitments to be withdrawn ({count}):",
    "handover.personal": "names the outgoing principal",
    "handover.coming.to_successor": "To come, and naming the successor from then on ({count}):",
    "handover.coming.under_way": "Under way on that day, left as it is ({count}):",
    "handover.coming.left": "To come, left as it is as you asked ({count}):",
    "handover.coming.nobody_yet": "To come, with nobody to name yet ({count}):",
    "handover.lead": "lead officer",
    "handover.packets": "Packets printed with the old name, to be printed anew ({count}):",
    "handover.packet": "{about}, version {version}; copies out: {out}",
    "handover.to_sign": "Agreements not signed yet, with another signatory from then on ({count}):",
    "handover.texts": "Texts that say the old name, to be written anew ({count}):",
    "handover.drafts": "Typed and not saved, with the old name ({count}):",
    "handover.introductions": "Introductions to be written ({count}):",
    "handover.last_met": "last met {on}",
    "handover.more": "… and {count} more.",
    "handover.officer_changes": "{old} hands this copy over to {new} on {on}. History stays as it is.",
    "handover.post_changes": "The office of {post} changes hands.",
    "handover.owned": "Looked after by the new officer from then on ({count}):",
    "handover.note": "Handover note for {name}, as of {on}",
    "handover.relations": "Relations, the last met first ({count}):",
    "handover.we_owe": "We owe ({count}):",
    "handover.they_owe": "Owed to us ({count}):",
    "handover.unreviewed": "Commitments nobody has reviewed yet: {count}.",
    "handover.ahead": "Engagements to come ({count}):",
    "handover.requests": "Requests without an answer ({count}):",
    "handover.deadlines": "Deadlines by the rules in force ({count}):",
    "handover.agreements": "Agreements to renew or review ({count}):",
    "handover.watch_outs": "Watch-outs ({count}):",
    "handover.passphrase": (
        "{old} knows the passphrase. If that is not to open this copy any more, change it; backups made "
        "before keep the old one."
    ),
    "handover.preview_only": "Nothing was changed yet. Say it again with --apply to do it, as one step.",
    "handover.done": "Done as step {step}. “undo” with that step takes all of it back.",
}

_WINDOW = {
    "page.hand_over": "Hand over",
    "action.hand_over": "Hand over to a new principal or officer…",
    "handover.sub": "A preview until you say so; then one step, which one undo takes back.",
    "handover.begin": "Hand over…",
    "handover.do": "Hand over as one step",
    "handover.asked": "Who changes",
    "handover.principal": "Principal",
    "handover.officer": "Officer",
    "handover.to": "Who takes over",
    "handover.on": "First day",
    "handover.post": "Office",
    "handover.standing": "Standing",
    "handover.standing.holder": "In office",
    "handover.standing.elect": "Elect",
    "handover.standing.acting": "Acting",
    "handover.standing.vacant": "Vacant",
    "handover.note_to": "Somebody known, or a new name",
    "handover.note_on": "The old term ends the day before",
    "handover.note_post": "Empty: the head of our home",
    "handover.note_principal": (
        "Commitments belong to the office and stand. Meetings held, and whoever held the office then, stay "
        "as they were."
    ),
    "handover.note_officer": (
        "Whoever works in this copy from now on. History stays with who made it."
    ),
    "handover.new_person": "a new person",
    "handover.say_who": "Say who takes over: what would happen is shown here, before anything is written.",
    "handover.say_day": "Say from which day: what would happen is shown here, before anything is written.",
    "handover.is_done": "Done. What is left to do is here; the step can be undone as a whole.",
    "handover.card_terms": "The office",
    "handover.card_promises": "Open commitments",
    "handover.card_coming": "To come",
    "handover.card_papers": "Papers with the old name",
    "handover.card_introductions": "Introductions to be written",
    "handover.card_owned": "Looked after by the new officer from then on",
    "handover.card_relations": "Relations",
    "handover.card_we_owe": "We owe",
    "handover.card_they_owe": "They owe",
    "handover.card_requests": "Requests without an answer",
    "handover.card_deadlines": "Deadlines",
    "handover.card_watch_outs": "Watch-outs",
    "handover.nothing": "None.",
    "handover.row_ends": "last day {on}",
    "handover.row_left": "left before",
    "handover.row_begins": "from {on}",
    "handover.row_vacant": "vacant from {on}",
    "handover.row_met": "last met {on}",
    "handover.row_ours": "we owe {count}",
    "handover.row_theirs": "they owe {count}",
    "handover.row_packet": "Packet, version {version}; copies out: {out}. Print it anew.",
    "handover.row_to_sign": "Not signed yet: names the new signatory from then on",
    "handover.row_text": "Says the old name: {field}",
    "handover.row_draft": "Typed and not saved, with the old name",
    "handover.promises_count": "{count} open, {review} to review with the new principal",
    "handover.more_stand": "{count} more, which stand.",
    "handover.more_go": "{count} more.",
    "handover.treatment.keep": "Stands",
    "handover.treatment.review": "To review",
    "handover.treatment.withdraw": "Withdraw",
    "handover.treatment_of": "What becomes of {ref}",
    "handover.goes.to_successor": "Names the successor",
    "handover.goes.left": "Left as it is",
    "handover.goes.under_way": "under way, left as it is",
    "handover.goes.nobody_yet": "nobody to name yet",
    "handover.goes_of": "Whom {ref} names",
}

_STEPS = {
    "handover.principal": ("Hand over to {subject}", "Handed over to {subject}"),
    "handover.vacate": ("Enter {subject} as vacant", "Entered {subject} as vacant"),
    "handover.officer": (
        "Hand this copy over to {subject}",
        "Handed this copy over to {subject}",
    ),
}

TEXTS: dict[str, str] = {
    **_REFUSALS,
    **_SAID,
    **_WINDOW,
    **{f"step.{verb}": texts[0] for verb, texts in _STEPS.items()},
    **{f"done.{verb}": texts[1] for verb, texts in _STEPS.items()},
}
