"""The window: PySide6 lives here and nowhere else. Rows from services in, services' verbs out.

Never imports SQLAlchemy, store, documents or sync. Start with ``frame/window.py``;
how things look is in ``look/``, what pages are made of in ``parts/`` and ``lists/``.
"""
