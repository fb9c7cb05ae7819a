"""Streams as shells give them: closed, full, ended early, not text."""

import os
import subprocess
from pathlib import Path

from tests.journeys.conftest import Run, command, environment


def is_one_sentence(text: str) -> bool:
    return len(text.strip().splitlines()) == 1 and "Traceback" not in text


def test_a_reader_that_leaves_early_hears_no_complaint(file: Path, profile: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        command("list", file, "people"),
        env=environment(profile),
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


def test_output_that_can_not_be_written_is_said(file: Path, run: Run) -> None:
    with Path("/dev/full").open("w") as full:
        done = run("list", file, "people", stdout=full)
    assert done.returncode == 1
    assert is_one_sentence(done.stderr), done.stderr


def test_a_closed_standard_input_is_an_empty_passphrase(file: Path, profile: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", '"$@" <&-', "sh", *command("list", file, "people")],
        env=environment(profile, passphrase=None),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("The passphrase is empty.")
    assert is_one_sentence(done.stderr)


def test_bytes_that_are_no_text_are_refused_wherever_they_come_from(
    file: Path, profile: Path, tmp_path: Path
) -> None:
    broken = b"\xff\xfe".decode("utf-8", "surrogateescape")
    new = ("new", tmp_path / "n.liaison", "--office", "Protocol", "--officer")
    for words, given, pipe in (
        (("list", file, "people"), environment(profile, passphrase=broken), b""),
        (("list", file, "people"), environment(profile, passphrase=None), b"\xff\xfe\n"),
        ((*new, broken), environment(profile), b""),
        (("search", file, broken), environment(profile), b""),
    ):
        done = subprocess.run(
            command(*words), env=given, input=pipe, capture_output=True, check=False
        )
        assert done.returncode == 1, words
        assert is_one_sentence(done.stderr.decode()), done.stderr
    assert not (tmp_path / "n.liaison").exists()


def test_a_file_name_may_be_any_bytes(file: Path, run: Run, meetings: Path) -> None:
    name = b"l\xe9g".decode("utf-8", "surrogateescape")
    source = meetings.rename(meetings.with_name(f"{name}.csv"))
    out = meetings.with_name(f"{name}.xlsx")
    assert run("import", file, source, "--apply").returncode == 0
    done = run("export", file, out)
    assert (done.returncode, done.stderr) == (0, "")
    assert out.stat().st_size > 1000


def test_words_are_read_as_utf_8_in_a_locale_without_letters(file: Path, profile: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        command("search", file, "Zoë 釜山"),
        env=environment(profile) | plain,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Zoë 釜山" in done.stdout.decode()


def test_an_endless_passphrase_file_is_refused(file: Path, run: Run) -> None:
    done = run("list", file, "people", "--passphrase-file", "/dev/zero", passphrase=None)
    assert done.returncode == 1
    assert is_one_sentence(done.stderr), done.stderr
