"""Refusals: what an officer asked for and can't have, as a code with parameters, worded in the catalogue."""

from collections.abc import Callable
from functools import partial


class Refusal(Exception):
    """Something was refused and nothing was written.

    ``code`` names a text of the message catalogue (``system/messages.py``), ``params`` fill it.
    The command line prints the sentence and ends with 1; the window shows it in place.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __reduce__(self) -> tuple[Callable[[], "Refusal"], tuple[()]]:
        """As it goes from one process to another: pickle alone would pass ``params`` as one argument."""
        return partial(Refusal, self.code, **self.params), ()
