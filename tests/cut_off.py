"""A folder that stands there and answers nothing: a share cut off, a stick pulled out, no right to it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

_CALLS = ("stat", "lstat", "listdir", "scandir", "mkdir", "open", "rename", "replace", "unlink")


def cut_off(folder: Path, error: int, patch: pytest.MonkeyPatch) -> None:
    """Let the system answer with this ``errno`` whatever is asked of the folder, or in it."""
    for name in _CALLS:
        patch.setattr(os, name, _refusing(getattr(os, name), folder, error))


def _refusing(real: Callable[..., object], folder: Path, error: int) -> Callable[..., object]:
    def call(path: object = ".", *more: object, **named: object) -> object:
        asked = isinstance(path, str | os.PathLike) and Path(os.fspath(path))
        if isinstance(asked, Path) and asked.is_relative_to(folder):
            raise OSError(error, os.strerror(error), str(path))
        return real(path, *more, **named)

    return call
