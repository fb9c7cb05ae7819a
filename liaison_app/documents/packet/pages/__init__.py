"""The pages of a packet, a module each: content in, boxes out. Start with ``sections.py``."""
