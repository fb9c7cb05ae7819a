"""What a row of a log says of the meeting itself: whether it took place, and of what kind it was."""

from datetime import date

import pytest

from liaison_app.interchange.source import read_source
from liaison_app.services.imports.incoming import Incoming, incoming

TODAY = date(2026, 11, 24)


def first_row(log: str) -> Incoming:
    return incoming(read_source(log.encode(), "log.csv", today=TODAY), TODAY)[0]


@pytest.mark.parametrize(
    ("cells", "status"),
    [
        ("Tolls,CANCELLED", "cancelled"),
        ("Tolls,Meeting cancelled", "cancelled"),
        ("Tolls (cancelled),", "cancelled"),
        ("Postponed - tolls,", "postponed"),
        ("Tolls,They cancelled the contract with the pilots", "held"),
        ("Cancelled sailings and tolls,", "held"),
    ],
)
def test_a_meeting_that_is_said_to_be_called_off_was_not_held(cells: str, status: str) -> None:
    log = f"Date,Organisation,Purpose,Notes\n12 March 2024,Quay Guild,{cells}\n"
    assert first_row(log).cells["status"] == status


@pytest.mark.parametrize(
    ("purpose", "kind"),
    [
        ("Politically and practically urgent", "bilateral_meeting"),
        ("Smartphones at school", "bilateral_meeting"),
        ("Regular update phone call", "call_video"),
        ("Phone calls about tolls", "call_video"),
        ("Introductory meeting about the Harbour Conference", "courtesy_call"),
        ("Roundtable on tolls", "conference_summit"),
        ("Drinks", "reception_meal"),
        ("Visit to the ferry yard", "site_visit"),
    ],
)
def test_the_kind_is_told_by_whole_words(purpose: str, kind: str) -> None:
    log = f"Date,Organisation,Purpose\n12 March 2024,Quay Guild,{purpose}\n"
    assert first_row(log).cells["kind"] == kind
