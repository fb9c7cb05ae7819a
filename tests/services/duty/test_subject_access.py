"""A person who asks is told all that is held on them."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

from liaison_app.services import engagements, people, private_facts
from liaison_app.services.drafts import EngagementDraft, ParticipantDraft
from liaison_app.services.office import Office
from liaison_app.services.subject_access import held_on, write_subject

AS_OF = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_every_place_where_they_stand_is_told(office: Office, tmp_path: Path) -> None:
    ana = people.add(office, "Ana Ruíz", email="ana@port.example", source="her card")
    people.change(office, ana.id, biography="Pilot once.")
    private_facts.keep(office, ana.id, date(2027, 1, 1), diet="no shellfish")
    draft = EngagementDraft("Port visit", participants=[ParticipantDraft(ana.id)])
    engagements.capture(office, draft)
    engagements.capture(office, EngagementDraft("Lunch", {"notes": "Ask ANA RUÍZ."}))
    engagements.capture(office, EngagementDraft("Unrelated"))
    found = held_on(office, ana.id, AS_OF)
    by_kind = {row.kind: row for row in found.rows}
    assert list(by_kind) == ["person", "person_private", "engagement", "participation"]
    assert by_kind["person"].source == "her card"
    assert [row.title for row in found.rows if row.kind == "engagement"] == ["Lunch"]
    assert ("diet", "no shellfish") in [(f.field, f.value) for f in by_kind["person_private"].facts]
    assert "Added Ana Ruíz" in [line.done for line in found.history]
    assert {line.officer for line in found.history} == {"Marisol Okafor-Reyes"}

    out = tmp_path / "ana.json"
    made = write_subject(office, ana.id, out, AS_OF)
    told = json.loads(out.read_text("utf-8"))
    assert told["held"]["person"][0]["facts"]["email"] == "ana@port.example"
    assert made.counts["participation"] == 1
    again = tmp_path / "ana.txt"
    write_subject(office, ana.id, again, AS_OF)
    text = again.read_text("utf-8")
    assert "What is held on Ana Ruíz (P-0002)" in text
    assert "no shellfish" in text
    assert str(out) in text
