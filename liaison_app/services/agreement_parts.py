"""The parts of an agreement: its parties, who signs, and to whom it is reported."""

from datetime import date
from typing import Unpack
from uuid import UUID

from sqlalchemy import Table, func, select

from liaison_app.domain.errors import Refusal
from liaison_app.domain.order import between
from liaison_app.services.editing import (
    Done,
    Writing,
    add_in,
    change_in,
    living_row,
    ref_in,
    writing,
)
from liaison_app.services.facts_agreements import NotificationFacts, PartyFacts, SignatoryFacts
from liaison_app.services.office import Office
from liaison_app.store.tables.agreements import (
    agreement,
    agreement_notification,
    agreement_party,
    agreement_signatory,
)


def add_party(office: Office, agreement_id: UUID, **facts: Unpack[PartyFacts]) -> Done:
    """Add a party at the end of the list. The result names the party's row."""
    with writing(office, "agreement.party", agreement_id) as write:
        made = add_party_in(write, agreement_id, facts)
        ref = ref_in(write, agreement, agreement_id)
    return Done(made, ref, write.records.step)


def add_party_in(write: Writing, agreement_id: UUID, facts: PartyFacts) -> UUID:
    """Add a party within an open write."""
    if not (facts.get("jurisdiction_id") or facts.get("organization_id") or facts.get("named")):
        raise Refusal("party.nobody")
    return _add_in(write, agreement_party, agreement_id, {"side": "theirs", **facts})


def remove_party(office: Office, party_id: UUID) -> Done:
    """Take a party out."""
    return _remove(office, "agreement.party_remove", agreement_party, party_id)


def add_signatory(office: Office, agreement_id: UUID, **facts: Unpack[SignatoryFacts]) -> Done:
    """Add somebody who signs, at the end of the list. The result names the signatory's row."""
    with writing(office, "agreement.signatory", agreement_id) as write:
        made = add_signatory_in(write, agreement_id, facts)
        ref = ref_in(write, agreement, agreement_id)
    return Done(made, ref, write.records.step)


def add_signatory_in(write: Writing, agreement_id: UUID, facts: SignatoryFacts) -> UUID:
    """Add somebody who signs, within an open write."""
    if not (facts.get("person_id") or facts.get("office_id") or facts.get("title_as_of")):
        raise Refusal("signatory.nobody")
    return _add_in(write, agreement_signatory, agreement_id, {"side": "theirs", **facts})


def remove_signatory(office: Office, signatory_id: UUID) -> Done:
    """Take a signatory out."""
    return _remove(office, "agreement.signatory_remove", agreement_signatory, signatory_id)


def record_notification(
    office: Office, agreement_id: UUID, scheme: str, **facts: Unpack[NotificationFacts]
) -> Done:
    """Record that an agreement is to be reported, or was, under a scheme such as a public register.
    The result names the notification's row."""
    if not scheme.strip():
        raise Refusal("notification.no_scheme")
    with writing(office, "agreement.notification", agreement_id) as write:
        living_row(write, agreement, agreement_id)
        _refuse_ahead(write, facts.get("done_on"))
        given = {"agreement_id": agreement_id, "scheme": scheme, **facts}
        made = add_in(write, agreement_notification, given)
        ref = ref_in(write, agreement, agreement_id)
    return Done(made, ref, write.records.step)


def notify(
    office: Office, notification_id: UUID, on: date | None = None, reference: str | None = None
) -> Done:
    """Say that a report that was due has been made, on a day (today if not given)."""
    with writing(office, "agreement.notify") as write:
        row = living_row(write, agreement_notification, notification_id)
        write.records.subject = row.agreement_id
        day = on or write.today
        _refuse_ahead(write, day)
        given = {"done_on": day, "reference": reference or row.reference}
        change_in(write, agreement_notification, notification_id, given)
        ref = ref_in(write, agreement, row.agreement_id)
    return Done(notification_id, ref, write.records.step)


def _add_in(write: Writing, part: Table, agreement_id: UUID, facts: dict[str, object]) -> UUID:
    living_row(write, agreement, agreement_id)
    last = write.records.connection.scalar(
        select(func.max(part.c.order_key)).where(
            ~part.c.deleted, part.c.agreement_id == agreement_id
        )
    )
    key = between(last, None)
    return add_in(write, part, {**facts, "agreement_id": agreement_id, "order_key": key})


def _remove(office: Office, verb: str, part: Table, part_id: UUID) -> Done:
    with writing(office, verb) as write:
        row = living_row(write, part, part_id)
        write.records.subject = row.agreement_id
        write.records.remove(part, part_id)
        ref = ref_in(write, agreement, row.agreement_id)
    return Done(part_id, ref, write.records.step)


def _refuse_ahead(write: Writing, day: date | None) -> None:
    if day is not None and day > write.today:
        raise Refusal("date.in_future", day=day)
