"""Paper and sheets: the packet (PDF) and the workbook (XLSX). Frozen dataclasses in, bytes out.

Never imports store, SQLAlchemy or the clock. Start with ``packet/`` and ``workbook/``. What any printed
document is made of lies beside them, each using only those before it: ``text/`` (letters set into lines),
``pdf/`` (pages with their structure), ``layout/`` (boxes that flow over pages).
"""
