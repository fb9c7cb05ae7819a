"""The visual language: colour tokens, faces, icons, and the one ``Look`` that everything is drawn with.

Imports Qt and ``system`` only. Start with ``look.py`` (``wear`` dresses the application, ``look()`` is what it
wears now), then ``ink.py``, through which every painted part draws.
"""
