"""Boxes that know their height, how to divide at a page's foot, and how to draw themselves.

May import ``documents.text`` and ``documents.pdf``. Start with ``box.py``, then ``flow.py``.
"""
