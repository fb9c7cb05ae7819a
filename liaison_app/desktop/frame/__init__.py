"""The window around every page: menu bar, sidebar, header, notice bar, and Ctrl+K.

Imports Qt, ``look/``, ``parts/``, ``lists/``, ``actions`` and ``system``. Start with ``window.py``.
"""
