"""The terminal that a command speaks through: words, JSON, the passphrase, the office it opens."""

import argparse
import getpass
import io
import json
import os
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from liaison_app.cli.desk import Desk
from liaison_app.domain.errors import Refusal
from liaison_app.domain.strength import strength
from liaison_app.services import backups
from liaison_app.services.moving_in import to_ask
from liaison_app.services.office import Office, Profile, open_office
from liaison_app.services.unlocking import refuse_in_haste, unlock
from liaison_app.system import messages
from liaison_app.system.clock import Clock
from liaison_app.system.paths import profile_folder
from liaison_app.system.six_words import six_words

_VARIABLE = "LIAISON_PASSPHRASE"
_LONGEST_PASSPHRASE = 10_000
"""Characters; a longer line is no passphrase, but the wrong file."""


@dataclass(frozen=True)
class Terminal:
    """Where a command reads and prints, and by which clock it works."""

    source: TextIO
    out: TextIO
    err: TextIO
    environ: MutableMapping[str, str]
    clock: Clock
    profile: Profile
    desk: Desk | None = None

    @classmethod
    def of_this_process(cls, desk: Desk | None = None) -> "Terminal":
        """The real one, in UTF-8 whatever the machine's locale."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="replace")
        profile = Profile(profile_folder() / "copies.json")
        source = sys.stdin if sys.stdin is not None else io.StringIO()  # None: it was closed
        return cls(source, sys.stdout, sys.stderr, os.environ, Clock(), profile, desk)

    @property
    def is_watched(self) -> bool:
        """Whether a person sits there: both ends are a terminal. Progress bars only then."""
        return self.source.isatty() and self.err.isatty()

    def say(self, *lines: str) -> None:
        """Print lines of text."""
        with _printing():
            for line in lines:
                print(line, file=self.out)

    def put_json(self, document: object) -> None:
        """Print one JSON document; dates as ISO text, ids as text."""
        text = json.dumps(document, ensure_ascii=False, indent=2, default=str)
        with _printing():
            print(text, file=self.out)

    def finish(self) -> None:
        """Hand over what was printed, while somebody can still be told that it failed."""
        if self.out is not None:
            with _printing():
                self.out.flush()

    def complain(self, sentence: str) -> None:
        """Say why something was refused."""
        print(sentence, file=self.err)

    def warn(self, sentence: str) -> None:
        """Say what is to know beside what is done; nothing if that's nothing."""
        if sentence:
            self.complain(sentence)

    def ask(self, question: str) -> str:
        """Ask a person; only where ``is_watched``."""
        print(question, end=" ", file=self.err, flush=True)
        return self.source.readline().strip()

    @contextmanager
    def open(self, args: argparse.Namespace) -> Iterator[Office]:
        """The office at ``args.file``, opened with its passphrase and closed afterwards."""
        by_hand = self.source.isatty() and not self.has_passphrase(args)
        if by_hand:
            refuse_in_haste(args.file, self.clock, self.profile)
        opening = unlock if by_hand else open_office
        office = opening(args.file, self.passphrase(args), self.clock, self.profile)
        if self.is_watched:
            self.warn(to_ask(office))
        try:
            yield office
        finally:
            office.close()

    def back_up_before(self, office: Office, what: str) -> None:
        """Keep the way back from an import or a merge; that it failed is said, and stops nobody."""
        kept = backups.make_before(office, what)
        if kept is not None and kept.fault:
            self.complain(kept.fault)

    def passphrase(self, args: argparse.Namespace, *, twice: bool = False) -> str:
        """The passphrase: from ``--passphrase-file``, LIAISON_PASSPHRASE, the prompt or the pipe.

        ``twice`` asks a person again, for a new office. The variable is taken out of the
        environment, so that no process started later inherits it.
        """
        given = self.environ.pop(_VARIABLE, None)
        if args.passphrase_file is not None:
            given = _first_line(args.passphrase_file)
        if given is None:
            given = self._typed("cli.passphrase", twice)
        return self._weighed(given) if twice else _fit(given)

    def new_passphrase(self, file: Path | None) -> str:
        """A new one, for an office that has one: from a file, the prompt (twice) or the pipe."""
        if file is not None:
            return self._weighed(_first_line(file))
        return self._weighed(self._typed("cli.new_passphrase", twice=True))

    def _weighed(self, given: str) -> str:
        """The passphrase, warned of if it's weak, never forbidden."""
        if strength(_fit(given)).word == "weak":
            self.warn(messages.text("cli.weak"))
        return given

    def has_passphrase(self, args: argparse.Namespace) -> bool:
        """Whether one was given beforehand, by ``--passphrase-file`` or LIAISON_PASSPHRASE."""
        return args.passphrase_file is not None or _VARIABLE in self.environ

    def _typed(self, asked: str, twice: bool) -> str:
        """What a person types; for a new one six words are proposed, and it's asked for twice."""
        if not self.source.isatty():
            try:
                return self.source.readline().rstrip("\r\n")
            except UnicodeDecodeError as fault:
                raise Refusal("cli.passphrase_not_text") from fault
        if twice:
            self.warn(messages.text("cli.six_words", words=six_words()))
        given = getpass.getpass(messages.text(asked) + " ")
        if twice and getpass.getpass(messages.text("cli.passphrase_again") + " ") != given:
            raise Refusal("cli.passphrases_differ")
        return given


@contextmanager
def _printing() -> Iterator[None]:
    """A reader who left goes through as it is; a disk that is full is a refusal."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise Refusal("cli.not_printed", reason=fault.strerror) from fault


def _fit(given: str) -> str:
    if not given.strip():
        raise Refusal("key.empty")
    if not _is_text(given):
        raise Refusal("cli.passphrase_not_text")
    return given


def _is_text(given: str) -> bool:
    """Whether this can be written as UTF-8; bytes that aren't text come in as lone surrogates."""
    try:
        given.encode()
    except UnicodeEncodeError:
        return False
    return True


def _first_line(path: Path) -> str:
    """The first line of a file, or of a pipe such as ``<(pass show office)``; a device may be endless."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            line = file.readline(_LONGEST_PASSPHRASE + 1)
    except (OSError, ValueError) as fault:
        raise Refusal("cli.passphrase_file", path=path) from fault
    if len(line) > _LONGEST_PASSPHRASE:
        raise Refusal("cli.passphrase_file", path=path)
    return line.rstrip("\n")
