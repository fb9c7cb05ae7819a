"""Who sees agreements, memberships, programmes, money and assignments: partners only their own."""

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Table

from liaison_app.domain.audience import INTERNAL, Audience, Reader
from liaison_app.services.releasing import released_to
from liaison_app.store.tables import agreements, meetings, people, places, programmes
from liaison_app.store.tables.declare import Keep, columns_kept, facts
from liaison_app.store.tables.types import Code, Words
from tests.services.outgoing.small_office import Small

HQ, PUBLIC = Audience(Reader.HQ), Audience(Reader.PUBLIC)
NATIONAL = Audience(Reader.NATIONAL)
OPEN = "hq national partner public"
RECORDS = (
    agreements.agreement,
    agreements.membership,
    programmes.programme,
    programmes.funding,
    programmes.assignment,
)
TABLES = (
    *RECORDS,
    agreements.agreement_party,
    agreements.agreement_signatory,
    agreements.agreement_notification,
    agreements.agreement_language,
    agreements.engagement_agreement,
    agreements.membership_pledge,
    programmes.programme_engagement,
)


@pytest.fixture
def filled(small: Small) -> Small:
    """The small office with a record of each of these kinds with Busan, and one with the nation."""
    ids = small.ids
    with small.office.store.write("test.fill") as records:
        add, link = records.add, records.link
        for name, whom in (("mou", "busan"), ("pact", "nation")):
            ids[name] = add(
                agreements.agreement, title=f"{name} text", jurisdiction_id=ids["busan"]
            )
            for place, side in ((whom, "theirs"), ("home", "ours")):
                ids[f"{name}_{side}"] = add(
                    agreements.agreement_party,
                    agreement_id=ids[name],
                    jurisdiction_id=ids[place],
                    named=f"{place} as the text says",
                    side=side,
                )
            add(agreements.agreement_language, agreement_id=ids[name], language="ko")
            add(agreements.agreement_notification, agreement_id=ids[name], scheme="Register")
        ids["signs"] = add(
            agreements.agreement_signatory,
            agreement_id=ids["mou"],
            person_id=ids["seo"],
            office_id=ids["mayor_busan"],
            title_as_of="Mayor of Busan",
        )
        link(agreements.engagement_agreement, ids["held"], ids["mou"])
        ids["network"] = add(places.organization, name="Ports Network", kind="network")
        for name, whom in (("theirs", "busan"), ("ours", "home")):
            ids[f"member_{name}"] = add(
                agreements.membership,
                title=name,
                network_id=ids["network"],
                jurisdiction_id=ids[whom],
            )
            add(agreements.membership_pledge, membership_id=ids[f"member_{name}"], wording="Pledge")
        for name, whom in (("exchange", "busan"), ("camp", "nation")):
            ids[name] = add(programmes.programme, title=name, jurisdiction_id=ids[whom])
            link(programmes.programme_engagement, ids[name], ids["held"])
        for name, body in (("grant", "port"), ("gift", "network")):
            ids[name] = add(
                programmes.funding,
                title=name,
                giver_id=ids[body],
                giver=f"{body} by name",
                recipient_id=ids["own"],
                programme_id=ids["exchange"],
                asked_amount=Decimal(5),
                asked_currency="USD",
            )
        for name, body in (("detail", "port"), ("away", "network")):
            ids[name] = add(
                programmes.assignment,
                title=name,
                person_id=ids["ha"],
                from_id=ids[body],
                from_named=f"{body} by name",
                to_id=ids["own"],
                cost_amount=Decimal(7),
                cost_currency="USD",
                start_on=date(2026, 1, 1),
            )
    return small


@pytest.fixture
def opened(filled: Small) -> Small:
    """The same, everything open to everybody: what is left out is left out for another reason."""
    with filled.office.store.write("test.open") as records:
        tables = (
            *RECORDS,
            meetings.engagement,
            places.jurisdiction,
            places.organization,
            people.person,
            people.office,
        )
        for table in tables:
            for row in records.connection.execute(table.select()).all():
                records.change(table, row.id, readers=OPEN)
    return filled


def seen(small: Small, audience: Audience, table: Table) -> dict[UUID, Any]:
    with small.office.read() as connection:
        return {row.id: row for row in released_to(connection, audience).all(table)}


def partner(small: Small, name: str) -> Audience:
    return Audience(Reader.PARTNER, small.ids[name])


def names(small: Small, audience: Audience, table: Table) -> set[str]:
    by_id = {one: name for name, one in small.ids.items()}
    return {by_id[one] for one in seen(small, audience, table)}


def test_a_partner_sees_only_the_agreements_that_it_is_party_to(opened: Small) -> None:
    assert names(opened, HQ, agreements.agreement) == {"mou", "pact"}
    assert names(opened, partner(opened, "busan"), agreements.agreement) == {"mou"}, (
        "the other is filed with it, but it is no party"
    )
    assert names(opened, partner(opened, "nation"), agreements.agreement) == {"pact"}
    assert names(opened, partner(opened, "seo"), agreements.agreement) == {"mou"}, "he signed it"
    assert names(opened, partner(opened, "ha"), agreements.agreement) == set()


def test_the_parts_of_an_agreement_follow_it(opened: Small) -> None:
    busan = partner(opened, "busan")
    assert names(opened, busan, agreements.agreement_party) == {"mou_theirs", "mou_ours"}
    assert len(seen(opened, busan, agreements.agreement_language)) == 1
    signs = seen(opened, busan, agreements.agreement_signatory)[opened.ids["signs"]]
    assert (signs.person_id, signs.title_as_of) == (opened.ids["seo"], "Mayor of Busan")
    assert seen(opened, partner(opened, "nation"), agreements.agreement_signatory) == {}
    assert len(seen(opened, HQ, agreements.engagement_agreement)) == 1
    opened.change(agreements.agreement, "mou", readers="")
    for part in (agreements.agreement_party, agreements.agreement_language):
        rows = seen(opened, HQ, part).values()
        assert {row.agreement_id for row in rows} == {opened.ids["pact"]}
    assert seen(opened, HQ, agreements.engagement_agreement) == {}


def test_a_party_or_signatory_that_may_not_be_seen_goes_with_its_name(opened: Small) -> None:
    opened.change(places.jurisdiction, "nation", readers="")
    assert "pact_theirs" not in names(opened, HQ, agreements.agreement_party)
    opened.change(people.office, "mayor_busan", readers="")
    assert seen(opened, HQ, agreements.agreement_signatory)[opened.ids["signs"]].title_as_of is None
    opened.change(people.person, "seo", readers="")
    assert seen(opened, HQ, agreements.agreement_signatory) == {}


def test_reports_of_an_agreement_leave_not_even_their_number(opened: Small) -> None:
    assert len(seen(opened, INTERNAL, agreements.agreement_notification)) == 2
    for audience in (HQ, PUBLIC, partner(opened, "busan")):
        assert seen(opened, audience, agreements.agreement_notification) == {}


def test_a_partner_sees_what_else_it_took_part_in_and_nothing_more(opened: Small) -> None:
    busan, port, network = (partner(opened, name) for name in ("busan", "port", "network"))
    assert names(opened, busan, agreements.membership) == {"member_theirs"}
    assert names(opened, network, agreements.membership) == {"member_theirs", "member_ours"}
    assert len(seen(opened, busan, agreements.membership_pledge)) == 1
    assert names(opened, busan, programmes.programme) == {"exchange"}
    assert seen(opened, busan, programmes.funding) == {}
    assert names(opened, port, programmes.funding) == {"grant"}
    assert names(opened, port, programmes.assignment) == {"detail"}
    assert names(opened, partner(opened, "ha"), programmes.assignment) == {"detail", "away"}
    grant = seen(opened, port, programmes.funding)[opened.ids["grant"]]
    assert grant.programme_id is None, "the port has no part in the programme"


def test_the_body_that_may_not_be_seen_goes_with_the_name_beside_it(opened: Small) -> None:
    opened.change(places.organization, "port", readers="")
    grant = seen(opened, HQ, programmes.funding)[opened.ids["grant"]]
    detail = seen(opened, HQ, programmes.assignment)[opened.ids["detail"]]
    assert (grant.giver_id, grant.giver, detail.from_id, detail.from_named) == (None,) * 4
    assert detail.cost_amount is None
    assert detail.cost_currency is None


def test_by_default_money_and_memberships_are_not_for_partners_and_nothing_is_public(
    filled: Small,
) -> None:
    busan, port = partner(filled, "busan"), partner(filled, "port")
    assert names(filled, busan, agreements.agreement) == {"mou"}
    assert (
        seen(filled, busan, agreements.membership) == seen(filled, port, programmes.funding) == {}
    )
    for table in TABLES:
        assert seen(filled, PUBLIC, table) == {}, table.name


@pytest.mark.parametrize("who", ["busan", "nation", "port", "network", "seo", "ha"])
def test_no_word_that_is_ours_alone_is_released(opened: Small, who: str) -> None:
    """A word of its own in every text cell: it comes only where its column is open, to whoever is
    shown its record."""
    numbers, planted = count(1), dict[str, tuple[Table, str, UUID]]()
    with opened.office.store.write("test.plant") as records:
        for table in TABLES:
            columns = [
                c
                for c in columns_kept(table, Keep.JOURNALLED)
                if isinstance(c.type, Words) and not isinstance(c.type, Code)
            ]
            for row in records.connection.execute(table.select()).all():
                words = {c.name: f"MARK{next(numbers)}X" for c in columns}
                planted |= {word: (table, name, row.id) for name, word in words.items()}
                records.change(table, row.id, **words)
    assert planted
    for audience in (partner(opened, who), PUBLIC, NATIONAL, HQ):
        with opened.office.read() as connection:
            released = released_to(connection, audience)
            rows = {table: {row.id: row for row in released.all(table)} for table in TABLES}
        said = repr(rows)
        for word, (table, name, row_id) in planted.items():
            ours = audience.reader not in facts(table.c[name]).readers or name == "source"
            if word in said:
                assert not ours, (word, table.name, name)
                assert row_id in rows[table], (word, table.name, name)
        assert "MARK" in said
