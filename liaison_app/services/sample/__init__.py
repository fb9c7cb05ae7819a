"""The sample office: invented people at real places, whose dates move with today.

Its data stands in ``resources/sample/*.toml``, keyed by names of its own, with the tables' own column
names. Imports what services may. Start with ``making.py``; ``dates.py`` says how dates are written.
"""
