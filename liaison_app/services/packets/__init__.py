"""Packets: the content types of ``documents.packet`` filled for a trip or an engagement, and printed.

Everything is taken from a ``Released`` reader; nothing else of the store is asked. Start with
``making.py`` (a packet from reference to file), then ``filling.py``.
"""
