"""A clerk's recovery key: an office whose passphrase is lost is opened by its clerk, and by nobody else."""

from pathlib import Path

import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.store.envelope import new_keys, sealed, unsealed
from tests.cli.conftest import Liaison

NEW = "a kettle of quiet brass"


@pytest.fixture
def keys(liaison: Liaison, tmp_path: Path) -> tuple[Path, Path]:
    """The clerk's private and public key."""
    private, public = tmp_path / "clerk.key", tmp_path / "clerk.pub"
    assert liaison("recoverykey", private, public, passphrase=None).code == 0
    return private, public


def envelopes(file: Path) -> set[Path]:
    return set(file.parent.glob("*.sealed"))


def test_the_clerk_opens_an_office_whose_passphrase_is_lost(
    liaison: Liaison, file: Path, keys: tuple[Path, Path]
) -> None:
    private, public = keys
    said = liaison("seal", file, public)
    assert said.code == 0, said.err
    assert "Compare it with the clerk" in said.out
    (envelope,) = envelopes(file)
    code = liaison("unseal", envelope, private, passphrase=None).out.strip()
    assert liaison("passphrase", file, passphrase=code, pipe=f"{NEW}\n").code == 0
    assert liaison("list", file, "people", passphrase=NEW).code == 0


def test_a_new_passphrase_gets_a_new_envelope_by_itself(
    liaison: Liaison, file: Path, keys: tuple[Path, Path]
) -> None:
    private, public = keys
    liaison("seal", file, public)
    before = envelopes(file)
    assert liaison("passphrase", file, pipe=f"{NEW}\n").code == 0
    (envelope,) = envelopes(file) - before
    code = liaison("unseal", envelope, private, passphrase=None).out.strip()
    assert liaison("list", file, "people", passphrase=code).code == 0
    (old,) = before
    code = liaison("unseal", old, private, passphrase=None).out.strip()
    assert liaison("list", file, "people", passphrase=code).code == 1


def test_nobody_else_opens_it_and_each_mistake_is_a_sentence(
    liaison: Liaison, file: Path, keys: tuple[Path, Path], tmp_path: Path
) -> None:
    private, public = keys
    liaison("seal", file, public)
    (envelope,) = envelopes(file)
    other = tmp_path / "other.key"
    liaison("recoverykey", other, tmp_path / "other.pub", passphrase=None)
    binary = tmp_path / "x.bin"
    binary.write_bytes(b"\xff\xfe\x00" * 100)
    for words, said in (
        (("unseal", envelope, other), "isn’t sealed to this key"),
        (("unseal", envelope, public), "no private recovery key"),
        (("unseal", private, private), "no sealed key"),
        (("unseal", binary, private), "can’t be read"),
        (("seal", file, private), "no public recovery key"),
        (("seal", file, tmp_path / "none"), "can’t be read"),
        (("recoverykey", private, tmp_path / "y"), "exists already"),
    ):
        done = liaison(*words)
        assert (done.code, done.out) == (1, ""), words
        assert said in done.err


def test_an_altered_envelope_is_refused() -> None:
    made = new_keys()
    envelope = sealed("ABCDE-FGHIJ", made.public)
    assert unsealed(envelope, made.private_text) == "ABCDE-FGHIJ"
    last = envelope.rstrip("=\n")[-3]
    altered = (
        envelope.rstrip("=\n")[:-3] + ("A" if last != "A" else "B") + envelope.rstrip("=\n")[-2:]
    )
    with pytest.raises(Refusal):
        unsealed(altered + envelope[len(altered) :], made.private_text)
