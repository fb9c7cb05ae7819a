"""Window and command line at one office at once: real processes, each sees what the other did."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from liaison_app.desktop.parts.field import Field
from liaison_app.domain.kinds import Kind
from liaison_app.services import people
from liaison_app.services.lists.catalogue import LISTINGS
from liaison_app.services.office import Office
from liaison_app.store.sqlite import connection as sqlite
from tests.desktop.conftest import shown_texts
from tests.desktop.job.conftest import KEY, Officer
from tests.desktop.test_editing import form_of

ROOT = Path(__file__).parents[3]


def elsewhere(office: Office, *lines: str) -> list[str]:
    """The words of a Python program in which ``office`` is this office, open in a process of its own."""
    key = office.store.key
    program = [
        "import sys",
        "from pathlib import Path",
        "from liaison_app.services import people",
        "from liaison_app.services.office import Profile, open_with",
        "from liaison_app.store.key import Key",
        "from liaison_app.system.clock import Clock",
        f"path, known = Path({str(office.path)!r}), Path({str(office.profile.path)!r})",
        f"key = Key(bytes.fromhex({key.raw.hex()!r}), bytes.fromhex({key.salt.hex()!r}))",
        "office = open_with(path, key, Clock(), Profile(known))",
        *lines,
        "office.close()",
    ]
    return [sys.executable, "-c", "\n".join(program)]


@contextmanager
def held_elsewhere(office: Office) -> Iterator[None]:
    """Another process is in the middle of a write."""
    words = elsewhere(
        office,
        "with office.store.write_local():",
        "    print('held', flush=True)",
        "    sys.stdin.readline()",
    )
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield
        other.stdin.close()


def looked(officer: Officer) -> None:
    officer.settle()
    officer.window.others.look()
    officer.settle()


def test_what_the_command_line_adds_is_shown_and_said(officer: Officer, office: Office) -> None:
    officer.session.open_page("people")
    looked(officer)
    subprocess.run(elsewhere(office, "people.add(office, 'Ana Lindqvist')"), check=True, cwd=ROOT)
    looked(officer)
    assert officer.notice.startswith("Another program: ")
    assert "Ana Lindqvist" in officer.notice
    assert "People, 2" in shown_texts(officer.window.sidebar)
    officer.session.open_page("people")
    officer.settle()
    assert officer.window.actions_.get("undo").isEnabled(), (
        "it's this officer's step, undone by name"
    )


def test_our_own_steps_are_not_taken_for_others(officer: Officer, office: Office) -> None:
    looked(officer)
    officer.session.do(lambda: people.add(office, "Bea Marchetti"))
    looked(officer)
    assert not officer.notice.startswith("Another program")


def test_what_is_typed_stays_while_others_write(officer: Officer, office: Office) -> None:
    done = people.add(office, "Ana Lindqvist")
    officer.session.open_record(Kind.PERSON, done.id)
    officer.settle()
    officer.press(KEY.Key_F2)
    name = form_of(officer.window).field("full_name")
    assert isinstance(name, Field)
    name.setText("Ana Lindqvist-Ōta")
    looked(officer)
    subprocess.run(elsewhere(office, "people.add(office, 'Cem Aydın')"), check=True, cwd=ROOT)
    looked(officer)
    assert form_of(officer.window).field("full_name") is name
    assert name.text() == "Ana Lindqvist-Ōta"


def test_a_long_write_elsewhere_is_said_and_what_is_typed_kept(
    office: Office, officer: Officer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.store._raw_writer.execute("PRAGMA busy_timeout = 20")
    done = people.add(office, "Ana Lindqvist")
    officer.session.open_record(Kind.PERSON, done.id)
    officer.settle()
    officer.press(KEY.Key_F2)
    form = form_of(officer.window)
    name = form.field("full_name")
    assert isinstance(name, Field)
    name.setText("Ana Lindqvist-Ōta")
    with held_elsewhere(office):
        form.save()
        officer.settle()
        assert "Another program has been holding this office" in shown_texts(form)
        assert name.text() == "Ana Lindqvist-Ōta"
        assert LISTINGS[Kind.PERSON].count(office) == 2, "reading goes on"
    form.save()
    officer.settle()
    assert "Ana Lindqvist-Ōta" in shown_texts(officer.page("people"))


def test_the_command_line_waits_for_the_window_and_then_says_so(
    office: Office, officer: Officer
) -> None:
    assert sqlite.BUSY_MS == 5_000
    short = "from liaison_app.store.sqlite import connection; connection.BUSY_MS = 20"
    words = elsewhere(office, "people.add(office, 'Ana Lindqvist')")
    words[-1] = f"{short}\n{words[-1]}"
    with office.store.write_local():
        said = subprocess.run(words, check=False, capture_output=True, text=True, cwd=ROOT)
    assert "store.busy" in said.stderr
    assert LISTINGS[Kind.PERSON].count(office) == 1
