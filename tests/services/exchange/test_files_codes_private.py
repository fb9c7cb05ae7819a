"""Files kept with records, an office's own codes, private facts, links between people."""

import hashlib
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select, text

from liaison_app.domain.errors import Refusal
from liaison_app.domain.keeping_until import Purge
from liaison_app.domain.kinds import Kind
from liaison_app.services import (
    attachments,
    code_lists,
    gifts,
    history,
    keeping,
    people,
    private_facts,
)
from liaison_app.services.lists.gifts import GIFTS
from liaison_app.services.office import Office
from liaison_app.services.pages.person import person_page
from liaison_app.services.pages.person import private_facts as shown_privately
from liaison_app.services.searching import search
from liaison_app.store.erase import erase, every_cell
from liaison_app.store.tables.papers import blob
from tests.offices import MovingClock

PNG = b"\x89PNG\r\n\x1a\n" + b"picture of the retablo"


def blobs(office: Office) -> int:
    with office.read() as connection:
        return connection.scalar(select(func.count()).select_from(blob)) or 0


@pytest.fixture
def gift(office: Office) -> UUID:
    return gifts.plan(office, "Retablo").id


def test_a_file_is_kept_once_and_read_back(office: Office, gift: UUID, tmp_path: Path) -> None:
    path = tmp_path / "retablo.dat"
    path.write_bytes(PNG)
    one = attachments.attach_file(office, Kind.GIFT, gift, path, caption="Front")
    attachments.attach(office, Kind.GIFT, gift, "again.png", PNG)
    first, second = attachments.attachments_of(office, Kind.GIFT, gift)
    assert (first.name, first.media_type, first.role) == ("retablo.dat", "image/png", "photo")
    assert first.sha256 == second.sha256 == hashlib.sha256(PNG).hexdigest()
    assert blobs(office) == 1
    assert attachments.content_of(office, one.id) == PNG
    assert keeping.check(office).broken == ()


def test_a_photo_says_who_permitted_it_and_when(office: Office, gift: UUID) -> None:
    one = attachments.attach(office, Kind.GIFT, gift, "a.png", PNG).id
    with pytest.raises(Refusal, match=r"attachment\.by_whom"):
        attachments.permit(office, one, "granted", " ")
    attachments.permit(office, one, "granted", "The carver", date(2026, 11, 3))
    shown = attachments.attachments_of(office, Kind.GIFT, gift)[0]
    assert (shown.permission, shown.permission_note) == ("granted", "The carver, 2026-11-03")


def test_attaching_and_detaching_are_undone_and_bytes_go_only_with_erasure(
    office: Office, gift: UUID
) -> None:
    one = attachments.attach(office, Kind.GIFT, gift, "a.png", PNG).id
    attachments.detach(office, one)
    assert attachments.attachments_of(office, Kind.GIFT, gift) == ()
    history.undo(office)
    assert attachments.content_of(office, one) == PNG
    history.undo(office, history.latest(office)[2].ref)
    with pytest.raises(Refusal, match=r"record\.gone"):
        attachments.content_of(office, one)
    assert blobs(office) == 1
    erase(office.store, gift, every_cell("attachment", one))
    assert blobs(office) == 0
    assert keeping.check(office).broken == ()


def test_too_large_or_empty_files_are_refused_and_nothing_is_kept(
    office: Office, gift: UUID, tmp_path: Path
) -> None:
    with pytest.raises(Refusal, match=r"attachment\.too_large"):
        attachments.attach(office, Kind.GIFT, gift, "film", bytes(attachments.LARGEST + 1))
    with pytest.raises(Refusal, match=r"attachment\.empty"):
        attachments.attach(office, Kind.GIFT, gift, "nothing", b"")
    with pytest.raises(Refusal, match=r"attachment\.unreadable"):
        attachments.attach_file(office, Kind.GIFT, gift, tmp_path / "gone.pdf")
    assert blobs(office) == 0


def test_a_file_that_was_altered_is_found_by_check(office: Office, gift: UUID) -> None:
    one = attachments.attach(office, Kind.GIFT, gift, "a.png", PNG).id
    with office.store.write_local() as connection:
        connection.execute(text("UPDATE blob SET content = :other"), {"other": b"other"})
    assert any("SHA-256" in sentence for sentence in keeping.check(office).broken)
    with pytest.raises(Refusal, match=r"attachment\.damaged"):
        attachments.content_of(office, one)


def test_the_office_adds_a_code_and_retires_one(office: Office, gift: UUID) -> None:
    code_lists.add(office, "disposition", "on_loan", "On loan to a museum")
    vase = gifts.receive(office, "Vase").id
    gifts.dispose(office, vase, "on_loan")
    code_lists.retire(office, "disposition", "on_loan")
    code_lists.retire(office, "disposition", "in_use")
    assert {c.code for c in code_lists.offered(office, "disposition")}.isdisjoint(
        {"on_loan", "in_use"}
    )
    labels = {c.code: c.label for c in code_lists.code_list(office, "disposition")}
    assert labels["on_loan"] == "On loan to a museum"
    assert GIFTS.page(office, "direction:received")[0].disposition == "on_loan"
    other = gifts.receive(office, "Bowl").id
    for retired in ("on_loan", "in_use"):
        with pytest.raises(Refusal, match=r"code\.retired"):
            gifts.dispose(office, other, retired)
    with pytest.raises(Refusal, match=r"code\.taken"):
        code_lists.add(office, "disposition", "on_loan", "Something else")
    code_lists.bring_back(office, "disposition", "in_use")
    gifts.dispose(office, other, "in_use")


def test_the_list_takes_the_offices_own_codes_and_its_own_words(office: Office) -> None:
    code_lists.add(office, "gift_status", "lost", "Lost on the way")
    code_lists.retire(office, "gift_status", "lost")
    assert GIFTS.page(office, "status:lost") == []
    code_lists.say(office, "gift_status", "carried", "In the bag")
    labels = {c.code: c.label for c in code_lists.offered(office, "gift_status")}
    assert labels["carried"] == "In the bag"
    history.undo(office)
    labels = {c.code: c.label for c in code_lists.offered(office, "gift_status")}
    assert labels["carried"] == "Carried"
    with pytest.raises(Refusal, match=r"code\.unknown"):
        GIFTS.page(office, "status:melted")


def test_private_facts_are_counted_kept_until_a_day_and_forgotten_for_good(
    office: Office, moving_clock: MovingClock
) -> None:
    one = people.add(office, "Ana Ruíz").id
    private_facts.keep(office, one, date(2026, 12, 20), diet="no shellfishword", spouse="Iker")
    assert person_page(office, one).private_facts == 2
    assert search(office, "shellfishword") == []
    with office.read() as connection:
        journal = connection.execute(text("SELECT before, after FROM change")).all()
    assert "shellfishword" not in str(journal)
    assert private_facts.to_forget(office) == []
    moving_clock.move(days=15)
    assert [(a.person.id, a.purge) for a in private_facts.to_forget(office)] == [(one, Purge.ASK)]
    private_facts.keep(office, one, date(2027, 3, 1))
    assert shown_privately(office, one).diet == "no shellfishword"
    moving_clock.move(days=100)
    assert [a.purge for a in private_facts.to_forget(office)] == [Purge.DUE]
    private_facts.forget(office, one)
    assert person_page(office, one).private_facts == 0
    with office.read() as connection:
        kept = connection.execute(text("SELECT before, after FROM change_private")).all()
    assert "shellfishword" not in str(kept)
    assert private_facts.to_forget(office) == []
    assert keeping.check(office).broken == ()


def test_a_link_stands_on_both_pages_with_the_best_channel(office: Office) -> None:
    mayor, scheduler = people.add(office, "Seo Min-jae").id, people.add(office, "Ha Jun").id
    people.link(office, mayor, scheduler, "scheduler", channel="KakaoTalk before nine")
    (out,) = person_page(office, mayor).links
    (back,) = person_page(office, scheduler).links
    assert (out.kind, out.other.id, out.channel) == (
        "scheduler",
        scheduler,
        "KakaoTalk before nine",
    )
    assert (back.other.id, back.outward) == (mayor, False)
