"""The user's profile has its place on this machine, and nobody else may look into it."""

import stat
from pathlib import Path

import pytest

from liaison_app.system.paths import profile_folder


def test_the_profile_is_where_the_officer_said_and_nobody_else_may_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIAISON_HOME", str(tmp_path / "stick" / "liaison"))
    assert profile_folder() == tmp_path / "stick" / "liaison"
    assert stat.S_IMODE(profile_folder().stat().st_mode) == 0o700


def test_the_profile_has_a_place_of_its_own_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LIAISON_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert profile_folder().name == "liaison"
    assert profile_folder().is_relative_to(tmp_path)
