"""The data shipped with the program is found by its name."""

import pytest

from liaison_app.system.resources import resource


def test_a_resource_that_is_not_shipped_is_a_mistake() -> None:
    assert resource(".").is_dir()
    with pytest.raises(FileNotFoundError, match="nothing-like-it"):
        resource("nothing-like-it")
