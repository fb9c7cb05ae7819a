"""A log of meetings brought in: seen first, applied once, the same again, taken back whole."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Table, func, select

from liaison_app.domain.errors import Refusal
from liaison_app.services import commitments, engagements, history
from liaison_app.services.imports import bringing
from liaison_app.services.imports.preview import Applied, Preview, State
from liaison_app.services.office import Office
from liaison_app.store.tables import meetings, people, places, promises

HEAD = "Minister,Date,Name of Organisation,Purpose of meeting,Notes,Action,Due,Owner\n"
LOG = HEAD + (
    '"Minister for Ferries, The Rt Hon Odile Brandvik MP",Jan-24,Harbour Trust,Tolls,Calm,,,\n'
    ",Feb-24,Harbour Trust,Night sailings,,Send the timetable,31/03/2024,Odile Brandvik\n"
    ",31/02/2024,Pilots’ Guild,Lights,,,,\n"
    ",,,,,,,\n"
    ",Mar-24,Pilots’ Guild,Lights,,,,\n"
)

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def put(text: str) -> Path:
        path = tmp_path / "ferries.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return put


def look(office: Office, path: Path) -> Preview:
    return bringing.look_at(office, bringing.read(path, office.today()))


def bring(office: Office, path: Path, alive_from: date | None = None) -> Applied:
    return bringing.apply(office, bringing.read(path, office.today()), alive_from)


def living(office: Office, table: Table) -> int:
    with office.read() as connection:
        return connection.scalar(select(func.count()).where(~table.c.deleted)) or 0


def counted(preview: Preview) -> tuple[int, int, int, int, int, int]:
    counts = tuple(preview.count(state) for state in State)
    return (*counts, preview.empty, len(preview.notes))  # type: ignore[return-value]


def test_a_preview_counts_every_row_and_writes_nothing(office: Office, write: Write) -> None:
    preview = look(office, write(LOG))
    assert counted(preview) == (3, 0, 0, 1, 1, 0)
    assert preview.records == sum(counted(preview)) == 5
    refused = next(row for row in preview.rows if row.state is State.REFUSED)
    assert (refused.row, refused.reasons[0].code) == (4, "date.no_such_day")
    assert living(office, meetings.engagement) == 0


def test_a_log_becomes_engagements_with_people_offices_and_organizations(
    office: Office, write: Write
) -> None:
    bring(office, write(LOG))
    with office.read() as connection:
        first = connection.execute(
            select(meetings.engagement).order_by(meetings.engagement.c.held_on)
        ).first()
        assert first is not None
        who = connection.execute(
            select(people.person.c.full_name, meetings.participation.c.title_as_of)
            .join(people.person, people.person.c.id == meetings.participation.c.person_id)
            .where(meetings.participation.c.engagement_id == first.id)
        ).all()
    assert first.title == "Tolls: Harbour Trust"
    assert (first.held_on, first.held_precision, first.status) == (
        date(2024, 1, 31),
        "month",
        "held",
    )
    assert [tuple(one) for one in who] == [("Odile Brandvik", "Minister for Ferries")]
    assert living(office, places.organization) == 3
    assert living(office, meetings.participation) == 3


def test_an_office_from_an_old_log_says_how_old_that_news_is(office: Office, write: Write) -> None:
    bring(office, write(LOG))
    with office.read() as connection:
        held = connection.execute(
            select(people.tenure)
            .join(people.person, people.person.c.id == people.tenure.c.person_id)
            .where(people.person.c.full_name == "Odile Brandvik")
        ).one()
    assert (held.start_on, held.verified_on) == (None, date(2024, 3, 31))


def test_the_same_file_again_brings_nothing(office: Office, write: Write) -> None:
    path = write(LOG)
    assert bring(office, path).step is not None
    again = bring(office, path)
    assert again.step is None
    assert counted(again.preview) == (0, 0, 3, 1, 1, 0)


def test_one_undo_takes_the_whole_import_back_and_it_is_new_again(
    office: Office, write: Write
) -> None:
    path = write(LOG)
    before = [living(office, t) for t in (places.organization, people.person, people.office)]
    applied = bring(office, path)
    history.undo(office, applied.step)
    after = [living(office, t) for t in (places.organization, people.person, people.office)]
    assert (living(office, meetings.engagement), before) == (0, after)
    assert look(office, path).count(State.NEW) == 3
    bring(office, path)
    assert living(office, meetings.engagement) == 3
    assert living(office, people.tenure) == 2


def test_what_an_officer_deleted_stays_deleted_and_counts_as_same(
    office: Office, write: Write
) -> None:
    path = write(LOG)
    bring(office, path)
    gone = next(row for row in look(office, path).rows if row.row == 2)
    assert gone.record is not None
    with office.store.write("engagement.delete", gone.record) as records:
        records.remove(meetings.engagement, gone.record)
    again = bring(office, path)
    assert (again.step, again.preview.count(State.SAME)) == (None, 3)
    assert living(office, meetings.engagement) == 2


def test_what_the_file_says_otherwise_is_put_in_unless_it_was_changed_here_too(
    office: Office, write: Write
) -> None:
    path = write(LOG)
    bring(office, path)
    first, second = (row for row in look(office, path).rows if row.row in (2, 3))
    assert first.record is not None
    engagements.change(office, first.record, notes="Stormy, as I remember it")
    path = write(LOG.replace("Calm", "Very calm").replace("sailings,,", "sailings,At sea,"))
    changed = bring(office, path)
    assert changed.preview.count(State.CHANGED) == 2
    kept = next(row for row in changed.preview.rows if row.row == 2).changes[0]
    assert (kept.column, kept.kept, kept.file) == ("notes", True, "Very calm")
    with office.read() as connection:
        rows = connection.execute(select(meetings.engagement.c.id, meetings.engagement.c.notes))
        notes = {row.id: row.notes for row in rows}
    assert notes[first.record] == "Stormy, as I remember it"
    assert second.record is not None
    assert notes[second.record] == "At sea"
    assert bring(office, path).step is None


def test_promises_from_before_the_day_named_come_in_unreviewed(
    office: Office, write: Write
) -> None:
    bring(office, write(LOG), alive_from=date(2024, 6, 1))
    with office.read() as connection:
        old = connection.execute(select(promises.commitment)).one()
    assert (old.wording, old.due_on, old.reviewed) == (
        "Send the timetable",
        date(2024, 3, 31),
        False,
    )
    commitments.review(office, [old.id], alive=True)
    assert bring(office, write(LOG)).step is None


def test_promises_made_since_are_alive(office: Office, write: Write) -> None:
    bring(office, write(LOG), alive_from=date(2024, 1, 1))
    with office.read() as connection:
        assert connection.scalar(select(promises.commitment.c.reviewed)) is True


@pytest.mark.parametrize(
    ("name", "code"),
    [("absent.csv", "import.missing"), (".", "import.is_folder")],
)
def test_what_is_no_file_is_refused_in_one_sentence(
    office: Office, tmp_path: Path, name: str, code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        bringing.read(tmp_path / name, office.today())
    assert refused.value.code == code
