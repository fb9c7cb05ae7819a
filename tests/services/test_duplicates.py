"""Duplicates: proposed with reasons, told apart for good, merged with choices, parted at any time."""

from pathlib import Path

from liaison_app.domain.kinds import Kind
from liaison_app.domain.likeness import Reason
from liaison_app.services import duplicates, history, jurisdictions, offices, people, removing
from liaison_app.services.imports import bringing
from liaison_app.services.office import Office


def test_one_person_in_two_scripts_is_proposed_with_the_reasons(office: Office) -> None:
    kim = people.add(office, "Kim Do-hyun").id
    same = people.add(office, "김도현").id
    people.add(office, "Rosa Lund")
    found = duplicates.like(office, Kind.PERSON, kim)
    assert [(one.record.id, one.reasons) for one in found] == [(same, (Reason.SPELLING,))]
    assert [(one.left.id, one.right.id) for one in duplicates.in_office(office, Kind.PERSON)] == [
        (kim, same)
    ]


def test_who_is_typed_is_found_by_name_e_mail_and_phone(office: Office) -> None:
    kim = people.add(office, "Kim Do-hyun", email="DH@busan.example", phone="+82 51 555 0100").id
    by_name = duplicates.like_typed(office, Kind.PERSON, "dohyun kim")
    by_mail = duplicates.like_typed(office, Kind.PERSON, "D. Kim", "dh@busan.example")
    by_phone = duplicates.like_typed(office, Kind.PERSON, "D. Kim", None, "051 555 0100")
    assert [[one.record.id for one in found] for found in (by_name, by_mail)] == [[kim], [kim]]
    assert by_phone == []
    assert duplicates.like_typed(office, Kind.PERSON, "") == []


def test_the_office_held_tells_more_than_a_family_name(office: Office) -> None:
    busan = jurisdictions.add(office, "Busan", kind="city").id
    mayor = offices.add(office, "Mayor", jurisdiction_id=busan).id
    two = [people.add(office, name).id for name in ("Kim Do-hyun", "Mayor Kim")]
    assert duplicates.like(office, Kind.PERSON, two[0]) == []
    for one in two:
        offices.appoint(office, mayor, one)
    found = duplicates.like(office, Kind.PERSON, two[0])
    assert [one.record.id for one in found] == [two[1]]
    assert {Reason.OFFICE, Reason.JURISDICTION} <= set(found[0].reasons)


def test_what_is_not_the_same_is_not_proposed_again_until_undone(office: Office) -> None:
    one, other = (people.add(office, "Anna Lund").id for _ in range(2))
    duplicates.not_same(office, Kind.PERSON, other, one)
    assert duplicates.like(office, Kind.PERSON, one) == []
    assert duplicates.in_office(office, Kind.PERSON) == []
    history.undo(office)
    assert len(duplicates.in_office(office, Kind.PERSON)) == 1


def test_a_merge_leaves_the_other_pairs_as_they_are(office: Office) -> None:
    one, other = (people.add(office, "Anna Lund").id for _ in range(2))
    for _ in range(2):
        people.add(office, "Rosa Park")
    pairs = duplicates.in_office(office, Kind.PERSON)
    removing.merge(office, Kind.PERSON, one, other)
    left = duplicates.after_merge(pairs, other)
    assert left == duplicates.in_office(office, Kind.PERSON)
    assert [pair.left.title for pair in left] == ["Rosa Park"]


def test_a_list_says_who_is_known_under_another_spelling(office: Office, tmp_path: Path) -> None:
    kim = people.add(office, "Kim Do-hyun").id
    path = tmp_path / "contacts.csv"
    path.write_text(
        "Name,Email\nDohyun Kim,dh@busan.example\nRosa Lund,rosa@busan.example\n", "utf-8"
    )
    source = bringing.read(path, office.today(), bringing.given_map(None, "contacts"))
    rows = bringing.look_at(office, source).rows
    assert [[one.record.id for one in row.alike] for row in rows] == [[kim], []]
    bringing.apply(office, source)
    assert len(duplicates.in_office(office, Kind.PERSON)) == 1
