"""People: the list, the record with offices held over time, the editor. Start with ``page.py``."""
