"""Liaison: the relationship memory of a diplomacy office, in one encrypted file.

The rooms of the house, from what is seen down to what things are (a room imports only rooms below it)::

    __main__, app          composition root: the only modules that see every room
    desktop | cli          what is seen
    services               what an officer can do: commands write through the door, queries return rows
    documents | interchange | sync    paper and sheets | other programs' formats | other people's copies
    reference              the world as shipped
    store                  where things are kept: file, key, door, journal, undo, search, backup
    domain | system        what things are, and their rules | files, settings, clock, words

Start reading in ``store/door.py`` (how anything gets written) and ``services/`` (what can be done).
"""

__version__ = "0.1.0"
