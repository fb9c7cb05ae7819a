"""What things are, and the rules that hold for them: dates, names, codes, commitments, tenures, audiences.

Standard library only; no clock, no file, no database. Start with ``records.py`` and ``dates.py``.
"""
