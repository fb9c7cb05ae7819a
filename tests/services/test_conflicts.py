"""Two officers change one promise on the road; back together they see both versions and settle."""

from liaison_app.services import conflicts, history
from liaison_app.services.office import Office
from liaison_app.store import office_file
from liaison_app.store.copying import copy_office
from liaison_app.store.parcels import take_out
from liaison_app.store.tables.promises import commitment
from liaison_app.store.taking_in import take_in


def test_both_versions_are_shown_with_who_and_when_and_one_is_settled_on(office: Office) -> None:
    with office.store.write("commitment.capture") as records:
        promise = records.add(commitment, wording="Send the port study", direction="we_owe")
    path = office.path.with_name("other.liaison")
    copy_office(office.path, office.store.key, path)
    store = office_file.open_office(path, office.store.key, office.clock, office.profile)
    mine, other = office, Office(store, office.clock, office.profile)
    for one, wording in (
        (mine, "Send the port study in March"),
        (other, "Send the port study by mail"),
    ):
        with one.store.write("commitment.change", promise) as records:
            records.change(commitment, promise, wording=wording)
    with other.read() as connection:
        parcel = take_out(connection)
    take_in(mine.store, parcel)
    (found,) = conflicts.to_settle(mine)
    assert found.subject is not None
    assert found.subject.id == promise
    assert found.started_from == "Send the port study"
    assert [side.value for side in found.sides] == [
        "Send the port study by mail",
        "Send the port study in March",
    ]
    assert all(side.officer is not None for side in found.sides)
    conflicts.settle(mine, found, found.sides[1].value)
    assert conflicts.to_settle(mine) == []
    assert "Settled a conflict" in history.latest(mine)[0].done
    history.undo(mine)
    assert conflicts.to_settle(mine) == [found]
    other.close()
