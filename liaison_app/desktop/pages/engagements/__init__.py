"""Engagements: the list, the record with who takes part, points, promises, the editor. Start with ``page.py``."""
