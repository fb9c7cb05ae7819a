"""Every table declared: importing this module leaves no table of an office out of ``metadata``."""

from liaison_app.store.tables import house, journal, meetings, people, places, promises
from liaison_app.store.tables.declare import metadata

__all__ = ["house", "journal", "meetings", "metadata", "people", "places", "promises"]
