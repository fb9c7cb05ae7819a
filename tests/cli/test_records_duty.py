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
