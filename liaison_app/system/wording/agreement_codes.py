"""Codes of agreements, memberships, programmes, funding and assignments in words.

Where the code itself with a capital reads well, it stands in no catalogue.
"""

TEXTS: dict[str, str] = {
    "code.partnership_kind.sister_state_county": "Sister state or county",
    "code.partnership_kind.sector_mou": "Memorandum of understanding",
    "code.partnership_kind.pledge_compact": "Pledge or compact",
    "code.partnership_kind.contract_grant": "Contract or grant",
    "code.partnership_kind.twinning_other": "Other twinning",
    "code.agreement_status.signed": "Signed, not in force yet",
    "code.binding_status.political_nonbinding": "Political, not binding",
    "code.binding_status.mixed": "Binding in part",
    "code.binding_status.unclear_under_review": "Unclear, under review",
    "code.qnbi_review.not_applicable": "Doesn’t apply",
    "code.qnbi_review.to_review": "To be reviewed",
    "code.membership_role.board": "On the board",
    "code.programme_kind.arts_culture": "Arts and culture",
    "code.programme_kind.business": "Business exchange",
    "code.funding_kind.own_budget": "Our own budget",
    "code.assignment_kind.fellow": "Fellowship",
}
