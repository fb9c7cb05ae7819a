"""Spreadsheets as plain rows: CSV in any encoding, XLSX checked before it is opened.

Imports domain and system. Start with ``read.py``.
"""
