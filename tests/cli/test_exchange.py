"""Outcomes, requests, gifts, coordination and consultations on the command line."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from liaison_app.domain.kinds import Kind
from liaison_app.services import (
    attachments,
    consultations,
    coordination,
    deadlines,
    engagements,
    gifts,
    jurisdictions,
    outcomes,
    requests,
)
from liaison_app.services.drafts import EngagementDraft
from liaison_app.store.key import Key
from tests.cli.conftest import Liaison
from tests.offices import MovingClock, opened


@pytest.fixture
def exchange(founded: tuple[Path, Key], tmp_path: Path) -> Path:
    """An office with one record of each of these kinds, and a place and a meeting that share them."""
    office = opened(founded, tmp_path, MovingClock())
    busan = jurisdictions.add(office, "Busan", kind="city", country="KR").id
    nation = jurisdictions.add(office, "Eastern River Nation", kind="tribal_nation").id
    met = engagements.capture(office, EngagementDraft("Port talks", {"jurisdiction_id": busan})).id
    outcomes.report(
        office,
        "Crane order",
        [met],
        jurisdiction_id=busan,
        claimed_amount=Decimal(2400000),
        claimed_currency="EUR",
        claimed_jobs=11,
    )
    asked = requests.receive(office, "Visit of the port", jurisdiction_id=busan, asker="Port").id
    vase = gifts.receive(office, "Vase", date(2026, 11, 2), jurisdiction_id=busan).id
    attachments.attach(office, Kind.GIFT, vase, "vase.txt", b"blue on white")
    deadlines.switch_on(office, "gift_statement")
    coordination.inform(office, "Port visit", "consulate", request_id=asked, engagement_id=met)
    consulted = consultations.invite(office, nation, "River crossing", notice_days=45).id
    consultations.record_concern(office, consulted, "The gathering place", response="Moved")
    office.close()
    return office.path


@pytest.mark.parametrize(
    ("plural", "ref", "said"),
    [
        ("outcomes", "U-2026-0001", "claimed 2,400,000 EUR, 11 jobs"),
        ("requests", "R-2026-0001", "undecided"),
        ("gifts", "G-2026-0001", "Vase"),
        ("coordination", "K-2026-0001", "Informed"),
        ("consultations", "N-2026-0001", "45 days’ notice"),
    ],
)
def test_each_kind_is_listed_and_shown_as_text_and_as_json(
    liaison: Liaison, exchange: Path, plural: str, ref: str, said: str
) -> None:
    listed = liaison("list", exchange, plural)
    assert (listed.code, listed.err) == (0, "")
    assert ref in listed.out
    assert said in listed.out
    (row,) = json.loads(liaison("list", exchange, plural, "--where", "year:2026", "--json").out)
    assert (row["ref"], bool(row["title"])) == (ref, True)
    assert ref in liaison("show", exchange, ref).out
    page = json.loads(liaison("show", exchange, ref, "--json").out)
    assert (page["ref"], page["kind"]) == (ref, row["kind"])
    assert json.loads(liaison("list", exchange, plural, "--where", "year:1999", "--json").out) == []


def test_a_gift_says_what_is_due_and_a_consultation_what_was_raised(
    liaison: Liaison, exchange: Path
) -> None:
    gift = liaison("show", exchange, "G-2026-0001").out
    assert "due 2027-01-01" in gift
    assert "check with your own counsel" in gift
    assert "vase.txt" in gift
    consultation = liaison("show", exchange, "N-2026-0001").out
    assert "The gathering place" in consultation
    assert "answered: Moved" in consultation


def test_the_pages_of_a_place_and_a_meeting_tell_what_passed(
    liaison: Liaison, exchange: Path
) -> None:
    place = liaison("show", exchange, "J-0002").out
    for ref in ("U-2026-0001", "R-2026-0001", "G-2026-0001"):
        assert ref in place
    assert "1 counted" in place
    meeting = liaison("show", exchange, "E-2026-0001").out
    assert "U-2026-0001" in meeting
    assert "K-2026-0001" in meeting
