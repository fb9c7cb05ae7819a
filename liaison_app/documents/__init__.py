"""Paper and sheets: the packet (PDF) and the workbook (XLSX). Frozen dataclasses in, bytes out.

Never imports store, SQLAlchemy or the clock. Start with ``packet/`` and ``workbook/``.
"""
