"""Organizations: the list, the record with its offices, the editor. Start with ``page.py``."""
