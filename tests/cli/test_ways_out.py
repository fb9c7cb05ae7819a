"""``liaison export`` and ``liaison packet``: files whole or not at all, one sentence when refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.cli.conftest import Liaison

AS_OF = ("--as-of", "2026-11-24T15:00:00Z")
MEETINGS = """Date,Meeting,Jurisdiction,Person,Commitment we made
2026-03-10,Video call on the port,Busan,Seo Min-jae,Send the draft agreement
2026-05-05,Courtesy call,Bilbao,Ane Etxeberria,
"""


@pytest.fixture
def office(file: Path, liaison: Liaison, tmp_path: Path) -> Path:
    """An office with two meetings from a log."""
    log = tmp_path / "log.csv"
    log.write_text(MEETINGS, encoding="utf-8")
    assert liaison("import", file, log, "--apply", "--json").code == 0
    return file


def said(out: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(out)
    return found


def refs(liaison: Liaison, office: Path) -> list[str]:
    return [row["ref"] for row in json.loads(liaison("list", office, "engagements", "--json").out)]


def test_export_writes_the_workbook_and_says_what_is_in_it(
    office: Path, liaison: Liaison, tmp_path: Path
) -> None:
    out = tmp_path / "out.xlsx"
    made = said(liaison("export", office, out, *AS_OF, "--json").out)
    assert (made["audience"], made["sheets"]["Engagements"]) == ("hq", 2)
    assert "Engagements" in CalamineWorkbook.from_path(str(out)).sheet_names
    again = tmp_path / "again.xlsx"
    assert said(liaison("export", office, again, *AS_OF, "--json").out)["sha256"] == made["sha256"]
    assert again.read_bytes() == out.read_bytes()


def test_export_of_a_period(office: Path, liaison: Liaison, tmp_path: Path) -> None:
    out = tmp_path / "q2.xlsx"
    found = liaison("export", office, out, "--from", "2026-Q2", "--to", "2026-Q2", "--json")
    assert said(found.out)["sheets"]["Engagements"] == 1


def test_packet_writes_a_pdf_and_counts_its_versions(
    office: Path, liaison: Liaison, tmp_path: Path
) -> None:
    out, ref = tmp_path / "packet.pdf", refs(liaison, office)[0]
    first = said(liaison("packet", office, ref, out, *AS_OF, "--paper", "a4", "--json").out)
    assert out.read_bytes().startswith(b"%PDF")
    assert (first["ref"], first["version"], first["variant"]) == (ref, 1, "staff")
    second = liaison("packet", office, ref, out, "--variant", "principal")
    assert second.code == 0
    assert "version 2" in second.out


@pytest.mark.parametrize(
    "words",
    [
        ("export", "out.xlsx", "--from", "2026-02-31"),
        ("export", "out.xlsx", "--as-of", "yesterday"),
        ("export", "out.xlsx", "--audience", "partner"),
        ("export", "out.xlsx", "--audience", "partner", "--for", "J-9999"),
        ("export", "out.xlsx", "--for", "J-0001"),
        ("export", "missing/out.xlsx"),
        ("export", "."),
        ("packet", "E-1999-0001", "out.pdf"),
        ("packet", "J-0001", "out.pdf"),
    ],
)
def test_a_refusal_is_one_sentence_and_leaves_nothing(
    office: Path, liaison: Liaison, tmp_path: Path, words: tuple[str, ...]
) -> None:
    before = sorted(tmp_path.iterdir())
    command, *rest = words
    placed = [tmp_path / word if word.endswith((".xlsx", ".pdf", ".")) else word for word in rest]
    found = liaison(command, office, *placed)
    assert (found.code, found.out) == (1, "")
    assert found.err.strip()
    assert "Traceback" not in found.err
    assert len(found.err.strip().splitlines()) == 1
    assert sorted(tmp_path.iterdir()) == before


def test_a_packet_never_takes_the_place_of_an_office(office: Path, liaison: Liaison) -> None:
    before = refs(liaison, office)
    for out in (office, office.with_name("another.liaison")):
        assert liaison("packet", office, before[0], out).code == 1
        assert liaison("export", office, out).code == 1
    assert refs(liaison, office) == before
    assert not office.with_name("another.liaison").exists()


@pytest.mark.parametrize("variant", ["minister", ""])
def test_a_variant_that_there_is_not_is_wrong_usage(
    office: Path, liaison: Liaison, tmp_path: Path, variant: str
) -> None:
    found = liaison("packet", office, "E-2026-0001", tmp_path / "out.pdf", "--variant", variant)
    assert found.code == 2
