"""The texts for people, one dictionary a room: code to English template. Read through ``messages.py``."""
