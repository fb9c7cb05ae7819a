"""Trips and visits: the list, the record with its itinerary, the editor. Start with ``page.py``."""
