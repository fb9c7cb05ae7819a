"""Agreements, memberships, programmes, funding and assignments on the command line."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.money import Money
from liaison_app.services import (
    agreements,
    assignments,
    funding,
    jurisdictions,
    memberships,
    organizations,
    people,
    programmes,
)
from liaison_app.store.key import Key
from liaison_app.system.clock import Clock
from tests.cli.conftest import Liaison
from tests.offices import MovingClock, opened


@pytest.fixture
def register(founded: tuple[Path, Key], tmp_path: Path) -> Path:
    """An office with one of each of these with Busan; what ends does so in sixty days."""
    ends = Clock().now().date() + timedelta(60)
    office = opened(founded, tmp_path, MovingClock())
    busan = jurisdictions.add(office, "Busan", kind="city").id
    mayor = people.add(office, "Kim Do-hyun").id
    pact = agreements.propose(
        office, "Port memorandum", [{"jurisdiction_id": busan}], kind="sector_mou"
    ).id
    agreements.sign(
        office,
        pact,
        PartialDate.year(1974),
        [{"person_id": mayor, "title_as_of": "Mayor of Busan"}],
    )
    agreements.put_in_force(office, pact, date(1975, 1, 1), expires_on=ends)
    network = organizations.add(office, "Ports Network").id
    member = memberships.join(office, "Ports Network", network_id=network, dues=Money.of(90, "EUR"))
    memberships.pledge(office, member.id, "Shore power by 2030")
    exchange = programmes.plan(office, "Pilots’ exchange", agreement_id=pact).id
    grant = funding.plan(office, "Flights", programme_id=exchange, giver="A foundation").id
    funding.ask(office, grant, Money.of("12500.50", "USD"))
    assignments.begin(office, "Pilot with us", person_id=mayor, from_named="Port", end_on=ends)
    office.close()
    return office.path


@pytest.mark.parametrize(
    ("kind", "ref", "said"),
    [
        ("agreements", "A-2026-0001", r"Busan  in force until 20\d\d-\d\d-\d\d  dormant\n"),
        ("memberships", "M-2026-0001", "Ports Network"),
        ("programmes", "X-2026-0001", "Planned"),
        ("funding", "B-2026-0001", "A foundation  Asked  asked 12,500.50 USD\n"),
        ("assignments", "D-2026-0001", r"Kim Do-hyun  Port  ends in \d\d days\n"),
    ],
)
def test_each_kind_is_listed_and_shown_and_has_json(
    liaison: Liaison, register: Path, kind: str, ref: str, said: str
) -> None:
    assert re.search(said, liaison("list", register, kind).out)
    assert [row["ref"] for row in json.loads(liaison("list", register, kind, "--json").out)] == [
        ref
    ]
    shown = liaison("show", register, ref)
    assert (shown.code, shown.err) == (0, "")
    page = json.loads(liaison("show", register, ref, "--json").out)
    assert (page["ref"], page["kind"]) == (ref, kind.removesuffix("s"))


def test_show_names_parties_signatories_pledges_and_sums(liaison: Liaison, register: Path) -> None:
    said = liaison("show", register, "A-2026-0001").out
    for text in (
        "Kind: Memorandum of understanding",
        "Day of signature: 1974",
        "Theirs  Busan",
        "Kim Do-hyun  Mayor of Busan",
        "Pilots’ exchange",
    ):
        assert text in said
    assert "Dues: 90 EUR" in liaison("show", register, "M-2026-0001").out
    assert "Shore power by 2030  Open" in liaison("show", register, "M-2026-0001").out
    said = liaison("show", register, "X-2026-0001").out
    assert "Sums by currency\n  asked 12,500.50 USD" in said
    assert "Port memorandum" in said
    assert "Port memorandum" in liaison("show", register, "J-0002").out
    funded = json.loads(liaison("show", register, "B-2026-0001", "--json").out)
    assert funded["asked"] == {"amount": "12500.5", "currency": "USD"}


def test_filters_history_and_undo(liaison: Liaison, register: Path) -> None:
    for where in ("expiring", "dormant", "jurisdiction:busan", "person:kim", "kind:sector_mou"):
        said = liaison("list", register, "agreements", "--where", where)
        assert "A-2026-0001" in said.out, where
    assert "No agreements match" in liaison("list", register, "agreements", "--where", "closed").out
    assert "D-2026-0001" in liaison("list", register, "assignments", "--where", "expiring").out
    assert "Put A-2026-0001 in force" in liaison("history", register, "A-2026-0001").out
    assert "Undid: Enter assignment D-2026-0001" in liaison("undo", register).out
    said = liaison("list", register, "agreements", "--where", "status:signed_twice")
    assert (said.code, said.out) == (1, "")
    assert "in_force" in said.err
