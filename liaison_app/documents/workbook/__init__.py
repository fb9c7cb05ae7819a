"""The workbook for headquarters: frozen sheets in (``sheet.py``), the bytes of an XLSX file out (``write.py``).

May import ``system``, ``domain`` and openpyxl; never store, services or the clock. Start with ``sheet.py``.
"""
