"""What an officer can do, a verb on a noun each: commands write through the door, queries return frozen rows.

Start with ``office.py`` (an open office), ``editing.py`` (how commands write) and
``lists/listing.py`` (how lists are asked).
"""
