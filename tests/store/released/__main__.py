"""Make the office of the present format: some of everything that a journal can hold."""

from datetime import date
from pathlib import Path

from liaison_app.store import erase, office_file
from liaison_app.store.tables.every import SCHEMA
from liaison_app.store.tables.meetings import engagement, participation
from liaison_app.store.tables.people import office, person, person_private, tenure
from liaison_app.store.tables.places import jurisdiction
from liaison_app.store.tables.promises import commitment
from liaison_app.store.undo import undo
from tests.store.conftest import KEY, OFFICE, OFFICER, MovingClock


def main() -> None:
    """Write ``format-N.liaison`` beside this file."""
    path = Path(__file__).with_name(f"format-{SCHEMA}.liaison")
    store = office_file.create(path, KEY, MovingClock(), OFFICER, OFFICE)
    with store.write("jurisdiction.add") as records:
        sasebo = records.add(jurisdiction, name="Sasebo", native_name="佐世保市", kind="city")
        ana = records.add(person, full_name="Ana Ruíz", is_ours=True, email="ana@example.org")
        mayor = records.add(person, full_name="Hirayama Naomi", native_name="平山 直美")
        twin = records.add(person, full_name="Hirayama, Naomi")
        post = records.add(office, title="Mayor", jurisdiction_id=sasebo, is_head=True)
        records.add(tenure, person_id=mayor, office_id=post, start_on=date(2023, 4, 1))
        records.add(person_private, person_id=mayor, diet="no shellfish")
    with store.write("engagement.capture") as records:
        met = records.add(
            engagement, title="Courtesy call", jurisdiction_id=sasebo, held_on=date(2026, 3, 2)
        )
        records.add(participation, engagement_id=met, person_id=twin, side="theirs", came=True)
        promised = records.add(
            commitment,
            wording="Send the port memorandum",
            direction="we_owe",
            jurisdiction_id=sasebo,
            engagement_id=met,
            due_on=date(2026, 3, 9),
            due_precision="day",
        )
    with store.write("person.merge", mayor) as records:
        records.change(person, twin, merged_into=mayor)
    with store.write("commitment.change", promised) as records:
        records.change(commitment, promised, wording="Send the signed port memorandum")
    with store.write("person.remove", ana) as records:
        records.remove(person, ana)
    undo(store, f"{store.node.name}.5")
    erase.erase(store, ana, [erase.Cell("person", ana, "email")])
    store.close()


main()
