"""Which letters of a name a query has matched, in whatever script and with whatever marks."""

from liaison_app.system.letters import fold


def matched(name: str, query: str) -> list[tuple[int, int]]:
    """Spans (start, end) of ``name`` that the words of ``query`` begin or contain; in order, never overlapping.

    ``Jörn`` is matched by ``jorn``, ``Ким`` by ``kim``, as search folds them. What was matched by sound has no span
    here: say so in words.
    """
    bare: list[str] = []
    origin: list[int] = []
    for at, letter in enumerate(name):
        for piece in fold(letter) if letter.isalnum() else " ":
            bare.append(piece)
            origin.append(at)
    folded = "".join(bare)
    hit = [False] * len(name)
    for word in query.split():
        wanted = fold(word)
        start = _first(folded, wanted)
        if start is not None:
            for at in range(start, start + len(wanted)):
                hit[origin[at]] = True
    return _spans(hit)


def _first(folded: str, wanted: str) -> int | None:
    """Where ``wanted`` begins a word, else where it stands at all."""
    if not wanted:
        return None
    start = folded.find(wanted)
    first = start
    while start > 0 and folded[start - 1].isalnum():
        start = folded.find(wanted, start + 1)
    found = start if start >= 0 else first
    return found if found >= 0 else None


def _spans(hit: list[bool]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for at, on in enumerate(hit):
        if not on:
            continue
        if spans and spans[-1][1] == at:
            spans[-1] = (spans[-1][0], at + 1)
        else:
            spans.append((at, at + 1))
    return spans
