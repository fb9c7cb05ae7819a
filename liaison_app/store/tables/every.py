"""Every table declared: importing this module leaves no table of an office out of ``metadata``."""

from liaison_app.store.tables import (
    agreements,
    coordination,
    gifts,
    house,
    journal,
    meetings,
    outcomes,
    papers,
    people,
    places,
    programmes,
    promises,
    requests,
    rules,
)
from liaison_app.store.tables.declare import metadata

__all__ = [
    "SCHEMA",
    "agreements",
    "coordination",
    "gifts",
    "house",
    "journal",
    "meetings",
    "metadata",
    "outcomes",
    "papers",
    "people",
    "places",
    "programmes",
    "promises",
    "requests",
    "rules",
]

SCHEMA = 3
"""The number of these tables; a file with a greater one is from a newer Liaison. It rises with each
release that adds to them (tables and columns are only ever added, ``migrate.py``) or makes other
triggers."""
