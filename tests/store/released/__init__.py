"""An office of each released format, made once by the program of its day and never again.

``python -m tests.store.released`` makes the one of this checkout's format, if there is none yet.
"""
