"""Letters: whatever script a name is written in, it's found and sorted by plain ASCII keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_app.system import letters


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đặng Thị Hồng", "dang thi hong"),
        ("Søren Łukasz Straße", "soren lukasz strasse"),
        ("Hawaiʻi", "hawaii"),
        ("Tʼáá Diné", "taa dine"),
        ("O’Brien", "obrien"),
        ("O'Brien", "obrien"),
        ("Йошкар-Ола", "yoshkar-ola"),
        ("مُحَمَّد", "mhmd"),
        ("محمد", "mhmd"),
        ("  Two   spaces ", "two spaces"),
        ("Zoe\u0308", "zoe"),
        ("서울", "seoul"),
    ],
)
def test_a_name_is_found_however_it_is_typed(written: str, folded: str) -> None:
    assert letters.fold(written) == folded


def test_pointed_and_unpointed_hebrew_are_the_same_word() -> None:
    assert letters.fold("שָׁלוֹם") == letters.fold("שלום")


def test_composed_and_decomposed_letters_are_the_same_word() -> None:
    assert letters.words("Zoe\u0308 Ngũgĩ") == letters.words("Zo\u00eb Ngu\u0303gi\u0303")


def test_each_cjk_character_is_a_word_beside_its_transliteration() -> None:
    assert letters.words("東京市 office") == ["dongjingshi", "東", "京", "市", "office"]
    assert letters.words("2026年") == ["2026", "nian", "年"]


def test_a_word_with_an_apostrophe_is_found_with_and_without_it() -> None:
    assert letters.words("O’Brien’s") == ["obriens", "o", "brien", "s"]
    assert letters.words("o'brien's") == ["obriens", "o", "brien", "s"]


def test_a_reference_is_found_by_its_parts() -> None:
    assert letters.words("C-2026-0041") == ["c", "2026", "0041"]


def test_names_sort_without_regard_to_marks_case_and_punctuation() -> None:
    names = ["Østerby", "de la Cruz", "Oster", "Ávila", "avila, b"]
    assert sorted(names, key=letters.sort_key) == [
        "Ávila", "avila, b", "de la Cruz", "Oster", "Østerby",
    ]  # fmt: skip


def test_transliteration_keeps_the_case_of_latin_names() -> None:
    assert letters.transliterate("Łukasz Đặng") == "Lukasz Dang"


@given(st.text())
def test_keys_are_ascii_and_folding_twice_changes_nothing(text: str) -> None:
    once = letters.fold(text)
    assert once.isascii()
    assert letters.fold(once) == once
    assert letters.sort_key(text).isascii()
    assert all(word.strip() for word in letters.words(text))
