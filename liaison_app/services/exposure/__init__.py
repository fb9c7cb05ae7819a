"""Exposure: what a lost or stolen copy of an office held, for whoever must report it.

``held.py`` says what is told, ``telling.py`` looks into the copy, ``tables.py`` asks only for what a
file of its format has.
"""
