"""The small office, for every test of what leaves an office: made once, copied for each."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.outgoing.small_office import Small, opened, small_office


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Small:
    made = small_office(tmp_path_factory.mktemp("small"))
    made.office.close()
    return made


@pytest.fixture
def small(template: Small, tmp_path: Path) -> Iterator[Small]:
    path = Path(shutil.copy(template.office.path, tmp_path / "small.liaison"))
    made = opened(path, template.ids)
    yield made
    made.office.close()
