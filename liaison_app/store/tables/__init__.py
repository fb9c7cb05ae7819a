"""The tables, declared once for SQLite and PostgreSQL: what each column is, who may read it, how it is journalled.

Start with ``declare.py``, then any table file; no SQLite-only type or default stands here. Importing
this folder declares them all.
"""

from liaison_app.store.tables import house, journal, meetings, people, places, promises
from liaison_app.store.tables.declare import metadata

__all__ = ["house", "journal", "meetings", "metadata", "people", "places", "promises"]
