"""One process beside this one that computes, so that the window's own threads stay free to paint.

It knows nothing of packets or lists: it is given a function of some module, and plain data, and gives
plain data back, all through two pipes. Start with ``job.py`` (what can be asked), then ``worker.py``
(who asks) and ``serving.py`` (who does it). Imports nothing of the house but ``domain/errors.py``.
"""
