"""What whoever prints should know: told beside the packet, never in it."""

from dataclasses import dataclass

from liaison_app.system.messages import text


@dataclass(frozen=True)
class Caution:
    """A code of the message catalogue and what fills it."""

    code: str
    params: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return text(self.code, **dict(self.params))
