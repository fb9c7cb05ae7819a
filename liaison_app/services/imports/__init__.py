"""Bringing in what an officer has in spreadsheets: compared, shown first, applied as one step.

Reads through ``interchange/``, compares by ``source_row`` (DESIGN 4, "The same file again"), writes
through the door. Start with ``bringing.py``: ``look_at`` gives the preview, ``apply`` the step.
"""
