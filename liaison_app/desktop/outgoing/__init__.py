"""What every way out of the office asks and says: for whom, where to, what is left out.

Imports Qt, ``parts/``, ``records/``, ``session``, domain and system. Start with ``audience_field.py``.
"""
