"""Excerpts: the words around the first match, cut from the record's own text.

The index keeps no text, so the excerpt is looked for where the index had it from: the columns that
declare themselves found, then the parts of the record (talking points, proofs, titles held).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.kinds import Kind
from liaison_app.services.reading import TITLES, AnyRow, Looking
from liaison_app.store.tables.agreements import membership_pledge
from liaison_app.store.tables.coordination import consultation_point
from liaison_app.store.tables.declare import Find, facts, metadata
from liaison_app.store.tables.meetings import talking_point
from liaison_app.store.tables.outcomes import outcome_evidence
from liaison_app.store.tables.people import office, tenure
from liaison_app.store.tables.promises import evidence
from liaison_app.system.letters import fold

AROUND = 48
"""How many characters are shown before and after a match."""

_WORD = re.compile(r"\w+")

_PARTS: Mapping[Kind, Any] = {
    Kind.ENGAGEMENT: select(talking_point.c.engagement_id, talking_point.c.text).where(
        ~talking_point.c.deleted
    ),
    Kind.COMMITMENT: select(
        evidence.c.commitment_id, evidence.c.reference, evidence.c.description
    ).where(~evidence.c.deleted),
    Kind.MEMBERSHIP: select(membership_pledge.c.membership_id, membership_pledge.c.wording).where(
        ~membership_pledge.c.deleted
    ),
    Kind.OUTCOME: select(
        outcome_evidence.c.outcome_id, outcome_evidence.c.reference, outcome_evidence.c.description
    ).where(~outcome_evidence.c.deleted),
    Kind.CONSULTATION: select(
        consultation_point.c.consultation_id,
        consultation_point.c.concern,
        consultation_point.c.consideration,
        consultation_point.c.response,
    ).where(~consultation_point.c.deleted),
    Kind.PERSON: select(tenure.c.person_id, office.c.title, office.c.native_title)
    .join(office, office.c.id == tenure.c.office_id)
    .where(~tenure.c.deleted),
}


def excerpts(
    look: Looking, rows: Mapping[tuple[Kind, int], AnyRow], words: Sequence[str]
) -> dict[tuple[Kind, int], str]:
    """For each record the excerpt around the first word that its title doesn't hold."""
    found: dict[tuple[Kind, int], str] = {}
    missing: dict[Kind, dict[UUID, tuple[tuple[Kind, int], list[str]]]] = {}
    for key, row in rows.items():
        sought = _outside_title(key[0], row, words)
        if not sought:
            continue
        excerpt = _first(_texts(key[0], row), sought)
        if excerpt:
            found[key] = excerpt
        else:
            missing.setdefault(key[0], {})[row.id] = (key, sought)
    for kind, wholes in missing.items():
        if kind not in _PARTS:
            continue
        chosen = _PARTS[kind]
        for whole, *texts in look.all(chosen.where(chosen.selected_columns[0].in_(list(wholes)))):
            key, sought = wholes[whole]
            if key not in found and (excerpt := _first(texts, sought)):
                found[key] = excerpt
    return found


def excerpt(text: str, sought: Sequence[str]) -> str:
    """The piece of ``text`` around the first word that begins with one of ``sought`` (folded);
    empty if there is none."""
    for match in _WORD.finditer(text):
        word = fold(match.group())
        if any(word.startswith(one) or (len(one) > 1 and one in word) for one in sought):
            return _cut(text, match.start(), match.end())
    return ""


def _cut(text: str, start: int, end: int) -> str:
    low, high = max(0, start - AROUND), min(len(text), end + AROUND)
    if low:
        low = text.find(" ", low, start) + 1 or low
    if high < len(text):
        cut = text.rfind(" ", end, high)
        high = cut if cut > end else high
    piece = " ".join(text[low:high].split())
    return ("…" if low else "") + piece + ("…" if high < len(text) else "")


def _first(texts: Sequence[str | None] | Iterator[str | None], sought: Sequence[str]) -> str:
    for text in texts:
        if text and (piece := excerpt(text, sought)):
            return piece
    return ""


def _outside_title(kind: Kind, row: AnyRow, words: Sequence[str]) -> list[str]:
    values = row._mapping
    shown = [values[name] for name in TITLES[kind] if name is not None]
    title = fold(" ".join(text for text in [*shown, row.ref] if text))
    return [folded for word in words if (folded := fold(word)) and folded not in title]


def _texts(kind: Kind, row: AnyRow) -> Iterator[str | None]:
    values = row._mapping
    order = {Find.WORDS: 0, Find.NAME: 1}
    columns = [c for c in metadata.tables[kind].c if facts(c).find in order]
    columns.sort(key=lambda c: order.get(facts(c).find or Find.NAME, 1))
    return (values[c.name] for c in columns if c.name not in TITLES[kind])
