"""Lists and tables: lazy models over keys, and the views and delegates that paint them.

Imports Qt, ``look/``, ``parts/`` and ``system``. Start with ``row_list.py`` (a list of rows), ``table.py`` (columns,
groups, marks) and ``timeline.py``; ``lazy_model.py`` holds any number of rows, ``rows_model.py`` a few.
"""
