"""The pages of the window, a folder each, that don't know each other: whatever two of them need is in ``parts/``,
``lists/`` or ``records/``.

Imports Qt, the rest of ``desktop/`` but the window, services, domain and system. Start with ``../page.py``, which
which says what the window asks of a page, and ``../window.py``, whose table ``PAGES`` plugs them in.
"""
