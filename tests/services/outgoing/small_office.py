"""A small office with a trip ahead: a held meeting, one to come, a confidential one, promises both ways."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from liaison_app.services.office import Office, put_setting
from liaison_app.store import office_file
from liaison_app.store.key import Key
from liaison_app.store.node import Profile
from liaison_app.store.records import Records
from liaison_app.store.tables import meetings, people, places, promises
from liaison_app.system.clock import FixedClock

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
_KEY = Key(bytes(range(32)), bytes(range(16)))


@dataclass
class Small:
    """The office, and the ids of its records by a short name."""

    office: Office
    ids: dict[str, UUID] = field(default_factory=dict)

    def change(self, table: object, name: str, **values: object) -> None:
        """Change a record's cells."""
        with self.office.store.write("test.change") as records:
            records.change(table, self.ids[name], **values)  # type: ignore[arg-type]


def small_office(folder: Path) -> Small:
    """Make the small office in a folder and leave it open."""
    path = folder / "small.liaison"
    officer, own = UUID(int=1), UUID(int=2)
    store = office_file.create(path, _KEY, FixedClock(NOW), officer, own)
    profile = Profile(folder / "known.json")
    made = Small(Office(store, FixedClock(NOW), profile), {"maren": officer, "own": own})
    with store.write("office.found", own) as records:
        _enter_places(records, made.ids)
        _enter_people(records, made.ids)
        _enter_meetings(records, made.ids)
        _enter_promises(records, made.ids)
    return made


def opened(path: Path, ids: dict[str, UUID]) -> Small:
    """Open a copy of the small office."""
    profile = Profile(path.parent / "known.json")
    store = office_file.open_office(path, _KEY, FixedClock(NOW), profile)
    return Small(Office(store, FixedClock(NOW), profile), dict(ids))


def _enter_places(records: Records, ids: dict[str, UUID]) -> None:
    add = records.add
    ids["home"] = add(
        places.jurisdiction, name="Chattanooga", kind="city", zone="America/New_York", country="US"
    )
    ids["korea"] = add(places.jurisdiction, name="South Korea", kind="country", country="KR")
    ids["busan"] = add(
        places.jurisdiction,
        name="Busan",
        native_name="부산",
        kind="city",
        parent_id=ids["korea"],
        zone="Asia/Seoul",
        country="KR",
        risk="low risk",
    )
    ids["nation"] = add(places.jurisdiction, name="Eastern River Nation", kind="tribal_nation")
    records.link(places.located_in, ids["nation"], ids["home"])
    add(
        places.organization,
        id=ids["own"],
        name="Office of International Affairs",
        kind="own_office",
        jurisdiction_id=ids["home"],
    )
    ids["port"] = add(
        places.organization, name="Busan Port Authority", jurisdiction_id=ids["busan"]
    )
    for key, value in (
        ("name", "Office of International Affairs"),
        ("home", str(ids["home"])),
        ("organization", str(ids["own"])),
        ("zone", "America/New_York"),
        ("marking", "OFFICE - internal"),
        ("hq_word", "City Council"),
        ("paper", "letter"),
    ):
        put_setting(records, key, value)


def _enter_people(records: Records, ids: dict[str, UUID]) -> None:
    add, person = records.add, people.person
    add(person, id=ids["maren"], full_name="Maren Okafor", is_ours=True, phone="+1 423 555 0100")
    ids["hale"] = add(
        person, full_name="Tim Hale", is_ours=True, spoken_address="Mayor Hale", verified_on=NOW
    )
    ids["seo"] = add(
        person,
        full_name="Seo Min-jae",
        native_name="서민재",
        native_language="ko",
        phonetic="SUH min-jeh",
        spoken_address="Mayor Seo",
        salutation="Dear Mayor Seo:",
        envelope_line="The Honorable Seo Min-jae",
        biography="Engineer by training.",
        verified_on=date(2026, 10, 1),
        vetting="checked in May",
        email="seo@busan.example",
    )
    ids["kang"] = add(
        person, full_name="Kang Yun-ah", native_name="강윤아", phonetic="KAHNG yoon-AH"
    )
    ids["ha"] = add(person, full_name="Ha Jun", verified_on=date(2026, 6, 1))
    post = people.office
    ids["mayor_busan"] = add(
        post, title="Mayor", jurisdiction_id=ids["busan"], is_head=True, how_filled="elected"
    )
    ids["mayor_home"] = add(post, title="Mayor", jurisdiction_id=ids["home"], is_head=True)
    ids["director"] = add(post, title="Port director", organization_id=ids["port"])
    tenure = people.tenure
    hold = {
        "t_seo": ("seo", "mayor_busan", date(2022, 7, 1), date(2026, 11, 30), "holder"),
        "t_kang": ("kang", "mayor_busan", date(2026, 12, 1), None, "elect"),
        "t_hale": ("hale", "mayor_home", date(2024, 1, 1), None, "holder"),
        "t_ha": ("ha", "director", date(2025, 1, 1), None, "acting"),
    }
    for name, (who, what, start, end, standing) in hold.items():
        ids[name] = add(
            tenure,
            person_id=ids[who],
            office_id=ids[what],
            start_on=start,
            end_on=end,
            standing=standing,
            verified_on=date(2026, 10, 1),
        )


def _enter_meetings(records: Records, ids: dict[str, UUID]) -> None:
    add, engagement = records.add, meetings.engagement
    ids["trip"] = add(
        meetings.trip,
        title="Busan",
        direction="outbound",
        principal_id=ids["hale"],
        lead_id=ids["maren"],
        start_on=date(2026, 12, 6),
        end_on=date(2026, 12, 9),
        places="Busan",
        purpose="Renew the port agreement.",
    )
    for place, who in enumerate(("hale", "maren")):
        add(meetings.trip_member, trip_id=ids["trip"], person_id=ids[who], order_key=f"a{place}")
    add(
        meetings.leg,
        trip_id=ids["trip"],
        kind="flight",
        title="KE 036",
        from_place="Atlanta",
        to_place="Seoul",
        start_at=datetime(2026, 12, 6, 17, 0, tzinfo=UTC),
        end_at=datetime(2026, 12, 7, 8, 30, tzinfo=UTC),
        start_zone="America/New_York",
        end_zone="Asia/Seoul",
        details="Meet at the gate by 11:30.",
        confirmation="QX7R2P",
        contact="Travel desk",
        contact_phone="+1 423 555 0199",
    )
    ids["held"] = add(
        engagement,
        title="Video call with the Mayor of Busan",
        kind="call_video",
        status="held",
        held_on=date(2026, 3, 10),
        held_precision="day",
        jurisdiction_id=ids["busan"],
        decisions="Draft by summer.",
        notes="He was tired.",
    )
    ids["talks"] = add(
        engagement,
        title="Meeting with the Mayor of Busan",
        kind="bilateral_meeting",
        status="planned",
        held_on=date(2026, 12, 8),
        held_precision="day",
        start_at=datetime(2026, 12, 8, 1, 0, tzinfo=UTC),
        end_at=datetime(2026, 12, 8, 1, 45, tzinfo=UTC),
        zone="Asia/Seoul",
        venue="City Hall, room 7",
        jurisdiction_id=ids["busan"],
        trip_id=ids["trip"],
        purpose="Obtain a date for signing.",
        objectives="Agree on the text\nFix the day",
        press="closed",
        language="ko",
        interpreter="consecutive",
        background="The 2019 agreement ends in May.",
        not_for_disclosure="Council is divided.",
        watch_outs="Do not mention the stadium.",
        logistics="North door.",
    )
    ids["secret"] = add(
        engagement,
        title="Quiet talk about the stadium",
        kind="pull_aside",
        status="held",
        held_on=date(2026, 5, 5),
        held_precision="day",
        jurisdiction_id=ids["busan"],
        readers="",
    )
    there = meetings.participation
    for one, who, side, role, order in (
        ("held", "hale", "ours", "principal", "a"),
        ("held", "seo", "theirs", "principal", "b"),
        ("talks", "hale", "ours", "principal", "a"),
        ("talks", "maren", "ours", "notetaker", "b"),
        ("talks", "kang", "theirs", "principal", "a"),
        ("talks", "ha", "theirs", "member", "b"),
        ("secret", "ha", "theirs", "member", "a"),
    ):
        add(
            there,
            engagement_id=ids[one],
            person_id=ids[who],
            side=side,
            role=role,
            order_key=order,
            came=one != "talks",
        )
    add(there, engagement_id=ids["talks"], unnamed="interpreter", side="third", role="interpreter")
    for place, (kind, words) in enumerate(
        (
            ("raise", "The signing day: we propose 20 May."),
            ("if_raised", "Port fees: under review."),
            ("avoid", "The stadium."),
        )
    ):
        ids[kind] = add(
            meetings.talking_point,
            engagement_id=ids["talks"],
            kind=kind,
            text=words,
            order_key=f"a{place}",
        )
    add(
        meetings.scenario_step,
        engagement_id=ids["talks"],
        what="Photograph",
        minutes=5,
        press="open",
        order_key="a",
    )


def _enter_promises(records: Records, ids: dict[str, UUID]) -> None:
    def promise(name: str, **values: object) -> None:
        given: dict[str, object] = {
            "jurisdiction_id": ids["busan"],
            "engagement_id": ids["held"],
            "made_on": date(2026, 3, 10),
            "reviewed": True,
        }
        ids[name] = records.add(promises.commitment, **(given | values))

    promise(
        "draft",
        wording="Send the draft agreement",
        direction="we_owe",
        due_on=date(2026, 6, 30),
        due_precision="month",
        obligor_id=ids["hale"],
        next_step="Legal to clear",
    )
    promise(
        "visit",
        wording="Name a date for the visit",
        direction="they_owe",
        due_on=date(2026, 11, 1),
        due_precision="day",
        obligor_id=ids["seo"],
    )
    promise("aside", wording="Talk about the stadium", direction="we_owe", readers="")
