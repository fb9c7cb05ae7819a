"""The briefing packet: what it says (``content/``), how its pages are built, and the PDF that comes out.

May import ``documents.text``, ``documents.pdf``, ``documents.page``, ``system`` and ``domain``; never store,
services or the clock. Start with ``content/packet.py`` (fill a ``Packet``), then ``render.py``.
"""
