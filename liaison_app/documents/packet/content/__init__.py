"""Everything a packet prints, as frozen dataclasses that services fill and the pages read.

Already redacted for the audience, localised in time, in the order in which it is to be printed.
Text is plain: no markup; a line feed starts a new paragraph. An empty string or tuple leaves its place out.
Standard library only. Start with ``packet.py``.
"""
