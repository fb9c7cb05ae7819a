"""Commitments: table in groups, record with log and proof, fulfilment, editor. Start with ``page.py``."""
