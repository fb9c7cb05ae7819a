"""What an audience may not see isn't there: no row, no cell, no title of it."""

from contextlib import suppress
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Table, select

from liaison_app.domain.audience import INTERNAL, Audience, Reader, may_read
from liaison_app.domain.errors import Refusal
from liaison_app.services.outgoing.records import Period, Records
from liaison_app.services.outgoing.sheets import record_sheets
from liaison_app.services.packets.making import Wish, fill_packet
from liaison_app.services.redaction import Released
from liaison_app.services.releasing import released_to
from liaison_app.store.tables import meetings, people, places, promises
from liaison_app.store.tables.declare import Keep, columns_kept, facts, journalled_tables
from liaison_app.store.tables.types import Code, Words
from tests.services.outgoing.small_office import NOW, Small

HQ = Audience(Reader.HQ)
READERS = ("", "hq", "hq national", "partner", "hq national partner public")


def seen(small: Small, audience: Audience, table: Table) -> dict[UUID, Any]:
    with small.office.read() as connection:
        return {row.id: row for row in released_to(connection, audience).all(table)}


def everything_said(small: Small, audience: Audience) -> str:
    """All that the renderers of sheets and packets are given."""
    with small.office.read() as connection:
        released = released_to(connection, audience)
        said = [repr(record_sheets(Records(released, NOW.date(), Period())))]
    for ref in ("T-2026-0001", "E-2026-0001", "E-2026-0002", "E-2026-0003"):
        with suppress(Refusal):
            said.append(repr(fill_packet(small.office, Wish(ref, "staff", audience, NOW)).packet))
    return "".join(said)


def partner(small: Small, name: str = "busan") -> Audience:
    return Audience(Reader.PARTNER, small.ids[name])


def test_our_own_side_sees_all_and_nothing_is_left_out(small: Small) -> None:
    with small.office.read() as connection:
        released = released_to(connection, INTERNAL)
        assert len(released.all(meetings.engagement)) == 3
        assert released.rows_left_out == released.cells_left_out == {}


def test_a_record_that_is_not_for_an_audience_is_not_there_with_its_parts(small: Small) -> None:
    assert small.ids["secret"] not in seen(small, HQ, meetings.engagement)
    there = seen(small, HQ, meetings.participation).values()
    assert small.ids["secret"] not in {row.engagement_id for row in there}


def test_columns_that_are_ours_alone_come_empty_and_are_counted(small: Small) -> None:
    with small.office.read() as connection:
        released = released_to(connection, HQ)
        rows = {row.id: row for row in released.all(meetings.engagement)}
        assert rows[small.ids["held"]].notes is None
        assert rows[small.ids["held"]].decisions == "Draft by summer."
        assert released.cells_left_out["engagement.notes"] == 1
        assert released.rows_left_out == {"engagement": 1}


def test_talking_points_leave_not_even_their_number(small: Small) -> None:
    assert len(seen(small, INTERNAL, meetings.talking_point)) == 3
    assert seen(small, HQ, meetings.talking_point) == {}


def test_a_link_to_what_may_not_be_seen_goes_with_the_name_beside_it(small: Small) -> None:
    small.change(promises.commitment, "visit", obligor="Mr Seo of Busan")
    small.change(people.person, "seo", readers="")
    visit = seen(small, HQ, promises.commitment)[small.ids["visit"]]
    assert (visit.obligor_id, visit.obligor) == (None, None)
    assert small.ids["t_seo"] not in seen(small, HQ, people.tenure)
    assert "Seo" not in everything_said(small, HQ).replace("Seoul", "")


def test_a_hidden_office_hides_its_tenures_but_not_the_person(small: Small) -> None:
    small.change(people.office, "director", readers="")
    assert small.ids["t_ha"] not in seen(small, HQ, people.tenure)
    assert small.ids["ha"] in seen(small, HQ, people.person)


def test_a_session_is_open_at_most_to_those_who_see_the_conference(small: Small) -> None:
    small.change(meetings.engagement, "talks", part_of_id=small.ids["secret"])
    assert small.ids["talks"] not in seen(small, HQ, meetings.engagement)
    assert small.ids["talks"] in seen(small, INTERNAL, meetings.engagement)


def test_conferences_that_are_part_of_each_other_are_still_shown(small: Small) -> None:
    small.change(meetings.engagement, "talks", part_of_id=small.ids["held"])
    small.change(meetings.engagement, "held", part_of_id=small.ids["talks"])
    assert {small.ids["talks"], small.ids["held"]} <= set(seen(small, HQ, meetings.engagement))


def test_deleted_records_are_gone_for_everybody(small: Small) -> None:
    small.change(people.person, "ha", deleted=True)
    assert small.ids["ha"] not in seen(small, INTERNAL, people.person)
    assert small.ids["t_ha"] not in seen(small, INTERNAL, people.tenure)


def test_a_merged_person_is_seen_as_the_one_who_stands_for_them(small: Small) -> None:
    small.change(people.person, "ha", merged_into=small.ids["kang"])
    rows = seen(small, HQ, people.person)
    assert small.ids["ha"] not in rows
    assert seen(small, HQ, people.tenure)[small.ids["t_ha"]].person_id == small.ids["kang"]
    small.change(people.person, "kang", readers="")
    assert small.ids["t_ha"] not in seen(small, HQ, people.tenure)


def test_private_facts_and_settings_leave_in_nothing(small: Small) -> None:
    with small.office.store.write("test") as records:
        records.add(people.person_private, person_id=small.ids["seo"], diet="no shellfish")
    assert seen(small, INTERNAL, people.person_private) == {}


def test_a_partner_sees_only_what_is_released_and_what_it_took_part_in(small: Small) -> None:
    assert seen(small, partner(small), meetings.engagement) == {}
    small.change(meetings.engagement, "held", readers="hq partner")
    assert set(seen(small, partner(small), meetings.engagement)) == {small.ids["held"]}
    assert set(seen(small, partner(small, "nation"), meetings.engagement)) == set()
    assert set(seen(small, partner(small), people.person)) == {small.ids["hale"], small.ids["seo"]}
    assert set(seen(small, partner(small), people.office)) == {
        small.ids["mayor_busan"],
        small.ids["mayor_home"],
    }
    assert small.ids["nation"] not in seen(small, partner(small), places.jurisdiction)


def test_in_confidence_with_one_party_means_nobody_else(small: Small) -> None:
    small.change(meetings.engagement, "secret", readers=f"with:{small.ids['busan']}")
    assert small.ids["secret"] in seen(small, partner(small), meetings.engagement)
    assert small.ids["secret"] not in seen(small, HQ, meetings.engagement)
    assert small.ids["secret"] not in seen(small, partner(small, "ha"), meetings.engagement)


def test_a_partner_took_part_through_whoever_held_its_office_that_day(small: Small) -> None:
    with small.office.store.write("test") as records:
        records.change(meetings.engagement, small.ids["held"], readers="partner")
        records.change(meetings.engagement, small.ids["held"], jurisdiction_id=None)
        records.change(meetings.engagement, small.ids["talks"], readers="partner")
        records.change(meetings.engagement, small.ids["talks"], jurisdiction_id=None)
    assert set(seen(small, partner(small), meetings.engagement)) == {
        small.ids["held"],
        small.ids["talks"],
    }
    assert set(seen(small, partner(small, "port"), meetings.engagement)) == {small.ids["talks"]}


def test_a_partner_must_be_named_and_be_a_party(small: Small) -> None:
    with small.office.read() as connection:
        with pytest.raises(Refusal, match=r"audience\.no_party"):
            released_to(connection, Audience(Reader.PARTNER))
        with pytest.raises(Refusal, match=r"audience\.not_a_party"):
            released_to(connection, partner(small, "talks"))


def _plant(small: Small) -> dict[str, tuple[Table, str, UUID]]:
    """A word of its own in every text cell of every row; the words, with where each stands."""
    planted: dict[str, tuple[Table, str, UUID]] = {}
    numbers = count(1)
    with small.office.store.write("test.plant") as records:
        for table in journalled_tables():
            columns = [
                c
                for c in columns_kept(table, Keep.JOURNALLED, Keep.PRIVATE)
                if isinstance(c.type, Words)
                and not isinstance(c.type, Code)
                and table.name != "setting"
            ]
            for row in records.connection.execute(table.select()).all():
                words = {c.name: f"MARK{next(numbers)}X" for c in columns}
                planted |= {word: (table, name, row.id) for name, word in words.items()}
                records.change(table, row.id, **words)
    return planted


def _whole_of(small: Small, table: Table, row: UUID) -> tuple[Table, UUID]:
    """The record that a row belongs to."""
    with small.office.read() as connection:
        while not table.info.get("record") and table.info.get("scope"):
            column = table.c[table.info["scope"]]
            row = connection.execute(select(column).where(table.c.id == row)).scalar_one()
            table = table.metadata.tables[str(facts(column).refers_to)]
    return table, row


@pytest.fixture
def planted(small: Small) -> dict[str, tuple[Table, str, UUID]]:
    return _plant(small)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_hidden_word_reaches_a_renderer(
    small: Small, planted: dict[str, tuple[Table, str, UUID]], data: st.DataObject
) -> None:
    records = [
        (table, row.id)
        for table in journalled_tables()
        if table.info.get("record")
        for row in seen(small, INTERNAL, table).values()
    ]
    readers = {row: data.draw(st.sampled_from(READERS)) for _, row in records}
    with small.office.store.write("test.readers") as writing:
        for table, row in records:
            writing.change(table, row, readers=readers[row])
    for reader in (Reader.HQ, Reader.NATIONAL, Reader.PUBLIC, Reader.PARTNER):
        audience = Audience(reader, small.ids["busan"] if reader is Reader.PARTNER else None)
        said = everything_said(small, audience)
        for word, (table, name, row) in planted.items():
            if word in said:
                whole, of = _whole_of(small, table, row)
                assert whole.info.get("record"), (word, table.name)
                assert may_read(readers[of], audience), (word, table.name, name)
                assert reader in facts(table.c[name]).readers, (word, table.name, name)


def test_what_is_open_does_reach_the_renderer(
    small: Small, planted: dict[str, tuple[Table, str, UUID]]
) -> None:
    said = everything_said(small, INTERNAL)
    told = {(table.name, name) for word, (table, name, _) in planted.items() if word in said}
    assert {("engagement", "notes"), ("person", "full_name"), ("commitment", "next_step")} <= told
    for_hq = everything_said(small, HQ)
    notes = {word for word, (_, name, _) in planted.items() if name == "notes"}
    assert notes
    assert not any(word in for_hq for word in notes)


def test_the_store_is_never_asked_for_a_closed_column(small: Small) -> None:
    with small.office.read() as connection:
        statement = str(Released(connection, HQ)._statement(meetings.engagement))
    asked = statement.split("FROM", maxsplit=1)[0].replace("engagement.notes IS NOT NULL", "")
    assert "engagement.notes," not in asked
