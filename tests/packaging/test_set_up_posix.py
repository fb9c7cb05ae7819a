"""The set-up says in one line what it lacks, and never half starts."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
TOOLS = ("sh", "dirname", "grep", "cut", "tr")


@pytest.fixture
def bare_machine(tmp_path: Path) -> dict[str, str]:
    """An environment with apt but no Python, for somebody who isn't root."""
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found
        (tmp_path / tool).symlink_to(found)
    for name, says in (("id", "echo 1000"), ("apt-get", "echo touched >touched; exit 1")):
        (tmp_path / name).write_text(f"#!/bin/sh\n{says}\n")
        (tmp_path / name).chmod(0o755)
    return {"PATH": str(tmp_path)}


def start(script: str, env: dict[str, str], where: Path) -> "subprocess.CompletedProcess[str]":
    """Run one of the two commands as somebody would."""
    sh = shutil.which("sh")
    assert sh
    command = [sh, str(PACKAGING / script)]
    return subprocess.run(command, env=env, cwd=where, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("script", ["run.sh", "test.sh"])
def test_without_rights_the_line_to_run_is_shown(
    script: str, bare_machine: dict[str, str], tmp_path: Path
) -> None:
    ended = start(script, bare_machine, tmp_path)
    assert (ended.returncode, ended.stdout) == (1, "")
    lists, _, line = ended.stderr.splitlines()[-1].partition(" && ")
    words = line.split()
    assert lists == "sudo apt-get update"
    assert words[:5] == ["sudo", "apt-get", "install", "-y", "--no-install-recommends"]
    assert {"python3-venv", "libegl1", "libbrotli1", "fonts-noto-core"} <= set(words)
    assert ("xvfb" in words) == (script == "test.sh")
    assert not (tmp_path / "touched").exists()


def test_what_pip_says_is_one_line_and_the_next_start_tries_again(tmp_path: Path) -> None:
    copy = tmp_path / "packaging"
    shutil.copytree(PACKAGING, copy, ignore=shutil.ignore_patterns("__pycache__"))
    offline = dict(os.environ, PATH=str(tmp_path), PIP_NO_INDEX="1", PIP_FIND_LINKS=str(tmp_path))
    command = [sys.executable, str(copy / "bootstrap.py"), "run", "--version"]
    ended = subprocess.run(command, env=offline, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (1, "")
    setting_up, failure = ended.stderr.splitlines()
    assert setting_up == f"Setting Liaison up in {tmp_path / '.venv'} …"
    assert "pip says: ERROR: Could not find a version" in failure
    assert not list((tmp_path / ".venv").glob("set-up-for-*"))
