"""Outcomes: claimed and verified apart, each counted once however many report it."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import attachments, engagements, history, outcomes, removing
from liaison_app.services.drafts import EngagementDraft, EvidenceDraft
from liaison_app.services.lists.outcomes import OUTCOMES, outcome_totals
from liaison_app.services.office import Office
from liaison_app.services.pages.engagement import engagement_page
from liaison_app.services.pages.exchange import outcome_page
from liaison_app.services.searching import search

REPORT = EvidenceDraft("document", "Water authority, night-flow report")


def reported(office: Office, title: str = "Leak manual in use", amount: str = "900000") -> UUID:
    return outcomes.report(
        office, title, kind="fdi", claimed_amount=Decimal(amount), claimed_currency="USD"
    ).id


def test_what_was_verified_stands_beside_what_was_claimed(office: Office) -> None:
    one = reported(office)
    figures = {"verified_amount": Decimal(640000), "verified_currency": "USD"}
    outcomes.verify(office, one, REPORT, on=date(2026, 11, 20), **figures)  # type: ignore[arg-type]
    page = outcome_page(office, one)
    assert (page.record.claimed.amount, page.record.verified.amount) == (
        Decimal(900000),
        Decimal(640000),
    )
    assert page.record.status == "verified"
    assert page.verified_by is not None
    assert page.verified_by.title == "Marisol Okafor-Reyes"
    assert [(e.reference, e.verified_on) for e in page.evidence] == [
        ("Water authority, night-flow report", date(2026, 11, 20))
    ]
    assert history.latest(office)[0].done == "Verified the figures of U-2026-0001"
    history.undo(office)
    page = outcome_page(office, one)
    assert (page.record.status, page.record.verified.amount, page.evidence) == ("lead", None, ())


def test_an_outcome_reported_by_two_is_counted_once(office: Office) -> None:
    one, same, other = reported(office), reported(office, "County report"), reported(office, "Jobs")
    outcomes.count_in(office, same, one)
    found = outcome_totals(office)
    assert (found.count, found.claimed.sums) == (2, {"USD": Decimal(1800000)})
    assert len(OUTCOMES.page(office)) == 3
    assert [row.id for row in outcome_page(office, one).counts] == [same]
    outcomes.count_in(office, other, same)
    with pytest.raises(Refusal, match=r"outcome\.circle"):
        outcomes.count_in(office, one, other)
    assert outcome_totals(office).count == 1


def test_a_figure_needs_a_currency_and_a_proof(office: Office) -> None:
    with pytest.raises(Refusal, match=r"money\.no_currency"):
        outcomes.report(office, "Investment", claimed_amount=Decimal(5))
    one = reported(office)
    with pytest.raises(Refusal, match=r"evidence\.empty"):
        outcomes.verify(office, one, EvidenceDraft("document"), verified_jobs=3)
    with pytest.raises(Refusal, match=r"outcome\.no_figures"):
        outcomes.verify(office, one, REPORT)
    with pytest.raises(Refusal, match=r"date\.in_future"):
        outcomes.verify(office, one, REPORT, on=date(2027, 1, 1), verified_jobs=3)
    assert outcome_page(office, one).record.status == "lead"


def test_it_stands_on_the_page_of_its_engagement_and_is_found_by_its_evidence(
    office: Office,
) -> None:
    met = engagements.capture(office, EngagementDraft("Working session")).id
    one = reported(office)
    outcomes.link(office, one, engagements=[met])
    outcomes.add_evidence(office, one, EvidenceDraft("mail", "Letter of the chambermaster"))
    assert [row.id for row in engagement_page(office, met).exchanged.outcomes] == [one]
    found = search(office, "chambermaster")
    assert [(f.ref, f.snippet) for f in found] == [("U-2026-0001", "Letter of the chambermaster")]


def test_it_is_announced_and_closed_and_the_list_narrows(office: Office) -> None:
    one = reported(office)
    outcomes.announce(office, one, date(2026, 11, 1))
    with pytest.raises(Refusal, match=r"outcome\.not_a_lead"):
        outcomes.announce(office, one)
    assert [row.ref for row in OUTCOMES.page(office, "status:announced kind:fdi open")] == [
        "U-2026-0001"
    ]
    outcomes.close(office, one)
    assert OUTCOMES.count(office, "open") == 0


def test_deleting_takes_proofs_links_and_files_and_undo_brings_them_back(office: Office) -> None:
    met = engagements.capture(office, EngagementDraft("Working session")).id
    one = reported(office)
    outcomes.link(office, one, engagements=[met])
    outcomes.add_evidence(office, one, REPORT)
    attachments.attach(office, Kind.OUTCOME, one, "flow.txt", b"litres")
    removing.delete(office, Kind.OUTCOME, one)
    assert engagement_page(office, met).exchanged.outcomes == ()
    assert attachments.attachments_of(office, Kind.OUTCOME, one) == ()
    history.undo(office)
    page = outcome_page(office, one)
    assert (len(page.evidence), len(page.engagements), len(page.attachments)) == (1, 1, 1)
