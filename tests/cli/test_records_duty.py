"""``liaison hold``, ``anonymise``, ``purge``, ``subject`` and ``requestset``: the records officer's commands."""

import json
from pathlib import Path

from tests.cli.conftest import Liaison


def person(file: Path, liaison: Liaison) -> str:
    """The reference of the officer, the one person of a new office."""
    ref: str = json.loads(liaison("list", file, "people", "--json").out)[0]["ref"]
    return ref


def test_hold_is_put_with_a_reason_shown_and_lifted(file: Path, liaison: Liaison) -> None:
    ref = person(file, liaison)
    assert liaison("hold", file, ref).code == 1
    put = liaison("hold", file, ref, "--reason", "Harbour inquiry")
    assert put.code == 0
    assert "under a legal hold" in put.out
    assert "Under legal hold since" in (shown := liaison("show", file, ref).out)
    assert "Harbour inquiry" in shown
    assert json.loads(liaison("show", file, ref, "--json").out)["hold"]["reason"]
    assert liaison("hold", file, ref, "--lift", "--reason", "Closed").code == 0
    assert json.loads(liaison("show", file, ref, "--json").out)["hold"] is None


def test_anonymise_tells_what_would_go_and_does_it_only_for_good(
    file: Path, liaison: Liaison, tmp_path: Path
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("Name,Email\nMiren Zubeldia,mz@harbour.example\n", encoding="utf-8")
    assert liaison("import", file, people, "--as", "contacts", "--apply").code == 0
    found = json.loads(liaison("search", file, "Zubeldia", "--json").out)
    ref = next(one["ref"] for one in found if one["kind"] == "person")
    told = liaison("anonymise", file, ref)
    assert told.code == 0
    assert "--for-good" in told.out
    assert "Zubeldia" not in told.out
    assert "Zubeldia" in liaison("show", file, ref).out
    backups = tmp_path / "backups"
    backups.mkdir()
    assert liaison("backup", file, backups).code == 0
    done = liaison("anonymise", file, ref, "--for-good", "--backups", backups, "--rewrite-backups")
    assert (done.code, done.out.count("Erased in this copy, too")) == (0, 2), done.out
    (copy,) = backups.iterdir()
    assert f"Person {ref} (anonymised)" in liaison("show", copy, ref).out
    copy.unlink()
    assert f"Person {ref} (anonymised)" in liaison("show", file, ref).out
    assert liaison("anonymise", file, ref, "--for-good").code == 1
    assert liaison("check", file).code == 0


def test_subject_purge_and_requestset_from_a_script(
    file: Path, liaison: Liaison, tmp_path: Path
) -> None:
    ref = person(file, liaison)
    out = tmp_path / "subject.txt"
    made = json.loads(liaison("subject", file, ref, out, "--json").out)
    assert made["counts"]["tenure"] == 1
    assert f"({ref})" in out.read_text("utf-8")
    assert liaison("subject", file, "J-0001", out).code == 1
    assert "No private facts" in liaison("purge", file).out
    assert liaison("purge", file, "--all").code == 2
    assert liaison("requestset", file, "Port").code == 1
    found = liaison("requestset", file, "Port", "--create", "chattanooga", "--json")
    first = json.loads(found.out)["records"][0]["ref"]
    written = tmp_path / "port.json"
    words = ("--withhold", first, "--reason", "Not responsive", "--out", written)
    assert "withheld: Not responsive" in liaison("requestset", file, "Port", *words).out
    assert json.loads(written.read_text("utf-8"))["withheld"][0]["ref"] == first


def test_anonymise_names_backups_of_an_older_passphrase_and_folders_that_are_away(
    file: Path, liaison: Liaison, tmp_path: Path
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("Name,Email\nMiren Zubeldia,mz@harbour.example\n", encoding="utf-8")
    assert liaison("import", file, people, "--as", "contacts", "--apply").code == 0
    found = json.loads(liaison("search", file, "Zubeldia", "--json").out)
    ref = next(one["ref"] for one in found if one["kind"] == "person")
    stick = tmp_path / "stick"
    stick.mkdir()
    assert liaison("backup", file).code == liaison("backup", file, stick).code == 0
    new = "a kettle of quiet brass"
    assert liaison("passphrase", file, pipe=f"{new}\n").code == 0
    (kept,) = file.with_name("office backups").glob("office 20*")
    stick.rename(tmp_path / "in the drawer")
    told = liaison("anonymise", file, ref, passphrase=new)
    assert (
        f"opens with an older passphrase and still says it all; delete it by hand: {kept}"
        in told.out
    )
    assert f"{stick} can’t be looked through now: copies in it still say it all" in told.out
    words = ("--for-good", "--delete-backups", "--json")
    done = json.loads(liaison("anonymise", file, ref, *words, passphrase=new).out)
    assert str(kept) in done["backups_left"]
    assert str(kept) in done["backups_older_passphrase"]
    assert done["backup_folders_away"] == [str(stick)]
    assert kept.exists()
