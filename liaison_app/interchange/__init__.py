"""Other programs' formats: the spreadsheets and lists that people bring. Bytes in, frozen rows out.

Imports domain and system only; no store, no SQLAlchemy, no clock, no file is opened here. Start
with ``source.py``: one call from bytes to a ``MeetingLog`` or a ``ContactList``.

Every record of a file below its header row is counted once: read, refused with a reason, empty,
or a note (titles above the header, footnotes, "nil return", headings, repeated headers). The
header row itself is counted nowhere.
"""
