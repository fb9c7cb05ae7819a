"""Private facts past their day are proposed, never erased in silence."""

from datetime import date
from pathlib import Path

import pytest

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import backups, engagements, legal_holds, people, private_facts
from liaison_app.services.drafts import EngagementDraft, ParticipantDraft
from liaison_app.services.office import Office
from liaison_app.services.pages.person import private_facts as shown_privately
from liaison_app.store.sqlite import connection as sqlite
from tests.offices import MovingClock


def test_they_are_listed_confirmed_together_and_what_is_held_stays(
    office: Office, moving_clock: MovingClock
) -> None:
    ana, bo, cem = (people.add(office, name).id for name in ("Ana", "Bo", "Cem"))
    for one, day in ((ana, 1), (bo, 2), (cem, 30)):
        private_facts.keep(office, one, date(2026, 12, day), diet="no shellfish")
    assert private_facts.due_for_purge(office) == []
    legal_holds.put(office, Kind.PERSON, bo, "Harbour inquiry")
    moving_clock.move(days=20)
    due = private_facts.due_for_purge(office)
    assert [(one.person.title, bool(one.held_by)) for one in due] == [("Ana", False), ("Bo", True)]
    assert shown_privately(office, ana).diet
    with pytest.raises(Refusal, match=r"private\.not_due"):
        private_facts.purge_due(office, [ana, cem])
    assert shown_privately(office, ana).diet
    purged = private_facts.purge_due(office, [one.person.id for one in due])
    assert (purged.people, len(purged.steps)) == ((ana,), 1)
    assert [one.title for one in purged.held] == ["Bo"]
    assert shown_privately(office, ana).diet is None
    assert shown_privately(office, bo).diet == "no shellfish"


def test_they_are_kept_until_the_next_visit(office: Office, moving_clock: MovingClock) -> None:
    ana = people.add(office, "Ana").id
    private_facts.keep(office, ana, date(2026, 12, 1), diet="no shellfish")
    moving_clock.move(days=20)
    with pytest.raises(Refusal, match=r"private\.no_visit"):
        private_facts.keep_until_next_visit(office, ana)
    for day in (date(2027, 5, 1), date(2027, 3, 9)):
        draft = EngagementDraft(
            "Visit", {"held": PartialDate.day(day)}, participants=[ParticipantDraft(ana)]
        )
        engagements.capture(office, draft)
    assert [one.next_visit for one in private_facts.due_for_purge(office)] == [date(2027, 3, 9)]
    private_facts.keep_until_next_visit(office, ana)
    assert private_facts.due_for_purge(office) == []
    assert shown_privately(office, ana).keep_until == date(2027, 3, 9)


def test_what_is_purged_is_erased_in_backups_too(
    office: Office, moving_clock: MovingClock, tmp_path: Path
) -> None:
    bo = people.add(office, "Bo").id
    early = backups.copy_to(office, tmp_path).path
    private_facts.keep(office, bo, date(2026, 12, 1), diet="no shellfish")
    moving_clock.move(days=20)
    late = backups.copy_to(office, tmp_path).path
    private_facts.purge_due(office, [bo])
    untouched = early.read_bytes()
    told = private_facts.rewrite_backups(office, [bo], (early, late))
    assert (told.done, told.left) == ((early, late), ())
    assert early.read_bytes() == untouched
    raw = sqlite.open_raw(late, office.store.key, 1_000)
    journal = raw.execute("SELECT before, after FROM change_private").fetchall()
    assert raw.execute("SELECT diet FROM person_private").fetchall() == [(None,)]
    assert set(journal) == {(None, None)}
    raw.close()
