"""Things that come from the worker in great numbers and are needed one by one, if at all."""

import pickle
from typing import Generic, TypeVar

T = TypeVar("T")


class Packed(Generic[T]):
    """A thing that travels as bytes and stays so until it's opened; where it was made it is itself.

    A hundred thousand small objects at once hold up the window each time that Python looks through
    them for garbage: a third of a second for a list of 50,000 rows. Bytes it doesn't look into.
    """

    __slots__ = ("_bytes", "_thing")

    def __init__(self, thing: T) -> None:
        self._thing: T | None = thing
        self._bytes = b""

    def open(self) -> T:
        """The thing."""
        if self._thing is not None:
            return self._thing
        thing: T = pickle.loads(self._bytes)  # noqa: S301 - packed by ``__getstate__`` in the worker
        return thing

    def __getstate__(self) -> bytes:
        return self._bytes or pickle.dumps(self._thing, pickle.HIGHEST_PROTOCOL)

    def __setstate__(self, packed: bytes) -> None:
        self._bytes, self._thing = packed, None
