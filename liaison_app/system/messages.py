"""The message catalogue: every text for people, found by its code and filled with its parameters."""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

from liaison_app.system import wording


def _collect() -> dict[str, str]:
    texts: dict[str, str] = {}
    for module in iter_modules(wording.__path__):
        part: Mapping[str, str] = import_module(f"{wording.__name__}.{module.name}").TEXTS
        twice = texts.keys() & part.keys()
        if twice:
            raise ValueError(f"two texts for {sorted(twice)}")
        texts.update(part)
    return texts


TEXTS: Mapping[str, str] = _collect()


def text(code: str, **params: object) -> str:
    """The sentence for ``code``. A code without a text is a mistake of ours and raises ``KeyError``."""
    return TEXTS[code].format(**params)
