"""What pages of records share: the list beside a record, facts with their age, forms, fulfilment, history, words.

Imports Qt, ``look/``, ``parts/``, ``lists/``, ``session``, services, domain and system. Start with ``pane.py``.
"""
