"""Everybody can read the window: by day, by night, and with weak eyes."""

import pytest

from liaison_app.desktop.look.tokens import COLOURS, PAIRS, TONES, Colours, contrast


@pytest.mark.parametrize("colours", COLOURS.values(), ids=list(COLOURS))
def test_words_and_outlines_stand_out_from_what_is_behind_them(colours: Colours) -> None:
    weak = {
        (front, back): round(contrast(getattr(colours, front), getattr(colours, back)), 2)
        for front, back, least in PAIRS
        if contrast(getattr(colours, front), getattr(colours, back)) < least
    }
    assert not weak


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_state_has_words_that_can_be_read_on_its_own_ground() -> None:
    for colours in COLOURS.values():
        for fill, _, words in TONES.values():
            assert contrast(getattr(colours, words), getattr(colours, fill)) >= 4.5
