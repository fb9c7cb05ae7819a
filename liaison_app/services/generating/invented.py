"""Names, titles and sentences that nobody wrote: put together by a seeded generator."""

from random import Random


def _words(text: str, between: str = " ") -> list[str]:
    return text.split(between)


_GIVEN = _words(
    "Adaeze Anouk Amadou Birgit Bao Carlos Chidi Dagny Dmitri Elif Emeka Fatima Freya Gustavo Hana "
    "Henrik Imani Ingrid Jamal Jun Kaede Karim Lars Leilani Mei Milan Nadia Nils Olga Oscar Petra "
    "Priya Quynh Rafael Ravi Sanna Sofía Tariq Tove Uma Valentin Wanjiru Xóchitl Yuki Zainab Zoltán"
)
_FAMILY = _words(
    "Abara Almqvist Arkwright Bellweather Brandvik Castellan Corvino Dahlberg Dunmore Eskildsen "
    "Falkenrath Fukumori Galarza Grünewald Hatherley Hollingbrook Imanov Isozumi Jankauskas "
    "Jerković Kaltenbach Kowalewska Lindgaard Lovelace Maravilla Mbatha Nakaoji Nordström Okoronkwo "
    "Oyelaran Pemberley Quispe Ravensworth Rosenkilde Salcedo Stravinska Thistlewood Tsukamori "
    "Underhill Valdemar Vasquinho Wetherington Wrzesniewski Ximenes Yamaguro Zambelli"
)
_FIRST = _words(
    "Alder Amber Ash Bay Bel Birch Bright Calder Cedar Clear Copper Dun East Elm Fair Falcon Glen "
    "Gran Hart Haven High Iron Juniper King Lake Lark Linden Maple Mar Mill New Nor Oak Pine Port "
    "Quarry Raven River Rock Rose Salt San Silver South Stone Sun Thorn Vale West Willow Wind"
)
_LAST = _words(
    "bridge brook burgh bury by castle dale field ford gate ham haven holm mouth ton wick"
)
_SUBJECTS = _words(
    "port logistics,school exchange,water loss,solar apprentices,sister-city anniversary,leak "
    "detection,night trains,visa fees,film festival,flood maps,bus electrification,hospital "
    "twinning,trade fair,archive digitisation,youth orchestra,police course,fisheries quota,grid "
    "storage,housing finance,disaster drill,museum loan,airport slots,tourism campaign,seed bank",
    ",",
)
_KINDS = ("courtesy_call", "bilateral_meeting", "call_video", "site_visit", "reception_meal")
_CALLED = ("Courtesy call", "Meeting", "Call", "Site visit", "Reception")
_PROMISES = (
    "will send the draft on {subject}",
    "will name a contact for {subject}",
    "offers two places for {subject}",
    "will share its figures on {subject}",
    "will ask its council about {subject}",
    "will pay half of {subject}",
)
_NOTES = (
    "They opened with {subject} and stayed with it for most of the hour.",
    "The tone was warm; the numbers on {subject} were not.",
    "Asked twice who decides on {subject}; the answer was careful.",
    "Agreed to compare notes on {subject} before the summer.",
    "Nothing new on {subject}, and both sides said so.",
    "A new adviser took over {subject} and had read everything.",
)
_POSTS = ("Mayor", "Deputy Mayor", "Chief of Staff", "Director of Trade", "Head of Protocol")
_BODIES = ("Chamber of Commerce", "University", "Port Authority", "Water Utility", "Consulate")


def person(random: Random) -> tuple[str, str]:
    """A given and a family name."""
    family = random.choice(_FAMILY)
    if random.random() < 0.2:
        family += "-" + random.choice(_FAMILY)
    return random.choice(_GIVEN), family


def place(random: Random) -> str:
    """The name of a town that is on no map."""
    name = random.choice(_FIRST) + random.choice(_LAST)
    return f"{random.choice(_FIRST)} {name}" if random.random() < 0.6 else name


def body(random: Random, where: str) -> str:
    """The name of an organization at a place."""
    return f"{random.choice(_BODIES)} of {where}"


def post(random: Random, where: str) -> str:
    """The title of an office at a place."""
    return f"{random.choice(_POSTS)} of {where}"


def subject(random: Random) -> str:
    """What a meeting may be about."""
    return random.choice(_SUBJECTS)


def engagement(random: Random, about: str, where: str) -> tuple[str, str]:
    """The kind and the title of an engagement."""
    at = random.randrange(len(_KINDS))
    return _KINDS[at], f"{_CALLED[at]} on {about}, {where}"


def promise(random: Random, about: str) -> str:
    """What somebody said they would do."""
    return random.choice(_PROMISES).format(subject=about)


def notes(random: Random) -> str:
    """Three sentences of a record."""
    return " ".join(
        sentence.format(subject=random.choice(_SUBJECTS)) for sentence in random.sample(_NOTES, 3)
    )
