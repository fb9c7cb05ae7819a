"""The workbook of an office: the right rows for its audience, the same bytes, a line in the ledger."""

import errno
import hashlib
import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from liaison_app.domain.audience import INTERNAL, Audience, Reader
from liaison_app.domain.errors import Refusal
from liaison_app.services.exports import Export, export_workbook
from liaison_app.services.outgoing.records import Period
from liaison_app.store import ledger
from liaison_app.store.tables import meetings
from tests.services.outgoing.small_office import NOW, Small

HQ = Audience(Reader.HQ)
EVERYTHING = Period()


def export(
    small: Small,
    path: Path,
    audience: Audience = HQ,
    period: Period = EVERYTHING,
    as_of: datetime = NOW,
) -> Export:
    return export_workbook(small.office, path, audience, period, as_of)


def sheet(path: Path, name: str) -> list[dict[str, Any]]:
    """A sheet's rows by heading, as a library that isn't ours reads them."""
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(name)
    cells = rows.to_python(skip_empty_area=False)
    headings = [str(cell) for cell in cells[2]]
    return [dict(zip(headings, row, strict=True)) for row in cells[3:]]


def by(rows: list[dict[str, Any]], column: str, value: object) -> dict[str, Any]:
    (found,) = [row for row in rows if row[column] == value]
    return found


def entries(small: Small) -> list[ledger.Entry]:
    with small.office.read() as connection:
        return ledger.entries(connection)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.xlsx"


def test_the_workbook_read_back_has_the_rows_it_says(small: Small, out: Path) -> None:
    made = export(small, out, INTERNAL)
    assert CalamineWorkbook.from_path(str(out)).sheet_names == [
        "README", "Jurisdictions", "Organizations", "Contacts", "Tenures", "Trips", "Engagements",
        "Participants", "Commitments", "Code_Lists", "Manifest",
    ]  # fmt: skip
    assert {name: len(sheet(out, name)) for name in made.rows} == made.rows
    assert made.rows == {
        "Jurisdictions": 4, "Organizations": 2, "Contacts": 5, "Tenures": 4, "Trips": 1,
        "Engagements": 3, "Participants": 8, "Commitments": 3,
    }  # fmt: skip


def test_what_headquarters_may_not_see_is_not_there(small: Small, out: Path) -> None:
    made = export(small, out)
    assert made.rows["Engagements"] == 2
    assert b"stadium" not in out.read_bytes()
    told = str([sheet(out, name) for name in (*made.rows, "README", "Code_Lists")])
    for hidden in ("stadium", "He was tired", "divided", "low risk", "checked in May", "Legal to"):
        assert hidden not in told
    assert not {"risk", "notes", "next_step"} & (
        sheet(out, "Jurisdictions")[0].keys()
        | sheet(out, "Engagements")[0].keys()
        | sheet(out, "Commitments")[0].keys()
    )
    assert made.rows_left_out["engagement"] == 1


def test_ours_is_overdue_and_theirs_is_awaited(small: Small, out: Path) -> None:
    export(small, out)
    rows = sheet(out, "Commitments")
    ours = by(rows, "wording", "Send the draft agreement")
    theirs = by(rows, "wording", "Name a date for the visit")
    assert (ours["days_overdue"], ours["days_awaited"]) == (147, "")
    assert (theirs["days_overdue"], theirs["days_awaited"]) == ("", 23)
    assert (ours["due_on"], ours["due_precision"]) == (date(2026, 6, 30), "month")
    busan = by(sheet(out, "Jurisdictions"), "name", "Busan")
    assert (busan["open_ours"], busan["open_theirs"]) == (1, 1)
    assert busan["last_engagement"] == date(2026, 3, 10)


def test_who_heads_a_place_is_as_of_the_day(small: Small, out: Path) -> None:
    export(small, out)
    assert by(sheet(out, "Jurisdictions"), "name", "Busan")["head"] == "Seo Min-jae"
    export(small, out, as_of=datetime(2026, 12, 2, tzinfo=UTC))
    assert by(sheet(out, "Jurisdictions"), "name", "Busan")["head"] == "Kang Yun-ah"
    kang = by(sheet(out, "Contacts"), "full_name", "Kang Yun-ah")
    assert (kang["title_now"], kang["jurisdiction"]) == ("Mayor", "Busan")


def test_a_tribal_nation_is_under_no_state(small: Small, out: Path) -> None:
    export(small, out)
    nation = by(sheet(out, "Jurisdictions"), "name", "Eastern River Nation")
    assert (nation["parent"], nation["located_in"]) == ("", "Chattanooga")
    assert (nation["type"], nation["type_label"]) == ("tribal_nation", "Tribal nation")


def test_titles_are_those_of_the_meetings_day(small: Small, out: Path) -> None:
    export(small, out)
    titles = {row["name_as_of"]: row["title_as_of"] for row in sheet(out, "Participants")}
    assert titles["Kang Yun-ah"] == titles["Seo Min-jae"] == "Mayor, Busan"
    assert titles["Ha Jun"] == "Port director (acting), Busan Port Authority"
    talks = by(sheet(out, "Engagements"), "title", "Meeting with the Mayor of Busan")
    assert talks["start_utc"] == datetime(2026, 12, 8, 1)  # noqa: DTZ001 - as Excel keeps it
    assert (talks["local_time"], talks["tz"]) == ("2026-12-08 10:00 KST", "Asia/Seoul")
    assert (talks["our_lead"], talks["their_lead"]) == ("Tim Hale", "Kang Yun-ah")


def test_a_period_takes_what_happened_in_it_and_what_was_alive(small: Small, out: Path) -> None:
    made = export(small, out, INTERNAL, Period(date(2026, 4, 1), date(2026, 6, 30)))
    assert [row["title"] for row in sheet(out, "Engagements")] == ["Quiet talk about the stadium"]
    assert made.rows["Participants"] == 1
    assert made.rows["Commitments"] == 3
    assert "Trips" not in made.rows
    before = export(small, out, INTERNAL, Period(None, date(2025, 12, 31)))
    assert "Commitments" not in before.rows


def test_the_same_office_as_of_the_same_instant_gives_the_same_bytes(
    small: Small, tmp_path: Path
) -> None:
    one, two = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    assert export(small, one).sha256 == export(small, two).sha256
    assert one.read_bytes() == two.read_bytes()


def test_a_copy_for_a_partner_holds_only_what_we_shared(small: Small, out: Path) -> None:
    small.change(meetings.engagement, "held", readers="hq partner")
    export(small, out, Audience(Reader.PARTNER, small.ids["busan"]))
    assert [row["title"] for row in sheet(out, "Engagements")] == [
        "Video call with the Mayor of Busan"
    ]
    assert {row["full_name"] for row in sheet(out, "Contacts")} == {"Tim Hale", "Seo Min-jae"}
    readme = {row["item"]: row["value"] for row in sheet(out, "README")}
    assert readme["Prepared for"] == "Busan"
    lists = {row["list"] for row in sheet(out, "Code_Lists")}
    assert not lists & {"commitment_status", "point_kind", "likelihood"}
    assert "left out" not in str(readme)


@pytest.mark.parametrize(
    ("audience", "marking"),
    [
        (INTERNAL, "OFFICE - internal"),
        (HQ, "Released to City Council"),
        (Audience(Reader.PUBLIC), "Released to the public"),
    ],
)
def test_a_copy_that_leaves_is_not_marked_internal(
    small: Small, out: Path, audience: Audience, marking: str
) -> None:
    export(small, out, audience)
    readme = CalamineWorkbook.from_path(str(out)).get_sheet_by_name("README")
    assert readme.to_python(skip_empty_area=False)[0][0] == marking


def test_the_offices_own_marking_stays_and_a_classified_one_is_refused(
    small: Small, out: Path
) -> None:
    small.office.set("marking", "CUI")
    export(small, out)
    readme = CalamineWorkbook.from_path(str(out)).get_sheet_by_name("README")
    assert readme.to_python(skip_empty_area=False)[0][0] == "CUI"
    small.office.set("marking", "SECRET//NOFORN")
    with pytest.raises(Refusal, match=r"marking\.classified"):
        export(small, out)


def test_every_export_is_in_the_ledger(small: Small, out: Path) -> None:
    made = export(small, out, HQ, Period(date(2026, 1, 1), None))
    (entry,) = entries(small)
    assert entry.sha256 == made.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    assert (entry.kind, entry.audience, entry.path) == ("workbook", HQ, str(out))
    assert (entry.filter, entry.made_at) == ("2026-01-01/", NOW)
    assert entry.counts == made.rows


def test_the_ledger_is_no_step_and_opens_no_door(small: Small, out: Path) -> None:
    with small.office.read() as connection:
        steps = connection.exec_driver_sql("SELECT count(*) FROM step").scalar()
    export(small, out)
    with small.office.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM step").scalar() == steps
    with (
        pytest.raises(Exception, match="write through Liaison"),
        small.office.store.write_local() as connection,
    ):
        connection.execute(meetings.engagement.update().values(title="round the door"))


@pytest.mark.parametrize("name", ["", "missing/out.xlsx", "small.liaison", "other.LIAISON"])
def test_a_place_that_is_unfit_is_refused_before_anything(small: Small, name: str) -> None:
    folder = small.office.path.parent
    before = sorted(folder.iterdir())
    office = small.office.path.read_bytes()
    with pytest.raises(Refusal):
        export(small, folder / name)
    assert sorted(folder.iterdir()) == before
    assert small.office.path.read_bytes() == office
    assert entries(small) == []


def test_a_full_disk_leaves_nothing_and_keeps_what_was_there(
    small: Small, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out.write_bytes(b"last week's")
    before = sorted(out.parent.iterdir())

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        with pytest.raises(Refusal, match=r"file\.disk_full"):
            export(small, out)
    assert out.read_bytes() == b"last week's"
    assert sorted(out.parent.iterdir()) == before
    assert entries(small) == []
