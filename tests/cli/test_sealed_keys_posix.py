"""A clerk's private key can be read by nobody else on the computer."""

import stat
from pathlib import Path

from tests.cli.conftest import Liaison


def test_a_private_key_is_its_owners_only(liaison: Liaison, tmp_path: Path) -> None:
    private = tmp_path / "clerk.key"
    assert liaison("recoverykey", private, tmp_path / "clerk.pub", passphrase=None).code == 0
    assert stat.S_IMODE(private.stat().st_mode) & 0o077 == 0
