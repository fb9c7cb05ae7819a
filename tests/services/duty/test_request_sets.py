"""A records request is gathered from a search; what is withheld of it stands in a log, with the reason."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import attachments, engagements, history, request_sets
from liaison_app.services.drafts import EngagementDraft
from liaison_app.services.office import Office

AS_OF = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_a_set_is_gathered_withheld_from_and_written_with_its_log(
    office: Office, tmp_path: Path
) -> None:
    one = engagements.capture(office, EngagementDraft("Ferry talks", {"notes": "Fares agreed."}))
    other = engagements.capture(office, EngagementDraft("Ferry dinner", {"notes": "hushword"}))
    engagements.capture(office, EngagementDraft("Lunch"))
    attachments.attach(office, Kind.ENGAGEMENT, one.id, "fares.txt", b"1 EUR")
    made = request_sets.create(
        office, "Ferry request", "ferry", "A newspaper", due_on=date(2026, 12, 9)
    )
    assert {r.id for r in request_sets.records_of(office, made)} == {one.id, other.id}
    with pytest.raises(Refusal, match=r"set\.no_reason"):
        request_sets.withhold(office, made, other.id, " ")
    request_sets.withhold(office, made, other.id, "Deliberative process")

    out = tmp_path / "ferry.json"
    handed = request_sets.write_set(office, made, out, AS_OF)
    assert (handed.given, handed.withheld) == (1, 1)
    told = json.loads(out.read_text("utf-8"))
    (record,) = told["records"]
    assert (record["title"], record["fields"]["notes"]) == ("Ferry talks", "Fares agreed.")
    assert record["attachments"][0]["name"] == "fares.txt"
    assert record["history"][0]["done"].startswith("Captured")
    assert told["withheld"] == [
        {"ref": other.ref, "kind": "engagement", "reason": "Deliberative process"}
    ]
    assert "hushword" not in out.read_text("utf-8")

    history.undo(office)
    assert [r.withheld for r in request_sets.records_of(office, made)] == [None, None]


def test_what_can_be_no_set_is_refused(office: Office) -> None:
    one = engagements.capture(office, EngagementDraft("Lunch")).id
    made = request_sets.create(office, "Ferry request", "ferry")
    for refused, name, query in (
        ("set.no_name", " ", "ferry"),
        ("saved.empty", "Other", " "),
        ("set.taken", "Ferry  request", "ferry"),
    ):
        with pytest.raises(Refusal) as found:
            request_sets.create(office, name, query)
        assert found.value.code == refused
    with pytest.raises(Refusal, match=r"set\.not_in_it"):
        request_sets.withhold(office, made, one, "why")
    with pytest.raises(Refusal, match=r"set\.unknown"):
        request_sets.by_name(office, "Harbour")
