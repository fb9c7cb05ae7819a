"""Import: a list that somebody brings, shown row by row as it would come in, applied as one step.

Imports Qt, ``look/``, ``parts/``, ``lists/``, ``records/``, interchange's words, services and system. Start with
``page.py``.
"""
