"""What passed between an office and others leaves only for those who may read it and took part."""

from typing import Any
from uuid import UUID

import pytest

from liaison_app.domain.audience import ANY, INTERNAL, Audience, Reader
from liaison_app.services.releasing import released_to
from liaison_app.store.tables import coordination, gifts, outcomes, papers, requests, rules
from liaison_app.store.tables.declare import facts, metadata
from liaison_app.store.tables.types import Code, Words
from tests.services.outgoing.small_office import Small

HQ, PUBLIC = Audience(Reader.HQ), Audience(Reader.PUBLIC)
EVERYBODY = "hq national partner public"
TABLES = (
    outcomes.outcome,
    outcomes.outcome_evidence,
    requests.request,
    gifts.gift,
    coordination.coordination,
    coordination.consultation,
    coordination.consultation_point,
    papers.attachment,
    papers.packet,
    papers.packet_copy,
    rules.deadline,
    rules.hold,
    rules.request_set,
    rules.withholding,
    metadata.tables["person_link"],
    metadata.tables["person_private"],
)


def released(small: Small, audience: Audience, table: Any) -> list[Any]:
    with small.office.read() as connection:
        return released_to(connection, audience).all(table)


def partner(small: Small, name: str) -> Audience:
    return Audience(Reader.PARTNER, small.ids[name])


_LEADS = {"jurisdiction_id": "busan", "person_id": "seo", "other_id": "kang", "trip_id": "trip"}


@pytest.fixture
def filled(small: Small) -> Small:
    """One row of each table with every text cell filled: with "shown-word" where anybody may read it."""
    with small.office.store.write("test") as records:
        for table in TABLES:
            cells: dict[str, Any] = {c.name: _word(c) for c in table.c if _is_text(c)}
            cells |= {name: small.ids[to] for name, to in _LEADS.items() if name in table.c}
            scope = table.info["scope"]
            if scope and scope not in cells:
                cells[scope] = small.ids[str(facts(table.c[scope]).refers_to)]
            if "readers" in table.c:
                cells["readers"] = EVERYBODY
            if "about_id" in table.c:
                cells |= {"about_kind": "gift", "about_id": small.ids["gift"]}
            small.ids[table.name] = records.add(table, **cells)
    return small


def _is_text(column: Any) -> bool:
    closed = facts(column).readers != ANY
    return type(column.type) is Words or (type(column.type) is Code and closed)


def _word(column: Any) -> str:
    return "shown-word" if facts(column).readers == ANY else f"hidden-{column.name}"


@pytest.mark.parametrize("reader", ["partner", "public", "hq"])
def test_a_word_for_our_own_side_never_leaves(filled: Small, reader: str) -> None:
    audience = partner(filled, "busan") if reader == "partner" else Audience(Reader(reader))
    said = "".join(repr(released(filled, audience, table)) for table in TABLES)
    assert "shown-word" in said
    for word in _hidden_words(audience):
        assert word not in said
    for table in (
        papers.packet,
        papers.packet_copy,
        rules.deadline,
        metadata.tables["person_private"],
    ):
        assert released(filled, audience, table) == []


def _hidden_words(audience: Audience) -> set[str]:
    columns = [c for table in TABLES for c in table.c]
    closed = {f"hidden-{c.name}" for c in columns if audience.reader not in facts(c).readers}
    return closed - {f"hidden-{c.name}" for c in columns if audience.reader in facts(c).readers}


def test_a_partner_sees_only_what_it_took_part_in(filled: Small) -> None:
    seen = {t.name for t in TABLES[:7] if released(filled, partner(filled, "busan"), t)}
    assert {"outcome", "request", "gift", "consultation", "consultation_point"} <= seen
    assert "coordination" not in seen
    for table in TABLES[:7]:
        assert released(filled, partner(filled, "nation"), table) == []


def test_a_gift_to_another_at_the_same_engagement_is_not_a_partners(small: Small) -> None:
    with small.office.store.write("test") as records:
        given = {"readers": EVERYBODY, "engagement_id": small.ids["held"], "title": "Bowl"}
        records.add(gifts.gift, receiver_id=small.ids["kang"], **given)
        own = records.add(gifts.gift, receiver_id=small.ids["seo"], **given)
    seen = released(small, partner(small, "seo"), gifts.gift)
    assert [row.id for row in seen] == [own]


def test_a_file_follows_the_record_that_it_is_kept_with(small: Small) -> None:
    with small.office.store.write("test") as records:
        for name, readers in (("open", "hq"), ("closed", "")):
            gift = records.add(gifts.gift, title=name, readers=readers)
            about = {"about_kind": "gift", "about_id": gift}
            records.add(papers.attachment, name=f"{name}.pdf", **about)
        records.add(papers.attachment, name="lost.pdf", about_kind="gift", about_id=UUID(int=9))
    assert [row.name for row in released(small, HQ, papers.attachment)] == ["open.pdf"]
    assert released(small, PUBLIC, papers.attachment) == []
    assert len(released(small, INTERNAL, papers.attachment)) == 2


def test_parts_follow_their_wholes_and_names_go_with_what_they_stand_beside(small: Small) -> None:
    with small.office.store.write("test") as records:
        whole = records.add(outcomes.outcome, title="Jobs", readers="")
        records.add(outcomes.outcome_evidence, outcome_id=whole, reference="Payroll")
        people = {"giver_id": small.ids["ha"], "giver": "Ha Jun"}
        records.add(gifts.gift, title="Bowl", readers="hq", **people)
    assert released(small, HQ, outcomes.outcome_evidence) == []
    small.change(metadata.tables["person"], "ha", readers="")
    (bowl,) = released(small, HQ, gifts.gift)
    assert (bowl.giver_id, bowl.giver) == (None, None)
