"""``liaison handover``: a preview by default, one step with --apply."""

import json
from pathlib import Path

from tests.cli.conftest import Liaison


def test_a_new_mayor_is_previewed_applied_and_undone(file: Path, liaison: Liaison) -> None:
    asked = ("handover", file, "principal", "--to", "Delphine Osei-Ward", "--on", "2027-01-04")
    unnamed = liaison(*asked)
    assert (unnamed.code, "such as Mayor" in unnamed.err) == (1, True)
    words = (*asked, "--post", "Mayor")
    told = liaison(*words)
    assert told.code == 0
    assert "Delphine Osei-Ward: Mayor from 2027-01-04." in told.out
    assert "--apply" in told.out
    assert liaison("list", file, "people").out.count("\n") == 1
    done = json.loads(liaison(*words, "--apply", "--json").out)
    assert done["plan"]["to"] == "Delphine Osei-Ward"
    assert "Delphine Osei-Ward" in liaison("list", file, "people").out
    again = liaison("handover", file, "principal", "--vacant", "--on", "2027-03-01")
    assert "Delphine Osei-Ward: last day as Mayor is 2027-02-28." in again.out
    assert "Mayor: vacant from 2027-03-01." in again.out
    assert liaison("undo", file, done["step"]).code == 0
    assert "Osei-Ward" not in liaison("list", file, "people").out


def test_a_new_officer_gets_the_desk_and_a_note(file: Path, liaison: Liaison) -> None:
    told = liaison("handover", file, "officer", "--to", "Ottilie Brandvold")
    assert told.code == 0
    assert "Marisol Okafor-Reyes hands this copy over to Ottilie Brandvold" in told.out
    assert "Handover note for Ottilie Brandvold" in told.out
    done = liaison("handover", file, "officer", "--to", "Ottilie Brandvold", "--apply")
    assert "takes all of it back" in done.out
    same = liaison("handover", file, "officer", "--to", "P-0002", "--apply")
    assert (same.code, "works in this copy already" in same.err) == (1, True)
    assert liaison("undo", file).code == 0
    assert "Marisol Okafor-Reyes hands" in liaison("handover", file, "officer", "--to", "X Y").out


def test_what_belongs_to_a_principal_alone_is_wrong_for_an_officer(
    file: Path, liaison: Liaison
) -> None:
    assert liaison("handover", file, "officer", "--vacant").code == 2
    assert liaison("handover", file, "principal", "--to", "Delphine Osei-Ward").code == 2
    words = ("handover", file, "principal", "--vacant", "--on")
    assert liaison(*words, "someday", "--post", "Mayor").code == 1
    assert liaison(*words, "2027-01-04", "--post", "J-0001").code == 1
    assert liaison(*words, "2027-01-04", "--post", "Mayor", "--review", "J-0001").code == 1
