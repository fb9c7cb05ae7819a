"""Handing over: a new principal after an election, a new officer at this desk; one step each.

``principal.py`` and ``officer.py`` are the two verbs: each plans (what would happen, nothing written)
and does it. What they share: what was asked (``asked.py``), trips and engagements to come
(``coming.py``), open commitments (``promises.py``), papers with the old name (``papers.py``), whom to
introduce the new one to (``introductions.py``), the note for the new officer (``note.py``).
"""
