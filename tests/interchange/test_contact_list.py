"""Contact lists as address books export them: names, offices and ways to reach somebody."""

from datetime import date

import hypothesis
from hypothesis import strategies as st

from liaison_app.interchange.contact_list import ContactList, LoggedContact
from liaison_app.interchange.given_map import GivenMap
from liaison_app.interchange.source import read_source


def read(text: str, given: GivenMap | None = None) -> ContactList:
    found = read_source(text.encode(), "contacts.csv", today=date(2026, 11, 24), given=given)
    assert isinstance(found, ContactList)
    assert found.records == len(found.contacts) + len(found.refused) + found.empty + len(
        found.notes
    )
    return found


def only(text: str) -> LoggedContact:
    (contact,) = read(text).contacts
    return contact


def test_outlook_title_is_the_honorific_and_job_title_the_office() -> None:
    contact = only(
        "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,"
        "Business City,Business Country/Region,Home Street,Business Phone,Home Phone,Mobile Phone,"
        "Categories,E-mail Address,E-mail Type,E-mail 2 Address,Birthday,Notes,User 1\n"
        'Dr,Ana,Maria,Ruiz,PhD,Port of Vigo,Trade,Director,"1 Quay\nDock 2",Vigo,Spain,Secret 5,+34 1,'
        '+34 9,+34 2,Port;VIP,ana@port.example,SMTP,a@b.example,0/0/00,"one\ntwo",x\n'
    )
    assert (contact.full_name, contact.given, contact.family) == (
        "Ana Maria Ruiz",
        "Ana Maria",
        "Ruiz",
    )
    assert (contact.honorific, contact.post_nominals, contact.titles) == (
        "Dr",
        "PhD",
        ("Director",),
    )
    assert (contact.organization, contact.department) == ("Port of Vigo", "Trade")
    assert contact.emails == ("ana@port.example", "a@b.example")
    assert contact.phones == ("+34 1", "+34 2")
    assert contact.address == "1 Quay Dock 2, Vigo, Spain"
    assert contact.topics == ("Port", "VIP")
    assert contact.notes == "one\ntwo"
    assert ("User 1", "x") in contact.values


def test_google_joins_values_in_a_cell_and_marks_its_own_labels() -> None:
    contact = only(
        "\ufeffFirst Name,Middle Name,Last Name,Phonetic First Name,Phonetic Last Name,Name Prefix,"
        "Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Value\n"
        "Yuki,,Mori,ユキ,モリ,Ms,Kōbe City,Head,* myContacts ::: Sister city,* ,a@b.c ::: d@e.f,144\n"
    )
    assert (contact.full_name, contact.phonetic, contact.honorific) == (
        "Yuki Mori",
        "ユキ モリ",
        "Ms",
    )
    assert contact.emails == ("a@b.c", "d@e.f")
    assert (contact.phones, contact.topics, contact.titles) == (
        ("144",),
        ("Sister city",),
        ("Head",),
    )
    older = only(
        "Name,Given Name,Family Name,Organization 1 - Name,Organization 1 - Title,E-mail 1 - Type,E-mail 1 - Value\n"
        "Dr. Jane Q. Doe,Jane,Doe,Acme,Boss,* Work,j@d.example\n"
    )
    assert (older.full_name, older.organization, older.titles) == ("Jane Q. Doe", "Acme", ("Boss",))
    assert older.emails == ("j@d.example",)


def test_salesforce_and_thunderbird_headers() -> None:
    contact = only(
        "Id,AccountId,LastName,FirstName,Salutation,Name,MailingStreet,MailingCity,Phone,Fax,MobilePhone,"
        "Email,Title,Department,Description,OwnerId,CreatedDate\n"
        "003,001,Doe,Jane,Ms.,Jane Doe,1 Main,Tacoma,+1 2,+1 3,+1 4,j@d.example,Chief,IT,ok,5,2024-01-01\n"
    )
    assert (contact.full_name, contact.honorific, contact.titles) == ("Jane Doe", "Ms.", ("Chief",))
    assert (contact.address, contact.phones) == ("1 Main, Tacoma", ("+1 2", "+1 4"))
    bird = only(
        "First Name,Last Name,Display Name,Nickname,Primary Email\nJane,Doe,Jane Doe,JD,j@d.example\n"
    )
    assert (bird.full_name, bird.emails) == ("Jane Doe", ("j@d.example",))


def test_a_name_in_one_cell_is_taken_apart_only_where_it_says_how() -> None:
    found = read(
        'Full name,Native name,Organization,Email\n"Doe, Jane",,,\n"Mayor of Vigo, The Hon Ana Ruiz",,,\n'
        "Nguyễn Thị Hồng,,,\n,森 由紀,,\n,,Harbor Office,office@harbor.example\n,,Harbor Office,\n,,,\n"
    )
    doe, ruiz, nguyen, mori, office = found.contacts
    assert (doe.full_name, doe.given, doe.family) == ("Jane Doe", "Jane", "Doe")
    assert (ruiz.full_name, ruiz.titles, ruiz.honorific) == (
        "Ana Ruiz",
        ("Mayor of Vigo",),
        "The Hon",
    )
    assert (nguyen.full_name, nguyen.given, nguyen.family) == ("Nguyễn Thị Hồng", "", "")
    assert (mori.full_name, mori.native_name) == ("森 由紀", "森 由紀")
    assert (office.full_name, office.organization) == ("", "Harbor Office")
    assert [(one.row, one.reason.code) for one in found.refused] == [(7, "row.no_name")]
    assert found.empty == 1


def test_the_same_contact_is_recognised_when_its_phone_changes() -> None:
    before = only("Name,Organization,Phone\nJane Doe,Acme,1\n").source
    after = only("Name,Organization,Phone\nJané  DOE,Acme,2\n").source
    assert (before.key, before.nth) == (after.key, after.nth)
    assert before.digest != after.digest


@hypothesis.given(st.lists(st.lists(st.text(max_size=10), max_size=5), max_size=8))
def test_whatever_stands_in_a_list_each_record_is_counted_once(rows: list[list[str]]) -> None:
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    text = "\n".join(["Name,Email,Organization,Phone,Notes", *quoted, "x"])
    given = GivenMap(delimiter=",", encoding="utf-8")
    read(text.encode("utf-8", "replace").decode(), given)


def test_the_first_filled_of_several_web_pages_counts() -> None:
    text = "First Name,Last Name,Personal Web Page,Web Page\nOdile,Brandvik,,https://x.example\n"
    listed = read_source(text.encode(), "c.csv", today=date(2026, 11, 24))
    assert isinstance(listed, ContactList)
    assert listed.contacts[0].website == "https://x.example"
