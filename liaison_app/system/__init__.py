"""What the machine gives: files, paths, settings, clock, letters of every script, the words for people.

Imports nothing of the house but itself. Start with ``messages.py`` and ``files.py``.
"""
