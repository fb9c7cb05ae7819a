"""Before an office is open: unlock one, or make one with its recovery sheet. Start with ``window.py``.

Imports Qt, ``look/``, ``parts/``, ``away``, ``preferences``, ``tasks``, services, domain and system.
"""
