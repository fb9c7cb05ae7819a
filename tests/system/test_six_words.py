"""The six words proposed: plain, easily told apart on the telephone, never the same twice."""

from liaison_app.system.six_words import six_words, words


def test_the_list_is_one_that_dice_can_draw_from() -> None:
    known = words()
    assert len(known) == len(set(known)) == 6**4
    assert known == sorted(known)
    assert all(3 <= len(word) <= 8 and word.isascii() and word.islower() for word in known)


def test_six_words_are_drawn_anew_each_time() -> None:
    drawn = {six_words() for _ in range(50)}
    assert len(drawn) == 50
    known = set(words())
    assert all(len(one.split()) == 6 and set(one.split()) <= known for one in drawn)
