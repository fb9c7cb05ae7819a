"""What a page of one record shows, a module each: a frozen value made in one look at the office.

Start with ``engagement.py`` or ``today.py``. Imports store and domain, like every service.
"""
