"""Records that may be the same: of one record, while one is typed, or of the whole office.

Only records that share a key of ``domain/likeness.py`` are compared, never all with all. Nothing is
merged here; what somebody said is *not* the same is a step, and isn't proposed again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.errors import Refusal
from liaison_app.domain.ids import link_id
from liaison_app.domain.kinds import Kind
from liaison_app.domain.likeness import Known, Likeness, Reason, keys_of, likeness
from liaison_app.services.editing import Done, living_row, ref_in, writing
from liaison_app.services.known_by import all_known, known, typed
from liaison_app.services.office import Office
from liaison_app.services.reading import TABLES, Looking, looking, names_of
from liaison_app.services.rows import Named
from liaison_app.store.tables.rules import not_duplicate

KINDS = (Kind.PERSON, Kind.ORGANIZATION, Kind.JURISDICTION)
"""The kinds whose duplicates are looked for."""

MOST_OF_A_KEY = 60
"""A key that more records share tells nobody apart: they aren't compared for its sake."""


@dataclass(frozen=True)
class Candidate:
    """A record that may be the same as the one asked about."""

    record: Named
    score: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Pair:
    """Two records that may be the same; ``left`` was entered first."""

    left: Named
    right: Named
    score: int
    reasons: tuple[Reason, ...]


def like(office: Office, kind: Kind, record_id: UUID) -> list[Candidate]:
    """The records that may be the same as this one, the likeliest first."""
    with looking(office) as look:
        one = known(look, kind, record_id)
        return _candidates(look, one, _apart(look, kind))


def like_typed(
    office: Office,
    kind: Kind,
    name: str,
    email: str | None = None,
    phone: str | None = None,
    jurisdiction: UUID | None = None,
) -> list[Candidate]:
    """The records that may be the one that is being typed, the likeliest first."""
    with looking(office) as look:
        return _candidates(look, typed(kind, name, email, phone, jurisdiction), frozenset())


def like_many(look: Looking, kind: Kind, many: Iterable[Known]) -> list[list[Candidate]]:
    """For each of many that aren't there yet, who may be the same: the office is read once."""
    here, blocks = all_known(look, kind), defaultdict[str, list[UUID]](list)
    for one in here.values():
        for key in keys_of(one):
            blocks[key].append(one.id)
    found = []
    for one in many:
        shared = [blocks[key] for key in keys_of(one) if key in blocks]
        near = {id_ for ids in shared if len(ids) <= MOST_OF_A_KEY for id_ in ids}
        matches = [(likeness(one, here[id_]), id_) for id_ in near]
        found.append(sorted((m for m in matches if m[0].proposed), key=lambda m: -m[0].score))
    names = names_of(look, kind, [id_ for ones in found for _, id_ in ones])
    return [[Candidate(names[i], a.score, a.reasons) for a, i in ones] for ones in found]


def in_office(office: Office, kind: Kind) -> list[Pair]:
    """All pairs of a kind that may be the same, the likeliest first."""
    with looking(office) as look:
        by_id = all_known(look, kind)
        apart = _apart(look, kind)
        found = [
            (alike, one, other)
            for one, other in _pairs(by_id.values())
            if frozenset((one, other)) not in apart
            and (alike := likeness(by_id[one], by_id[other])).proposed
        ]
        names = names_of(look, kind, [record for _, *two in found for record in two])
    found.sort(key=lambda pair: (-pair[0].score, pair[1], pair[2]))
    return [
        Pair(names[one], names[other], alike.score, alike.reasons) for alike, one, other in found
    ]


def after_merge(pairs: Iterable[Pair], gone: UUID) -> list[Pair]:
    """What is left of the pairs once ``gone`` was merged or told apart from all: no second look."""
    return [pair for pair in pairs if gone not in (pair.left.id, pair.right.id)]


def not_same(office: Office, kind: Kind, one: UUID, other: UUID) -> Done:
    """Remember, as a step, that two records are not the same."""
    if one == other:
        raise Refusal("merge.same")
    left, right = sorted((one, other))
    row = link_id(not_duplicate.name, left, right)
    with writing(office, f"{kind}.not_same", one) as write:
        for record in (one, other):
            living_row(write, TABLES[kind], record)
        if write.records.one(not_duplicate, row) is None:
            write.records.add(not_duplicate, id=row, kind=kind, left_id=left, right_id=right)
        else:
            write.records.change(not_duplicate, row, deleted=False)
        ref = ref_in(write, TABLES[kind], one)
    return Done(one, ref, write.records.step)


def _candidates(look: Looking, one: Known, apart: frozenset[frozenset[UUID]]) -> list[Candidate]:
    keys = keys_of(one)
    found: list[tuple[Likeness, UUID]] = []
    for other in all_known(look, one.kind).values():
        if other.id == one.id or keys.isdisjoint(keys_of(other)):
            continue
        alike = likeness(one, other)
        if alike.proposed and frozenset((one.id, other.id)) not in apart:
            found.append((alike, other.id))
    names = names_of(look, one.kind, [record for _, record in found])
    found.sort(key=lambda match: (-match[0].score, match[1]))
    return [Candidate(names[record], alike.score, alike.reasons) for alike, record in found]


def _pairs(records: Iterable[Known]) -> Iterator[tuple[UUID, UUID]]:
    """Each two records that share a key, once, the older first."""
    blocks: Mapping[str, list[UUID]] = defaultdict(list)
    for one in records:
        for key in keys_of(one):
            blocks[key].append(one.id)
    few = (ids for ids in blocks.values() if len(ids) <= MOST_OF_A_KEY)
    return iter({pair for ids in few for pair in combinations(sorted(ids), 2)})


def _apart(look: Looking, kind: Kind) -> frozenset[frozenset[UUID]]:
    """The pairs that somebody said are not the same, by the records that stand for them today."""
    told = look.all(
        select(not_duplicate.c.left_id, not_duplicate.c.right_id).where(
            ~not_duplicate.c.deleted, not_duplicate.c.kind == kind
        )
    )
    names = names_of(look, kind, [record for two in told for record in two])
    return frozenset(
        frozenset((names[left].id, names[right].id))
        for left, right in told
        if left in names and right in names
    )
