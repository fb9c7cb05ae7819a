"""The packet in the window: what goes in, its real pages, what to settle before it is printed.

Imports Qt, ``look/``, ``parts/``, ``lists/``, ``records/``, pypdfium2, services and system. Start with ``page.py``.
"""
