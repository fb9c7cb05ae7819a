"""Where things are kept: the encrypted file, its key, the door, the journal, undo, erasure, search, backup.

Imports domain and system only. Start with ``door.py``: every write goes through it.
"""
