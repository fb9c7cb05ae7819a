"""Jurisdictions: tree, record with leaders, ledgers and timeline, editor. Start with ``page.py``."""
