"""Who a meeting was with: lists are cut, names that hold a comma or an "and" are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_app.interchange.parties import split_parties
from liaison_app.interchange.period import period_told
from liaison_app.interchange.persons import NamedPerson, split_person


@pytest.mark.parametrize(
    "cell",
    [
        "Johnson & Johnson",
        "Marks and Spencer",
        "Port of Tacoma",
        "Port of Tacoma, WA",
        "City of Austin, Texas",
        "Consulate General of Japan, Denver",
        "Department for Culture, Media and Sport",
        "Ministry of Land, Infrastructure, Transport and Tourism",
        "Bill and Melinda Gates Foundation",
        "Royal Holloway, University of London",
        "Trinity College, Cambridge",
        "Council for Science and Technology",
        "Hammersmith and Fulham Council",
        "National Harbour, Dock and Ferry Workers Agency",
        "Acme Widgets, Inc.",
        "General Electric",
        "4Children",
        "Which?",
        "Harbor (,,)",
    ],
)
def test_one_name_stays_one(cell: str) -> None:
    parties = split_parties(cell)
    assert (parties.organizations, parties.people, parties.guessed) == ((cell,), (), False)


@pytest.mark.parametrize(
    ("cell", "organizations"),
    [
        ("Harbor Trust, ACME, Blue Line Ltd", ["Harbor Trust", "ACME", "Blue Line Ltd"]),
        ("O9, EF, Four and Orbital", ["O9", "EF", "Four", "Orbital"]),
        ("Alpha; Beta Trust; Gamma Council", ["Alpha", "Beta Trust", "Gamma Council"]),
        ("British Carers Union and the Nursing Council", ["British Carers Union", "the Nursing Council"]),
        ("ABC and Writers Society", ["ABC", "Writers Society"]),
        ("Volta, Nordlicht", ["Volta", "Nordlicht"]),
        ("Alpha,,Beta, Alpha, ", ["Alpha", "Beta"]),
        ("Harbor (UK) Ltd, ORG (Port, Rail and Sea Group) and Blue",
         ["Harbor (UK) Ltd", "ORG (Port, Rail and Sea Group)", "Blue"]),
        ("Acme, Inc., Widget Co", ["Acme, Inc.", "Widget Co"]),
    ],
)  # fmt: skip
def test_a_list_is_cut_and_said_to_be_a_guess(cell: str, organizations: list[str]) -> None:
    parties = split_parties(cell)
    assert list(parties.organizations) == organizations
    assert parties.guessed


@pytest.mark.parametrize(
    ("cell", "occasion"),
    [
        ("Roundtable with: Alpha, Beta, Gamma", "Roundtable with"),
        ("Harbor Forum (Alpha, Beta, Gamma)", "Harbor Forum"),
        ("Port round table: (Alpha, Beta, Gamma)", "Port round table"),
        ("Shipping leaders – Alpha, Beta, Gamma", "Shipping leaders"),
        ("Operators:Alpha, Beta, Gamma", "Operators"),
    ],
)
def test_what_heads_a_list_is_its_occasion(cell: str, occasion: str) -> None:
    parties = split_parties(cell)
    assert (parties.occasion, parties.organizations) == (occasion, ("Alpha", "Beta", "Gamma"))


@pytest.mark.parametrize(
    ("cell", "name", "employer"),
    [
        ("Mara Quillan, Telegraph", "Mara Quillan", "Telegraph"),
        ("Harbor News, Luke Tarrow", "Luke Tarrow", "Harbor News"),
        ("Jonas Brill – The Times", "Jonas Brill", "The Times"),
        ("Jonas Brill (Evening Post)", "Jonas Brill", "Evening Post"),
        ("Dieter Hollin/Oxford University", "Dieter Hollin", "Oxford University"),
        ("Sarah Penn, Editor, Evening Post", "Sarah Penn", "Evening Post"),
        ("Secretary General, Harbor Conference, Ekrem Yildan", "Ekrem Yildan", "Harbor Conference"),
        ("Professor Peter Nollan", "Peter Nollan", ""),
        ("Lord Gummidge", "Lord Gummidge", ""),
        ("Helen Marrow", "Helen Marrow", ""),
    ],
)
def test_a_person_is_told_from_the_employer(cell: str, name: str, employer: str) -> None:
    parties = split_parties(cell)
    assert [(one.name, one.organization) for one in parties.people] == [(name, employer)]
    assert parties.organizations == ((employer,) if employer else ())
    assert parties.guessed


def test_several_people_of_several_papers() -> None:
    parties = split_parties("Jim Gale (Channel 9), Debra Turnbull, (ITX)")
    assert [(one.name, one.organization) for one in parties.people] == [
        ("Jim Gale", "Channel 9"),
        ("Debra Turnbull", "ITX"),
    ]
    together = split_parties("David Wold, Victoria Newt, Sun on Sunday")
    assert {one.organization for one in together.people} == {"Sun on Sunday"}


@pytest.mark.parametrize(
    "cell",
    [
        "Geordan Greig, Simon Walder, Mail on Sunday",
        "Tony Gallen, Mordock Mclean, Ian Gregson, Telegraph Group",
    ],
)
def test_colleagues_need_not_all_have_common_names(cell: str) -> None:
    parties = split_parties(cell)
    *names, employer = cell.split(", ")
    assert [(one.name, one.organization) for one in parties.people] == [
        (name, employer) for name in names
    ]
    assert parties.organizations == (employer,)


def test_who_stands_among_people_is_a_person() -> None:
    council = split_parties("Professor Kit Burnel, Rowan Dorgan, Sir Pavel Goldby, Dr Mikel Lyndt")
    assert [one.name for one in council.people] == [
        "Kit Burnel", "Rowan Dorgan", "Pavel Goldby", "Mikel Lyndt",
    ]  # fmt: skip
    assert council.organizations == ()
    guests = split_parties("Mordock Mclean, Tony Gallen (Daily Tide), Ian Gregson (Sunday Tide)")
    assert guests.people[0] == NamedPerson("Mordock Mclean")
    firms = split_parties("Barratt Holm, Sir Robert Alpin, Lend Leaf, Morgan Sindle")
    assert firms.organizations == ("Barratt Holm", "Lend Leaf", "Morgan Sindle")


def test_letters_after_a_name_tell_a_person() -> None:
    assert split_parties("Martin Hove QC").people == (NamedPerson("Martin Hove", (), "", "QC"),)
    assert split_parties("Odran Velk MP, Quay Guild").people[0].post_nominals == "MP"


@pytest.mark.parametrize(
    ("cell", "title", "organization"),
    [
        ("CEO of Canary Quay Group", "CEO", "Canary Quay Group"),
        ("Mayor of Tacoma", "Mayor of Tacoma", ""),
        ("Governor of New Mexico", "Governor of New Mexico", ""),
        ("Ambassador of Japan", "Ambassador of Japan", ""),
        ("Chief Executive of the Harbour Trust", "Chief Executive", "the Harbour Trust"),
    ],
)
def test_an_office_without_a_name_is_a_person_not_named(
    cell: str, title: str, organization: str
) -> None:
    parties = split_parties(cell)
    assert parties.people == (NamedPerson("", (title,), "", "", organization),)
    assert parties.organizations == ((organization,) if organization else ())
    assert parties.guessed


def test_a_map_can_forbid_every_cut() -> None:
    parties = split_parties("Alpha, Beta; Gamma", one_organization=True)
    assert (parties.organizations, parties.guessed) == (("Alpha, Beta; Gamma",), False)


@pytest.mark.parametrize(
    ("cell", "person"),
    [
        (
            "Minister for the Harbor Office, Keeper General, The Rt Hon Frank Moody MP",
            NamedPerson("Frank Moody", ("Minister for the Harbor Office", "Keeper General"), "The Rt Hon", "MP"),
        ),
        (
            "Deputy Chief Whip (Captain of the Guard), Lord Newbold OBE",
            NamedPerson("Lord Newbold", ("Deputy Chief Whip (Captain of the Guard)",), "", "OBE"),
        ),
        ("Jane Roe", NamedPerson("Jane Roe")),
        ("Jane Roe, Director of Trade", NamedPerson("Jane Roe", ("Director of Trade",))),
        ("Mayor Jane Roe", NamedPerson("Jane Roe", ("Mayor",))),
        ("Dr. Ana Ruiz, PhD", NamedPerson("Ana Ruiz", (), "Dr.", "PhD")),
        ("Principal Chief", NamedPerson("", ("Principal Chief",))),
        ("", NamedPerson("")),
    ],
)  # fmt: skip
def test_office_honorific_name_and_letters_are_told_apart(cell: str, person: NamedPerson) -> None:
    assert split_person(cell) == person


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("HC_meetings_jan_mar_14", "2014-01-01", "2014-03-31"),
        ("meetingsjul-sep2013", "2013-07-01", "2013-09-30"),
        ("hcmeetingsaprjun13", "2013-04-01", "2013-06-30"),
        ("log_july-sept_2013_final", "2013-07-01", "2013-09-30"),
        ("Meetings 1 April 2012 to 30 June 2012", "2012-04-01", "2012-06-30"),
        ("december 2013 - february 2014", "2013-12-01", "2014-02-28"),
        ("dec-feb-2014", "2013-12-01", "2014-02-28"),
        ("Q3 2025", "2025-07-01", "2025-09-30"),
        ("log 2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_name_tells_the_time_a_list_is_about(text: str, first: str, last: str) -> None:
    told = period_told(text)
    assert told is not None
    assert (str(told.period[0]), str(told.period[1])) == (first, last)


@pytest.mark.parametrize(
    "text", ["meetings oct-dec", "report 2013-14", "marketing", "log", "maypole 7"]
)
def test_a_name_without_a_clear_year_tells_nothing(text: str) -> None:
    assert period_told(text) is None


@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(
            st.sampled_from(
                [
                    "Acme",
                    ",",
                    ";",
                    " and ",
                    "(",
                    ")",
                    "Dr",
                    "Ltd",
                    " - ",
                    "/",
                    ":",
                    "Jane Roe",
                    "of ",
                ]
            ),
            max_size=12,
        ).map("".join),
    )
)
def test_no_word_of_a_cell_is_lost_and_none_invented(cell: str) -> None:
    parties = split_parties(cell)
    people = [
        " ".join((one.name, *one.titles, one.honorific, one.post_nominals, one.organization))
        for one in parties.people
    ]
    kept = letters(" ".join([*parties.organizations, *people, parties.occasion]))
    assert letters(cell) - letters("and") <= kept | letters("and")
    assert kept <= letters(cell)


def letters(text: str) -> set[str]:
    return {letter for letter in text if letter.isalnum()}
