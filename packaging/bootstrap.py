"""Set Liaison up in ``.venv`` and start it, or its checks and tests. Standard library only.

    python bootstrap.py run [COMMAND…]     liaison COMMAND…, or the demonstration
    python bootstrap.py test [ARG…]        all checks, then pytest ARG…

Installs exactly what ``run.lock`` and ``test.lock`` list, through the user's own pip settings.
When nothing has changed since the last time, it starts at once.
"""

import hashlib
import os
import subprocess
import sys
import time
import venv
from pathlib import Path

import system_packages

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
LOCKS = {"run": ("run.lock",), "test": ("run.lock", "test.lock")}
PURPOSES = {"run": {"window", "letters"}, "test": {"window", "letters", "tests"}}
MAIN_JOB = ["demo", "liaison-demo"]
CHECKS = (
    ["ruff", "check", "--quiet"],
    ["ruff", "format", "--check", "--quiet"],
    ["mypy", "--no-error-summary"],
    ["lint-imports", "--no-logo"],
)


def main() -> int:
    """Do what the command line says; returns the exit code of what was started."""
    task, *rest = sys.argv[1:]
    if not (3, 11) <= sys.version_info < (3, 15):
        sys.exit(f"Liaison needs Python 3.11 to 3.14; this is {sys.version.split()[0]}.")
    set_up(task)
    headless = not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if sys.platform.startswith("linux") and headless:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if task == "test":
        return test(rest)
    command = [str(PYTHON), "-P", "-m", "liaison_app", *(rest or MAIN_JOB)]
    if not WINDOWS:
        os.execv(command[0], command)
    return subprocess.call(command)


def set_up(task: str) -> None:
    """Install what ``task`` needs, unless that was done with these locks and this Python."""
    stamp = _stamp(task)
    if stamp.is_file() and stamp.read_text("utf-8") == _fingerprint(task) and PYTHON.exists():
        return
    system_packages.provide(PURPOSES[task])
    print(f"Setting Liaison up in {VENV} …", file=sys.stderr)
    try:
        venv.create(VENV, clear=not _made_by_this_python(), symlinks=not WINDOWS, with_pip=True)
        _install(task)
        _make_importable()
        for done in {"run", task}:
            _stamp(done).write_text(_fingerprint(done), "utf-8")
    except (OSError, subprocess.CalledProcessError) as fault:
        sys.exit(
            f"Liaison could not be set up in {VENV}: {fault}. Put that right, then start again."
        )


def test(arguments: list[str]) -> int:
    """Run every check, then the tests; 0 if all hold. pytest's closing line comes last."""
    failed = False
    for check in CHECKS:
        start = time.monotonic()
        code = subprocess.call([str(BIN / check[0]), *check[1:]], cwd=ROOT)
        said = "ok" if code == 0 else "FAILED"
        print(f"{' '.join(check[:2])}: {said} in {time.monotonic() - start:.0f} s", flush=True)
        failed = failed or code != 0
    pytest = [str(PYTHON), "-m", "pytest", "-q", "-n", "auto", *arguments]
    return subprocess.call(pytest, cwd=ROOT) or int(failed)


def _stamp(task: str) -> Path:
    return VENV / f"set-up-for-{task}"


def _fingerprint(task: str) -> str:
    parts = [sys.version.encode(), os.fsencode(ROOT)]
    parts += [(ROOT / "packaging" / lock).read_bytes() for lock in LOCKS[task]]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _made_by_this_python() -> bool:
    try:
        said = (VENV / "pyvenv.cfg").read_text("utf-8")
    except OSError:
        return False
    version = ".".join(map(str, sys.version_info[:2]))
    return f"= {version}." in said and PYTHON.exists()


def _install(task: str) -> None:
    pip = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    pip += ["--require-hashes", "--only-binary", ":all:"]
    for lock in LOCKS[task]:
        pip += ["-r", str(ROOT / "packaging" / lock)]
    done = subprocess.run(pip, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        reason = (errors or done.stderr.split("\n"))[0].strip()
        sys.exit(f"The libraries could not be installed. pip says: {reason}")


def _make_importable() -> None:
    """Let ``.venv`` find the package in this checkout, wherever it's started from."""
    packages = (
        VENV / ("Lib" if WINDOWS else f"lib/python3.{sys.version_info.minor}") / "site-packages"
    )
    (packages / "liaison-checkout.pth").write_text(f"{ROOT}\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
