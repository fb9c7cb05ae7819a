"""The locks hold what the project asks for, each version proved by hashes, and nobody's address."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PINNED = re.compile(r"^([\w.-]+)==([\w.]+)(?: ; [^\\]+)? \\$", re.MULTILINE)
LOCKS = ("run.lock", "test.lock")


def lock_text(name: str) -> str:
    """What stands in a lock."""
    return (ROOT / "packaging" / name).read_text("utf-8")


def asked_for(lock: str) -> list[Requirement]:
    """What ``pyproject.toml`` asks for in this lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lists = {
        "run.lock": project["project"]["dependencies"],
        "test.lock": project["dependency-groups"]["dev"],
    }
    return [Requirement(line) for line in lists[lock]]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_dependency_is_locked_at_a_version_that_fits(lock: str) -> None:
    pinned = dict(PINNED.findall(lock_text(lock)))
    wrong = [
        str(needed)
        for needed in asked_for(lock)
        if not needed.specifier.contains(pinned.get(canonicalize_name(needed.name), "0"))
    ]
    assert wrong == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_version_is_proved_by_hashes(lock: str) -> None:
    lines = lock_text(lock).splitlines()
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        assert "--hash=sha256:" in line or PINNED.match(line + "\n")
        assert "==" not in line or "--hash=sha256:" in following


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_registry_and_no_machine(lock: str) -> None:
    assert re.findall(r"://|index-url|find-links|\s/|\w:\\", lock_text(lock)) == []


def test_both_locks_agree_on_what_they_share() -> None:
    run, test = (dict(PINNED.findall(lock_text(lock))) for lock in LOCKS)
    assert [name for name in run.keys() & test.keys() if run[name] != test[name]] == []
