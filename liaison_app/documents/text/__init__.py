"""Text on paper: which face has each letter, how letters join, in what order they stand, where lines end.

May import ``system`` and ``domain`` only. Start with ``faces.py``, then ``lines.py``.
"""
