"""A person is anonymised: none of the words that make them known is left, and meetings and counts are."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import (
    anonymising,
    attachments,
    backups,
    engagements,
    erasing_in_backups,
    history,
    keeping,
    legal_holds,
    merging,
    people,
    private_facts,
    removing,
)
from liaison_app.services.drafts import EngagementDraft, ParticipantDraft
from liaison_app.services.facts import ParticipantFacts
from liaison_app.services.office import Office, Profile, open_office
from liaison_app.services.pages.engagement import engagement_page
from liaison_app.services.pages.person import person_page
from liaison_app.services.searching import search
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.store.tables.house import draft, export_ledger, source_row
from tests.offices import PASSPHRASE, MovingClock

WORDS = (
    "Zubeldia",
    "zubeldia@harbour.example",
    "555-0173",
    "choirmaster",
    "mustardseed",
    "portraitbytes",
    "lowvoice",
    "Harbourmaster",
    "sledgeword",
)
"""Words that make the person of these tests known, each kept in another place."""


def pages(office: Office) -> Iterator[bytes]:
    """Every page of the office file as it is once decrypted, free ones too, and the log."""
    raw = sqlite.open_raw(office.path, office.store.key, sqlite.READER_CACHE_KIB)
    try:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        plain = office.path.with_name("plain.sqlite")
        raw.execute("ATTACH ? AS plain KEY ''", (str(plain),))
        raw.execute("SELECT sqlcipher_export('plain')")
        raw.execute("DETACH plain")
        yield plain.read_bytes()
        plain.unlink()
        for name in ("found", "named"):
            raw.execute(f"CREATE VIRTUAL TABLE temp.v_{name} USING fts5vocab(main, {name}, row)")
            yield "\n".join(
                term for (term,) in raw.execute(f"SELECT term FROM temp.v_{name}")
            ).encode()
    finally:
        raw.close()


def left(office: Office) -> list[str]:
    whole = b"".join(pages(office)).lower()
    return [word for word in WORDS if word.lower().encode() in whole]


@pytest.fixture
def known(office: Office) -> tuple[UUID, UUID]:
    """A person known in every way that an office knows people, and a meeting with them."""
    one = people.add(
        office,
        "Miren Zubeldia",
        email="zubeldia@harbour.example",
        phone="+1 423 555-0173",
        biography="A choirmaster once.",
    ).id
    people.change(office, one, biography="A choirmaster still.")
    private_facts.keep(office, one, date(2027, 1, 1), diet="no mustardseed")
    attachments.attach(office, Kind.PERSON, one, "face.png", b"\x89PNG\r\n\x1a\nportraitbytes")
    other = people.add(office, "Ane Etxeberria").id
    people.link(office, other, one, "scheduler", channel="lowvoice")
    facts: ParticipantFacts = {
        "side": "theirs",
        "role": "principal",
        "title_as_of": "Harbourmaster",
    }
    meeting = engagements.capture(
        office,
        EngagementDraft(
            "Call on Miren Zubeldia",
            {"notes": "MIREN ZUBELDIA spoke first."},
            participants=[ParticipantDraft(one, facts=facts)],
        ),
    ).id
    engagements.change(office, meeting, title="Courtesy call with Miren Zubeldia")
    with office.store.write("import.apply") as records:
        row = '{"Name": "Miren Zubeldia", "Note": "sledgeword"}'
        records.add(source_row, key="k", nth="0", record_kind="person", record_id=one, row=row)
    with office.store.write_local() as connection:
        kept = {"page": "capture", "kept_at": office.clock.now()}
        connection.execute(draft.insert().values(content=b'{"who": "Miren Zubeldia"}', **kept))
        typed = f'{{"record": "{one}", "typed": {{"biography": "A Harbourmaster."}}}}'
        connection.execute(draft.insert().values(content=typed.encode(), **kept))
        left_ = {"made_at": office.clock.now(), "kind": "workbook", "audience": "hq", "sha256": "0"}
        connection.execute(
            export_ledger.insert().values(
                subject_id=one, filter="Miren Zubeldia", path="/usb/Miren Zubeldia.xlsx", **left_
            )
        )
    return one, meeting


def test_none_of_the_words_is_left_and_the_meeting_is(
    office: Office, known: tuple[UUID, UUID]
) -> None:
    one, meeting = known
    assert left(office) == list(WORDS)
    ref = person_page(office, one).record.ref
    done = anonymising.anonymise(office, one)
    assert left(office) == []
    page = person_page(office, one)
    assert page.record.title == f"Person {ref} (anonymised)"
    assert len(page.engagements) == 1
    (there,) = engagement_page(office, meeting).participants
    assert (there.side, there.role) == ("theirs", "principal")
    shown = engagement_page(office, meeting)
    assert shown.record.title == f"Courtesy call with {ref}"
    assert shown.fields["notes"] == f"{ref} spoke first."
    assert search(office, "Zubeldia") == []
    health = keeping.check(office)
    assert (health.broken, health.to_settle) == ((), ())
    with pytest.raises(Refusal, match=r"undo\.final"):
        history.undo(office, done.step)


def test_undo_of_older_steps_brings_no_word_back(office: Office, known: tuple[UUID, UUID]) -> None:
    one, _ = known
    changed = next(s for s in history.of_record(office, one) if s.verb == "person.change")
    anonymising.anonymise(office, one)
    history.undo(office, changed.ref)
    assert left(office) == []
    assert keeping.check(office).broken == ()


def test_what_would_go_is_told_first_without_erasing(
    office: Office, known: tuple[UUID, UUID], tmp_path: Path
) -> None:
    one, _ = known
    folder = tmp_path / "stick"
    folder.mkdir()
    kept = backups.copy_to(office, folder).path
    told = anonymising.preview(office, one, (folder,))
    assert {"full_name", "email", "phone", "biography"} <= set(told.facts)
    assert told.counts == {
        "person_private": 1,
        "attachment": 1,
        "person_link": 1,
        "participation": 1,
        "mention": 2,
        "source_row": 1,
    }
    assert told.exports == ("/usb/Miren Zubeldia.xlsx",)
    assert told.backups.copies == (kept.resolve(),)
    assert left(office) == list(WORDS)
    erasing_in_backups.remove(office, told.backups.copies)
    assert not kept.exists()
    with pytest.raises(Refusal, match=r"copies\.not_a_copy"):
        erasing_in_backups.remove(office, (office.path,))


def test_whoever_has_the_same_name_and_whoever_was_merged(office: Office) -> None:
    one, same, merged = (
        people.add(office, name).id for name in ("Jon Arana", "Jon Arana", "J. Aranabcd")
    )
    removing.merge(office, Kind.PERSON, one, merged)
    anonymising.anonymise(office, one)
    assert person_page(office, same).record.title == "Jon Arana"
    assert b"Aranabcd" not in b"".join(pages(office))
    with pytest.raises(Refusal, match=r"anonymise\.already"):
        anonymising.anonymise(office, one)


@pytest.mark.parametrize("which", [0, 1], ids=["the person", "a meeting with them"])
def test_a_hold_stops_it_whole(office: Office, known: tuple[UUID, UUID], which: int) -> None:
    kind = (Kind.PERSON, Kind.ENGAGEMENT)[which]
    held = legal_holds.put(office, kind, known[which], "Harbour inquiry")
    assert anonymising.preview(office, known[0]).held == (held.ref,)
    with pytest.raises(Refusal, match=r"anonymise\.held"):
        anonymising.anonymise(office, known[0])
    assert left(office) == list(WORDS)


def test_the_officer_who_works_here_is_refused(office: Office) -> None:
    assert office.store.node.officer is not None
    with pytest.raises(Refusal, match=r"anonymise\.officer"):
        anonymising.anonymise(office, office.store.node.officer)


def test_a_name_goes_with_its_marks_and_without_and_in_capitals(office: Office) -> None:
    one = people.add(office, "Íñigo Garmendía").id
    lunch = engagements.capture(
        office, EngagementDraft("Lunch", {"notes": "Inigo Garmendia, ÍÑIGO GARMENDÍA."})
    ).id
    ref = anonymising.anonymise(office, one).ref
    assert engagement_page(office, lunch).fields["notes"] == f"{ref}, {ref}."
    assert b"garmend" not in b"".join(pages(office)).lower()
    assert keeping.check(office).broken == ()


def folder_in(folder: Path, name: str) -> Path:
    made = folder / name
    made.mkdir()
    return made


def test_backups_are_rewritten_without_the_words_and_stay_backups(
    office: Office, known: tuple[UUID, UUID], moving_clock: MovingClock, tmp_path: Path
) -> None:
    one, meeting = known
    twin = people.add(office, "Zubeldia, Miren", email="zubeldia@harbour.example").id
    apart = backups.copy_to(office, folder_in(tmp_path, "apart")).path
    merging.merge_chosen(office, Kind.PERSON, one, twin)
    merged = backups.copy_to(office, folder_in(tmp_path, "merged")).path
    anonymising.anonymise(office, one)
    told = anonymising.rewrite_backups(office, one, (apart, merged, office.path))
    assert told.done == (apart, merged)
    assert [one.name for one in apart.parent.iterdir()] == [apart.name]
    assert [(path, why.code) for path, why in told.left] == [(office.path, "copies.not_a_copy")]
    for path in told.done:
        profile = Profile(tmp_path / f"{path.parent.name}.json")
        copy = open_office(path, PASSPHRASE, moving_clock, profile)
        assert left(copy) == []
        assert len(engagement_page(copy, meeting).participants) == 1
        health = keeping.check(copy)
        copy.close()
        assert health.broken == ()


def test_a_copy_that_is_worked_with_is_left_to_whoever_works_with_it(
    office: Office, known: tuple[UUID, UUID], moving_clock: MovingClock, tmp_path: Path
) -> None:
    one, _ = known
    restored = backups.copy_to(office, folder_in(tmp_path, "restored")).path
    other = open_office(restored, PASSPHRASE, moving_clock, Profile(tmp_path / "other.json"))
    anonymising.anonymise(office, one)
    told = anonymising.rewrite_backups(office, one, (restored,))
    assert [why.code for _, why in told.left] == ["copies.in_use"]
    assert person_page(other, one).record.title == "Miren Zubeldia"
    people.add(other, "Ane Etxeberria")
    other.close()
    told = anonymising.rewrite_backups(office, one, (restored,))
    assert [why.code for _, why in told.left] == ["copies.worked_with"]
    assert [why.code for _, why in erasing_in_backups.remove(office, (restored,)).left] == [
        "copies.worked_with"
    ]
