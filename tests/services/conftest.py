"""An office whose every step is taken back after the test that wrote it."""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from liaison_app.services.office import Office
from liaison_app.system.messages import TEXTS
from tests.services.taking_back import prove


@pytest.fixture(scope="session")
def proven() -> Iterator[Counter[str]]:
    """How often each verb was proven to be taken back whole."""
    verbs: Counter[str] = Counter()
    yield verbs
    others = {code[5:] for code in TEXTS if code.startswith("step.")} - verbs.keys()
    print(f"\n{len(verbs)} verbs taken back; not tried here: {' '.join(sorted(others))}")  # noqa: T201


@pytest.fixture
def office(
    office: Office, proven: Counter[str], trials: Callable[[int, int], int]
) -> Iterator[Office]:
    """As elsewhere; what the test did is undone afterwards, and must leave no trace in the records."""
    yield office
    many = trials(1, 1_000)
    prove(office.store, proven, many, redo=many > 1)
