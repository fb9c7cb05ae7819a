"""Promises both ways: late, awaited, kept with proof, reopened, overtaken; each change logged."""

from datetime import date
from uuid import UUID

import pytest

from liaison_app.domain.commitments import Standing
from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import commitments, jurisdictions
from liaison_app.services.drafts import CommitmentDraft, EvidenceDraft
from liaison_app.services.facts import CommitmentFacts
from liaison_app.services.lists.commitments import COMMITMENTS
from liaison_app.services.lists.jurisdictions import JURISDICTIONS
from liaison_app.services.office import Office
from liaison_app.services.pages.commitment import commitment_page
from liaison_app.services.removing import delete
from liaison_app.store.tables.promises import commitment
from tests.offices import MovingClock

DUE = PartialDate.day(date(2026, 12, 4))


def promised(office: Office, direction: str = "we_owe", due: PartialDate | None = DUE) -> UUID:
    draft = CommitmentDraft("Water quality data", direction, facts={"due": due})
    return commitments.make(office, draft).id


def refs(office: Office, where: str) -> list[str]:
    return [row.ref for row in COMMITMENTS.page(office, where)]


def test_it_becomes_late_when_the_clock_passes_its_day(
    office: Office, moving_clock: MovingClock
) -> None:
    promised(office)
    assert refs(office, "overdue") == []
    moving_clock.move(days=5)
    assert refs(office, "soon") == ["C-2026-0001"]
    moving_clock.move(days=6)
    row = COMMITMENTS.page(office, "overdue")[0]
    assert (row.ref, row.standing, row.days_past) == ("C-2026-0001", Standing.OVERDUE, 1)


def test_what_others_owe_is_awaited_never_overdue(
    office: Office, moving_clock: MovingClock
) -> None:
    promised(office, "they_owe")
    moving_clock.move(days=30)
    assert refs(office, "overdue") == []
    assert refs(office, "awaited") == ["C-2026-0001"]


def test_a_month_is_late_only_after_its_last_day(office: Office, moving_clock: MovingClock) -> None:
    promised(office, due=PartialDate.month(2026, 11))
    moving_clock.move(days=6)
    assert refs(office, "overdue") == []
    moving_clock.move(days=1)
    assert refs(office, "overdue") == ["C-2026-0001"]


def test_fulfilled_with_proof_it_leaves_the_list_and_reopening_is_logged(office: Office) -> None:
    one = promised(office)
    proof = EvidenceDraft("mail", "To Lee Jun-ho", {"dated_on": date(2026, 11, 23)})
    commitments.fulfil(office, one, proof=proof, note="Sent with tables")
    assert refs(office, "open") == []
    commitments.reopen(office, one, note="The tables were from 2019")
    page = commitment_page(office, one)
    assert refs(office, "open") == ["C-2026-0001"]
    assert [(line.from_status, line.to_status) for line in page.log] == [
        ("fulfilled", "open"),
        ("open", "fulfilled"),
        (None, "open"),
    ]
    assert page.evidence[0].reference == "To Lee Jun-ho"
    assert page.record.evidence == 1


def test_what_has_ended_is_not_ended_again(office: Office) -> None:
    one = promised(office)
    commitments.withdraw(office, one)
    with pytest.raises(Refusal, match=r"commitment\.closed"):
        commitments.fulfil(office, one)


def test_it_can_be_superseded_by_another(office: Office) -> None:
    one, other = promised(office), promised(office)
    commitments.supersede(office, one, other)
    page = commitment_page(office, other)
    assert [row.ref for row in page.supersedes] == ["C-2026-0001"]
    with pytest.raises(Refusal, match="own_successor"):
        commitments.supersede(office, other, other)


def test_nothing_is_fulfilled_in_the_future(office: Office) -> None:
    with pytest.raises(Refusal, match="in_future"):
        commitments.fulfil(office, promised(office), date(2027, 1, 1))


def test_old_promises_count_only_when_somebody_says_they_are_alive(
    office: Office, moving_clock: MovingClock
) -> None:
    one = promised(office)
    with office.store.write("import.apply") as records:
        records.change(commitment, one, reviewed=False)
    moving_clock.move(days=60)
    assert refs(office, "overdue") == []
    assert refs(office, "unreviewed") == ["C-2026-0001"]
    commitments.review(office, [one], alive=True)
    assert refs(office, "overdue") == ["C-2026-0001"]


def test_a_place_counts_what_is_owed_both_ways(office: Office, moving_clock: MovingClock) -> None:
    tono = jurisdictions.add(office, "Tōno", native_name="遠野市", kind="city", country="JP")
    for direction in ("we_owe", "they_owe", "they_owe"):
        facts: CommitmentFacts = {"jurisdiction_id": tono.id, "due": DUE}
        commitments.make(office, CommitmentDraft("A loan", direction, facts=facts))
    moving_clock.move(days=30)
    owed = next(row.owed for row in JURISDICTIONS.page(office) if row.title == "Tōno")
    assert (owed.we_owe, owed.overdue, owed.they_owe, owed.awaited) == (1, 1, 2, 2)


def test_an_unknown_status_is_refused_with_the_choices(office: Office) -> None:
    with pytest.raises(Refusal, match=r"code\.unknown"):
        commitments.progress(office, promised(office), "resolved")


def test_references_go_up_and_are_never_used_again(office: Office) -> None:
    promised(office)
    delete(office, Kind.COMMITMENT, promised(office))
    promised(office)
    assert sorted(refs(office, "")) == ["C-2026-0001", "C-2026-0003"]
