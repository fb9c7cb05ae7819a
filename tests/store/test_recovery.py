"""The recovery sheet opens the office when the passphrase is forgotten, and only that office."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_app.domain.errors import Refusal
from liaison_app.store.key import Key
from liaison_app.store.recovery import code_of, key_from

KEYS = st.builds(Key, st.binary(min_size=32, max_size=32), st.binary(min_size=16, max_size=16))


@given(KEYS)
def test_what_is_printed_can_be_typed_back_any_way(key: Key) -> None:
    code = code_of(key)
    assert len(code) <= 70
    assert key_from(code.lower().replace("-", " "), key.salt) == key


@given(KEYS, st.integers(0, 50), st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
def test_a_typing_mistake_is_noticed(key: Key, at: int, letter: str) -> None:
    letters = code_of(key).replace("-", "")
    mistyped = letters[:at] + letter + letters[at + 1 :]
    if mistyped != letters:
        with pytest.raises(Refusal) as refused:
            key_from(mistyped, key.salt)
        assert refused.value.code == "recovery.mistyped"


@given(KEYS, st.text(max_size=80))
def test_anything_else_is_refused_in_words(key: Key, text: str) -> None:
    with pytest.raises(Refusal):
        key_from(text, key.salt)
