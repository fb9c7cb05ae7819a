"""What leaves the office as sheets: released records turned into the tables of the workbook.

Everything here is given a ``Released`` reader (``services/releasing.py``) and asks the store for nothing
else. May import domain, system, store's table declarations and ``documents.workbook``. Start with
``holdings.py`` (who held what), then ``sheets.py``.
"""
