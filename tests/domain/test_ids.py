"""Identities: unique, ascending within a write, and of the standard's version and variant."""

from uuid import RFC_4122

from liaison_app.domain.ids import Identities, new_id

MILLISECONDS = 1_790_000_000_000


def test_identities_of_one_write_ascend() -> None:
    identities = Identities(MILLISECONDS)
    made = [identities.next() for _ in range(10_000)]
    assert made == sorted(set(made))
    assert {(one.version, one.variant, one.int >> 80) for one in made} == {
        (7, RFC_4122, MILLISECONDS)
    }


def test_two_writes_of_one_millisecond_do_not_meet() -> None:
    assert new_id(MILLISECONDS) != new_id(MILLISECONDS)
    assert Identities(MILLISECONDS).next() != Identities(MILLISECONDS).next()
