"""Sums of money: exact, and never one currency with another."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_app.domain.errors import Refusal
from liaison_app.domain.money import Money, by_currency

amounts = st.decimals(0, Decimal("1e12"), allow_nan=False, allow_infinity=False, places=6)
sums = st.builds(Money, amounts, st.sampled_from(["USD", "EUR", "JPY"]))


@given(st.lists(sums | st.none(), max_size=30))
def test_a_total_is_exact_by_currency_whatever_the_order(given_sums: list[Money | None]) -> None:
    totals = by_currency(given_sums)
    assert totals == by_currency(reversed(given_sums))
    assert [one.currency for one in totals] == sorted({s.currency for s in given_sums if s})
    for total in totals:
        millionths = [
            int(one.amount.scaleb(6))
            for one in given_sums
            if one is not None and one.currency == total.currency
        ]
        assert int(total.amount.scaleb(6)) == sum(millionths)


def test_a_total_stays_exact_where_others_round() -> None:
    with localcontext() as rounding:
        rounding.prec = 3
        total = Money.of("1000000000.000001", "USD") + Money.of("0.000001", "USD")
    assert total == Money(Decimal("1000000000.000002"), "USD")


def test_currencies_are_never_mixed() -> None:
    with pytest.raises(Refusal, match=r"money\.mixed"):
        Money.of(1, "USD") + Money.of(1, "EUR")
    assert [one.label() for one in by_currency([Money.of(2, "usd"), Money.of(1, "EUR")])] == [
        "1 EUR",
        "2 USD",
    ]


@pytest.mark.parametrize("currency", ["", "US", "DOLLAR", "U$D", "ＵＳＤ"])
def test_a_currency_has_the_form_of_iso_4217(currency: str) -> None:
    with pytest.raises(Refusal, match=r"money\.currency"):
        Money.of(1, currency)


@pytest.mark.parametrize("amount", ["-1", "-0", "NaN", "Infinity", "1e30", "0.0000001", "a lot"])
def test_a_sum_that_cannot_be_kept_is_refused(amount: str) -> None:
    with pytest.raises(Refusal, match=r"money\.amount"):
        Money.of(amount, "USD")


def test_a_float_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="Decimal"):
        Money(0.1, "USD").checked()  # type: ignore[arg-type]  # the mistake


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("12500.5", "12,500.50 USD"),
        ("12500", "12,500 USD"),
        ("0.125", "0.125 USD"),
        ("1e3", "1,000 USD"),
    ],
)
def test_a_sum_is_shown_as_people_read_it(amount: str, shown: str) -> None:
    assert Money.of(amount, "USD").label() == shown
