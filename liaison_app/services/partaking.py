"""What a party took part in, beyond meetings: agreements, memberships, programmes, money, assignments.

Declared once, as columns; ``releasing.py`` follows them. A partner sees an agreement only if it is a
party to it or signed it (DESIGN 3).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Table

from liaison_app.store.tables.agreements import (
    agreement,
    agreement_party,
    agreement_signatory,
    membership,
)
from liaison_app.store.tables.people import office, person
from liaison_app.store.tables.places import jurisdiction, organization
from liaison_app.store.tables.programmes import assignment, funding, programme

Pairs = Sequence[tuple[Column[Any], Column[Any]]]
"""A column that holds ids that are wanted, and one of the same row that leads to them."""

_PARTY, _SIGNS = agreement_party.c, agreement_signatory.c
_MEMBER, _PROGRAMME, _MONEY, _AWAY = membership.c, programme.c, funding.c, assignment.c

TAKES_PART: Mapping[Table, Pairs] = {
    agreement: (
        (_PARTY.agreement_id, _PARTY.jurisdiction_id),
        (_PARTY.agreement_id, _PARTY.organization_id),
        (_SIGNS.agreement_id, _SIGNS.person_id),
    ),
    membership: (
        (_MEMBER.id, _MEMBER.jurisdiction_id),
        (_MEMBER.id, _MEMBER.network_id),
    ),
    programme: (
        (_PROGRAMME.id, _PROGRAMME.jurisdiction_id),
        (_PROGRAMME.id, _PROGRAMME.organization_id),
    ),
    funding: (
        (_MONEY.id, _MONEY.giver_id),
        (_MONEY.id, _MONEY.recipient_id),
    ),
    assignment: (
        (_AWAY.id, _AWAY.person_id),
        (_AWAY.id, _AWAY.from_id),
        (_AWAY.id, _AWAY.to_id),
        (_AWAY.id, _AWAY.jurisdiction_id),
    ),
}
"""For each kind: which records a party took part in, by the columns that name the party."""

NAMED_THERE: Mapping[Table, Mapping[Table, Pairs]] = {
    person: {
        agreement: ((_SIGNS.person_id, _SIGNS.agreement_id),),
        assignment: ((_AWAY.person_id, _AWAY.id),),
    },
    office: {agreement: ((_SIGNS.office_id, _SIGNS.agreement_id),)},
    jurisdiction: {
        agreement: ((_PARTY.jurisdiction_id, _PARTY.agreement_id),),
        membership: ((_MEMBER.jurisdiction_id, _MEMBER.id),),
        programme: ((_PROGRAMME.jurisdiction_id, _PROGRAMME.id),),
        assignment: ((_AWAY.jurisdiction_id, _AWAY.id),),
    },
    organization: {
        agreement: ((_PARTY.organization_id, _PARTY.agreement_id),),
        membership: ((_MEMBER.network_id, _MEMBER.id),),
        programme: ((_PROGRAMME.organization_id, _PROGRAMME.id),),
        funding: ((_MONEY.giver_id, _MONEY.id), (_MONEY.recipient_id, _MONEY.id)),
        assignment: ((_AWAY.from_id, _AWAY.id), (_AWAY.to_id, _AWAY.id)),
    },
}
"""Who is named, by kind, in those of these records that the party sees: shown with them."""
