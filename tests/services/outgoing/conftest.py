"""The small office, for every test of what leaves an office."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.outgoing.small_office import Small, small_office


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Small]:
    made = small_office(tmp_path)
    yield made
    made.office.close()
