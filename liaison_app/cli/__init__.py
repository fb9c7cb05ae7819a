"""Liaison as a command: the same verbs as the window, for scripts and headquarters.

Imports services and what is below; never sqlalchemy, store, documents or sync. Start with
``commands.py`` (which command is which module, and what such a module holds).
"""
