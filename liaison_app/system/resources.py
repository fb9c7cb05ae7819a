"""The data shipped with the program: icons, the sample office. Read through one function."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_PLACES = (_PACKAGE / "resources", _PACKAGE.parent / "resources")
"""Inside an installed package; beside the package in a checkout."""


def resource(name: str) -> Path:
    """The file or folder ``name`` of ``resources/``, like ``icons/person.svg``.

    A name that isn't shipped is a mistake of ours and raises ``FileNotFoundError``.
    """
    for place in _PLACES:
        found = place / name
        if found.exists():
            return found
    raise FileNotFoundError(f"no resource {name!r}")
