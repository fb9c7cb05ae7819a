"""The parts that every page is made of: words, buttons, fields, chips, badges, cards, rows, bars.

Imports Qt, ``look/`` and ``system``. Start with ``layout.py`` (``across``, ``down``) and ``card.py``; every part is
real, can be reached by keyboard and has an accessible name; heights come from font metrics.
Not here: lists and tables (``lists/``), the window (``frame/``).
"""
