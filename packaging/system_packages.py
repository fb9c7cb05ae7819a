"""The libraries and fonts that Liaison needs of a Linux system: found, installed, or asked for."""

import ctypes
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

LIST = Path(__file__).with_name("debian-packages.txt")


class Package(NamedTuple):
    """A Debian package, the library or file that proves it's there, and what it's for."""

    name: str
    proof: str
    purpose: str

    @property
    def missing(self) -> bool:
        """Whether this machine lacks it."""
        if self.proof.startswith("/"):
            return not Path(self.proof).exists()
        try:
            ctypes.CDLL(self.proof)
        except OSError:
            return True
        return False


def provide(purposes: set[str]) -> None:
    """Install what is missing for ``purposes``: window, letters, tests.

    Needs root and apt or dnf; otherwise ends with the line to run, or goes on when only fonts lack.
    """
    if not sys.platform.startswith("linux"):
        return
    lines = (line.split() for line in LIST.read_text("utf-8").splitlines() if line[0] != "#")
    wanted = [Package(*line) for line in lines]
    missing = [package for package in wanted if package.purpose in purposes and package.missing]
    if find_spec("ensurepip") is None:
        missing.insert(0, Package("python3-venv", "ensurepip", "window"))
    if not missing:
        return
    if shutil.which("apt-get"):
        _install("apt-get install -y --no-install-recommends", missing, [p.name for p in missing])
    elif needed := [package for package in missing if package.purpose == "window"]:
        _install("dnf install -y", needed, [f"{p.proof}()(64bit)" for p in needed])


def _install(command: str, missing: list[Package], names: list[str]) -> None:
    words = [*command.split(), *names]
    optional = all(package.purpose == "letters" for package in missing)
    if shutil.which(words[0]) and os.geteuid() == 0:
        print("Installing", *names, "…", file=sys.stderr)
        if _succeeds(words) or (_succeeds([words[0], "update"]) and _succeeds(words)):
            return
    lists = "sudo apt-get update && " if words[0] == "apt-get" else ""
    line = lists + " ".join(["sudo", *(f"'{word}'" if "(" in word else word for word in words)])
    if optional:
        print(
            f"Some scripts will be printed in Latin letters until this is run:\n{line}",
            file=sys.stderr,
        )
    else:
        sys.exit(f"Liaison needs packages of this system. Run this line, then start again:\n{line}")


def _succeeds(words: list[str]) -> bool:
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    done = subprocess.run(words, env=quiet, capture_output=True, check=False)
    return done.returncode == 0
