"""An invented office of any size, for trials and benchmarks: the same seed gives the same records.

Imports what services may. Start with ``making.py``; ``invented.py`` holds the words.
"""
