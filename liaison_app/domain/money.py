"""Sums of money: exact, each in its own currency, never mixed (DESIGN 3).

A currency is known by the form of its ISO 4217 code alone: a list of today's would refuse the mark of
an agreement of 1978.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal, DecimalException, Inexact, InvalidOperation

from liaison_app.domain.errors import Refusal

NO_CURRENCY = "XXX"
"""What ISO 4217 writes where no currency is known."""

_MOST_WHOLE, _MOST_DECIMALS = 18, 6
_is_currency = re.compile(r"[A-Z]{3}").fullmatch
_EXACT = Context(prec=60, traps=[Inexact, InvalidOperation])


@dataclass(frozen=True)
class Money:
    """A sum and the ISO 4217 code of its currency. One that people give is ``checked`` before it is
    kept; one that is read is shown as it stands."""

    amount: Decimal
    currency: str

    @classmethod
    def of(cls, amount: str | int, currency: str) -> "Money":
        """A sum as it is written, ``12500.50``, and its currency in any case of letters, checked."""
        try:
            exact = Decimal(amount)
        except DecimalException:
            raise Refusal("money.amount", given=amount) from None
        return cls(exact, currency.strip().upper()).checked()

    def checked(self) -> "Money":
        """This sum, if it can be kept. Refused: ``money.currency`` (not three capital letters),
        ``money.amount`` (below nought, no number, or finer or larger than is kept). A float, which
        isn't exact, raises TypeError."""
        if not isinstance(self.amount, Decimal):
            raise TypeError(f"a sum is a Decimal, not {self.amount!r}")
        if not _is_currency(self.currency):
            raise Refusal("money.currency", given=self.currency)
        if not _can_be_kept(self.amount):
            raise Refusal("money.amount", given=self.amount)
        return self

    def __add__(self, other: "Money") -> "Money":
        """Both together, exact. Refused as ``money.mixed`` where the currencies differ."""
        if other.currency != self.currency:
            raise Refusal("money.mixed", one=self.label(), other=other.label())
        return Money(_EXACT.add(self.amount, other.amount), self.currency)

    def label(self) -> str:
        """The sum as shown: ``12,500.50 USD``."""
        plain = f"{self.amount:,f}"
        if "." in plain:
            whole, _, part = plain.partition(".")
            part = part.rstrip("0")
            plain = f"{whole}.{part.ljust(2, '0')}" if part else whole
        return f"{plain} {self.currency}"


def by_currency(sums: Iterable[Money | None]) -> tuple[Money, ...]:
    """The total of each currency, in order of its code; nothing is changed from one into another."""
    totals: dict[str, Money] = {}
    for one in sums:
        if one is not None:
            known = totals.get(one.currency)
            totals[one.currency] = one if known is None else known + one
    return tuple(totals[currency] for currency in sorted(totals))


def _can_be_kept(amount: Decimal) -> bool:
    if not amount.is_finite() or amount < 0:
        return False
    _, digits, exponent = amount.as_tuple()
    return (
        -int(exponent) <= _MOST_DECIMALS
        and len(digits) + int(exponent) <= _MOST_WHOLE
        and (amount != 0 or not amount.is_signed())
    )
