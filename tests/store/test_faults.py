"""What a failing medium is called: a stick that was pulled out isn't a damaged office."""

from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from liaison_app.domain.errors import Refusal
from liaison_app.store.faults import in_words


@pytest.mark.parametrize(
    ("folder", "called"), [("gone", "store.medium_failed"), ("", "store.damaged")]
)
def test_pages_that_can_t_be_read_are_damaged_only_where_the_medium_is_there(
    tmp_path: Path, folder: str, called: str
) -> None:
    with pytest.raises(Refusal) as refused, in_words(tmp_path / folder / "office.liaison"):
        raise sqlcipher.DatabaseError("database disk image is malformed")
    assert refused.value.code == called
    assert list(tmp_path.iterdir()) == []
