"""What becomes of the bytes of an office whose key was changed, where a file may be open as it's replaced."""

from pathlib import Path

from liaison_app.store.rekeying import change_key
from tests.store.conftest import KEY
from tests.store.rekey_writer import key_number


def test_the_old_bytes_are_overwritten_where_they_lay(path: Path) -> None:
    with path.open("rb") as old:
        before = old.read()
        change_key(path, KEY, key_number(7))
        old.seek(0)
        after = old.read()
    pages = range(0, len(before), 4096)
    assert len(after) == len(before)
    assert all(before[at : at + 4096] != after[at : at + 4096] for at in pages)
