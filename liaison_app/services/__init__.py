"""What an officer can do, a verb on a noun each: commands write through the door, queries return frozen rows.

Start with ``office.py`` (an open office) and ``commitments.py``.
"""
