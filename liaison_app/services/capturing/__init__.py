"""Capture: what an officer types while they meet, read as it is typed, kept until it is saved.

Start with ``typed.py`` (what was typed, as text), then ``drafting.py`` (the draft that is saved, or what is still to
settle). ``unsaved.py`` keeps it between two keystrokes; ``offers.py`` finds who and where was meant; ``quick_line.py``
reads a whole meeting from one line.
"""
