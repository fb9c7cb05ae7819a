"""PDF: pages, embedded letters, and the structure that reading machines follow (PDF/UA-1).

May import ``documents.text``. ReportLab writes the file. Start with ``document.py``, then ``pen.py``.
"""
