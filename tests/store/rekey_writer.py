"""To be killed: puts an office under one key after the other, saying each change when it's done."""

import sys
from itertools import count
from pathlib import Path

from liaison_app.store.key import Key
from liaison_app.store.rekeying import change_key
from tests.store.conftest import KEY


def key_number(number: int) -> Key:
    """The key after so many changes."""
    return Key(number.to_bytes(32, "big"), number.to_bytes(16, "big")) if number else KEY


def main(path: Path) -> None:
    for number in count(1):
        change_key(path, key_number(number - 1), key_number(number))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
