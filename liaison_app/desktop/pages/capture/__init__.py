"""Capture: a whole meeting on one screen, by keyboard alone, saved as one step.

Imports Qt, ``look/``, ``parts/``, ``lists/``, ``records/words``, services and system. Start with ``page.py``.
"""
