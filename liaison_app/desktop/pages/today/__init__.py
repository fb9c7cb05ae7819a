"""Today: the next thing, both ledgers, facts to verify, the coming trip, the latest steps. Start with ``page.py``."""
