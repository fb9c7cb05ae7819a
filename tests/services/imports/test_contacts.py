"""A contact list brought in: people who are here already are found, never doubled."""

from pathlib import Path

import pytest
from sqlalchemy import select

from liaison_app.services import people as persons
from liaison_app.services.imports import bringing
from liaison_app.services.imports.preview import State
from liaison_app.services.office import Office
from liaison_app.store.tables import people

LIST = (
    "First Name,Last Name,Company,Job Title,E-mail Address,Mobile Phone\n"
    "Édith,Lindgård,Harbour Trust,Director,edith@harbour.example,+46 8 555 0101\n"
    "Tomás,Okoro,Harbour Trust,Pilot,tomas@harbour.example,\n"
)


@pytest.fixture
def contacts(tmp_path: Path) -> Path:
    path = tmp_path / "contacts.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_a_person_who_is_here_is_filled_in_and_not_entered_twice(
    office: Office, contacts: Path
) -> None:
    known = persons.add(office, full_name="Edith Lindgard", phone="+46 8 555 0999")
    applied = bringing.apply(office, bringing.read(contacts, office.today()))
    states = [row.state for row in applied.preview.rows]
    assert states == [State.CHANGED, State.NEW]
    kept = {change.column: change.kept for change in applied.preview.rows[0].changes}
    assert kept["phone"]
    assert not kept["email"]
    with office.read() as connection:
        rows = connection.execute(select(people.person).where(people.person.c.id == known.id))
        row = rows.one()
    assert (row.email, row.phone) == ("edith@harbour.example", "+46 8 555 0999")
    assert bringing.apply(office, bringing.read(contacts, office.today())).step is None
