"""Agreements: proposed, signed, put in force, renewed, ended; their parties, signatories, reports.

The last day in force is ``expires_on``: ending one early sets it, and its history keeps the day that
was meant (DOMAIN 1.3).
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Unpack
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.agreements import ENDED, PREPARED
from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.agreement_parts import add_party_in, add_signatory_in
from liaison_app.services.editing import (
    Done,
    Writing,
    add_in,
    change_in,
    change_record,
    living_row,
    ref_in,
    writing,
)
from liaison_app.services.facts_agreements import AgreementFacts, PartyFacts, SignatoryFacts
from liaison_app.services.office import Office
from liaison_app.services.reading import AnyRow
from liaison_app.store.tables.agreements import (
    agreement,
    agreement_language,
    engagement_agreement,
)
from liaison_app.store.tables.meetings import engagement


def propose(
    office: Office,
    title: str,
    parties: Sequence[PartyFacts] = (),
    **facts: Unpack[AgreementFacts],
) -> Done:
    """Enter an agreement as a draft, with its parties."""
    with writing(office, "agreement.propose") as write:
        made = add_in(write, agreement, {**facts, "title": title})
        for party in parties:
            add_party_in(write, made, party)
        write.records.subject = made
        ref = ref_in(write, agreement, made)
    return Done(made, ref, write.records.step)


def change(
    office: Office,
    agreement_id: UUID,
    *,
    title: str | None = None,
    **facts: Unpack[AgreementFacts],
) -> Done:
    """Change an agreement, but not its status."""
    given: dict[str, object] = {**facts} if title is None else {"title": title, **facts}
    return change_record(office, Kind.AGREEMENT, agreement_id, given)


def negotiate(office: Office, agreement_id: UUID) -> Done:
    """Say that both sides are working on the text of a draft."""
    return _moved(office, "negotiate", agreement_id, {"draft"}, {"status": "negotiating"})


def sign(
    office: Office,
    agreement_id: UUID,
    on: PartialDate | None = None,
    signatories: Sequence[SignatoryFacts] = (),
    *,
    place: str | None = None,
) -> Done:
    """Say that an agreement was signed, on a day (today if not given), by whom and where.

    It isn't in force by that alone: ``put_in_force`` says from when on it is.
    """
    with writing(office, "agreement.sign", agreement_id) as write:
        row = _row_in(write, agreement_id, PREPARED)
        day = on or PartialDate.day(write.today)
        if day.first is None or day.first > write.today:
            raise Refusal("date.in_future", day=day.label())
        given: dict[str, object] = {"signed": day, "status": "signed"}
        change_in(
            write, agreement, agreement_id, given if place is None else given | {"place": place}
        )
        for one in signatories:
            add_signatory_in(write, agreement_id, one)
    return Done(agreement_id, row.ref or "", write.records.step)


def put_in_force(
    office: Office,
    agreement_id: UUID,
    on: date | None = None,
    *,
    expires_on: date | None = None,
    review_on: date | None = None,
) -> Done:
    """Say from which day on an agreement is in force (today if not given; it may be ahead), until
    when, and when it is to be reviewed; what isn't given stays as it is."""
    with writing(office, "agreement.put_in_force", agreement_id) as write:
        row = _row_in(write, agreement_id, PREPARED)
        given = {"status": "in_force", "effective_on": on or write.today}
        change_in(write, agreement, agreement_id, given | _given(expires_on, review_on))
    return Done(agreement_id, row.ref or "", write.records.step)


def renew(
    office: Office, agreement_id: UUID, until: date | None, *, review_on: date | None = None
) -> Done:
    """Renew an agreement that is in force or has expired, until a later day; None: without end."""
    with writing(office, "agreement.renew", agreement_id) as write:
        row = _row_in(write, agreement_id, {"in_force", "expired"})
        if until is not None and row.expires_on is not None and until <= row.expires_on:
            raise Refusal("agreement.not_longer", ref=row.ref, until=row.expires_on)
        given = {"status": "in_force", "expires_on": until}
        change_in(write, agreement, agreement_id, given | _given(None, review_on))
    return Done(agreement_id, row.ref or "", write.records.step)


def expire(office: Office, agreement_id: UUID) -> Done:
    """Say that an agreement ran out on its last day, which has passed, and wasn't renewed."""
    with writing(office, "agreement.expire", agreement_id) as write:
        row = _row_in(write, agreement_id, {"in_force"})
        if row.expires_on is None or row.expires_on >= write.today:
            raise Refusal("agreement.not_over", ref=row.ref)
        write.records.change(agreement, agreement_id, status="expired")
    return Done(agreement_id, row.ref or "", write.records.step)


def terminate(
    office: Office, agreement_id: UUID, on: date | None = None, *, how: str | None = None
) -> Done:
    """Say that a side ended an agreement, with effect from a day (today if not given), and how."""
    with writing(office, "agreement.terminate", agreement_id) as write:
        row = _row_in(write, agreement_id, {"in_force"})
        _end(write, row, "terminated", on, {} if how is None else {"termination": how})
    return Done(agreement_id, row.ref or "", write.records.step)


def abandon(office: Office, agreement_id: UUID) -> Done:
    """Say that an agreement that never came into force won't."""
    return _moved(office, "abandon", agreement_id, PREPARED, {"status": "abandoned"})


def supersede(office: Office, agreement_id: UUID, by: UUID, on: date | None = None) -> Done:
    """Say that another agreement took the place of this one, from a day on (today if not given)."""
    if by == agreement_id:
        raise Refusal("agreement.own_successor")
    with writing(office, "agreement.supersede", agreement_id) as write:
        living_row(write, agreement, by)
        row = _row_in(write, agreement_id, {"in_force", "expired"})
        _end(write, row, "superseded", on, {"superseded_by_id": by})
    return Done(agreement_id, row.ref or "", write.records.step)


def link_engagement(office: Office, agreement_id: UUID, engagement_id: UUID) -> Done:
    """Say that an engagement was about an agreement: it counts as a sign of life."""
    with writing(office, "agreement.engagement", agreement_id) as write:
        living_row(write, agreement, agreement_id)
        living_row(write, engagement, engagement_id)
        write.records.link(engagement_agreement, engagement_id, agreement_id)
        ref = ref_in(write, agreement, agreement_id)
    return Done(agreement_id, ref, write.records.step)


def unlink_engagement(office: Office, agreement_id: UUID, engagement_id: UUID) -> Done:
    """Take such a link away."""
    with writing(office, "agreement.engagement_remove", agreement_id) as write:
        living_row(write, agreement, agreement_id)
        write.records.unlink(engagement_agreement, engagement_id, agreement_id)
        ref = ref_in(write, agreement, agreement_id)
    return Done(agreement_id, ref, write.records.step)


def set_languages(office: Office, agreement_id: UUID, languages: Iterable[str]) -> Done:
    """Say in which languages the text is: ISO 639 codes, in place of those before."""
    wanted = dict.fromkeys(code.strip().lower() for code in languages if code.strip())
    with writing(office, "agreement.languages", agreement_id) as write:
        living_row(write, agreement, agreement_id)
        known = select(agreement_language).where(
            agreement_language.c.agreement_id == agreement_id, ~agreement_language.c.deleted
        )
        for row in write.look.all(known):
            if row.language in wanted:
                del wanted[row.language]
            else:
                write.records.remove(agreement_language, row.id)
        for language in wanted:
            write.records.add(agreement_language, agreement_id=agreement_id, language=language)
        ref = ref_in(write, agreement, agreement_id)
    return Done(agreement_id, ref, write.records.step)


def _moved(
    office: Office,
    verb: str,
    agreement_id: UUID,
    before: Iterable[str],
    given: dict[str, object],
) -> Done:
    with writing(office, f"agreement.{verb}", agreement_id) as write:
        row = _row_in(write, agreement_id, before)
        change_in(write, agreement, agreement_id, given)
    return Done(agreement_id, row.ref or "", write.records.step)


def _row_in(write: Writing, agreement_id: UUID, statuses: Iterable[str]) -> AnyRow:
    """The agreement, if its status is one of these."""
    row = living_row(write, agreement, agreement_id)
    if row.status not in statuses:
        code = "agreement.ended" if row.status in ENDED else "agreement.not_now"
        raise Refusal(code, ref=row.ref, status=row.status.replace("_", " "))
    return row


def _end(
    write: Writing, row: AnyRow, status: str, on: date | None, more: dict[str, object]
) -> None:
    """End an agreement with its last day, the earlier one if it had one."""
    day = on or write.today
    if day > write.today:
        raise Refusal("date.in_future", day=day)
    last = day if row.expires_on is None else min(day, row.expires_on)
    given = {"status": status, "expires_on": last, **more}
    change_in(write, agreement, row.id, given)


def _given(expires_on: date | None, review_on: date | None) -> dict[str, object]:
    given: dict[str, object] = {"expires_on": expires_on, "review_on": review_on}
    return {name: value for name, value in given.items() if value is not None}
