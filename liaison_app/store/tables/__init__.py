"""The tables, declared once for SQLite and PostgreSQL: what each column is, who may read it, how it is journalled.

Start with ``declare.py``, then any table file; ``every.py`` declares them all. No SQLite-only type or
default stands here.
"""
