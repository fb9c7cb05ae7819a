"""Words that tell an organization from a person, a role and a place; our own list, for guesses only."""

import re

from liaison_app.interchange.given_names import GIVEN_NAMES

_ORGANIZATION = """
academy access action administration administrators advisers advisors advisory agency aid airlines
airport airways alliance architects assembly assessors association associates association authority
bank bar bankers banking board body bookmakers brewery broadband broadcasting brigade brokers bureau
business businesses cabinet campaign capital care carers catapult centre center chamber chambers
charities charity church circle city civic club coalition college colleges commission committee
communications communities community companies company compact confederation conference congress
consortium constructors construction consulate consultancy consulting contractors cooperative co-operative
corporation corps council county court cvs defence defense delegation democracy department design
development directorate district embassy employers energy engineering enterprise enterprises
environment estates europe exchange executive express federation films finance first fishermen force forum
foundation foundations friends fund futures gallery games gas giving global government green group
growers growth guild health help herald holdings homes hospice hospital hotel house household housing
identity industries industry initiative institute institution insurance insurers international
investment investments journal laboratories law league learning lep library limited line live llc
llp local logistics lottery ltd magazine mail maritime market markets media memorial mercury ministry
mirror mission monitor mosque motor motors museum music nation nations national network networks news
newspaper newspapers ngo nhs observer office oil online operators organisation organization ombudsman panel delegation
park parliament partners partnership partnerships party patrol people petroleum pharma plc police
policy port post post-dispatch power prefecture press productions professionals programme project
property providers province publishers rail railway ramblers records recruitment reform region register
relief renewables representatives research reserve retail review roundtable royal school schools science
sciences secretariat sector security seminar service services shipping shop society software solicitors
solutions speakers sport sports standard standards star state stores strategy studies sun supplies
support surveyors symposium systems tabloid team tech technologies technology telecom telegraph television
theatre think times today tourism town trade trades trading training transit transport transportation
treasury tribal tribe tribune trust trusts tv union unions united university utilities venture ventures
village visitors volunteers voluntary water week workers workshop works world worldwide youth zoo
""".split()  # noqa: SIM905  # a list of words reads best as words

_WORD = re.compile(r"[\w&'’.+-]+")
_ROLE = re.compile(
    r"(?:deputy |managing |prime |executive |chief |political |senior |vice |co-)*(?:editor|ceo|cfo|coo|evp|svp|vp|md|"
    r"chair(?:man|woman|person)?|president|director|secretary(?: general)?|founder|head|governor|mayor|"
    r"ambassador|consul(?: general)?|manager|chief executive|officer|leader|professor|dean|rector|partner|"
    r"spokes(?:man|woman|person)|archbishop|bishop|premier|minister|commissioner|chancellor)(?: (?:of|for|at) .+)?",
    re.IGNORECASE,
)
_COMPANY_FORM = re.compile(
    r"(?:ltd|limited|inc|incorporated|llc|llp|plc|lp|co|corp|corporation|gmbh|ag|se|sa|s\.a|ab|as|oy|nv|"
    r"bv|spa|srl|kk|k\.k|pty|pty ltd|co ltd|co\., ltd)\.?",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"[A-Z0-9][A-Z0-9&+/-]{1,7}s?")
_WORDS = frozenset(_ORGANIZATION)


def has_organization_word(text: str) -> bool:
    """Whether a word of the text is one that organizations are named by."""
    return any(word.lower().strip(".'’") in _WORDS for word in _WORD.findall(text))


def is_acronym(text: str) -> bool:
    """Whether the text is one word in capitals and figures."""
    return _ACRONYM.fullmatch(text) is not None


def is_role(text: str) -> bool:
    """Whether the whole text is a role somebody has."""
    return _ROLE.fullmatch(text) is not None


def is_company_form(text: str) -> bool:
    """Whether the text is only the legal form of a company (``Ltd``, ``Inc.``)."""
    return _COMPANY_FORM.fullmatch(text) is not None


def looks_like_organization(text: str) -> bool:
    """Whether the text could stand alone as the name of an organization."""
    return has_organization_word(text) or is_acronym(re.sub(r"\s*\(.*\)$", "", text))


_NAME = re.compile(
    r"(?:[A-Z][\w'’-]*[a-zà-ÿ][\w'’-]*|[A-Z]\.?|(?:de|da|di|del|der|van|von|bin|al|el|la|le)\b)"
)


def looks_like_person(text: str) -> bool:
    """Whether two to four words could be somebody's name: capitals, no word of organizations."""
    words = text.split()
    if not 2 <= len(words) <= 4 or has_organization_word(text) or words[0].lower() in ("the", "st"):
        return False
    return all(_NAME.fullmatch(word) for word in words) and len(words[-1]) > 1 and not is_role(text)


_FIRMS_NAMED_LIKE_PEOPLE = frozenset(
    {"john lewis", "thomas cook", "michael page", "oliver wyman", "duncan lewis"}
)


def begins_with_given_name(text: str) -> bool:
    """Whether a text of two or three words begins with a common given name, and no firm has it."""
    words = text.split()
    return (
        looks_like_person(text)
        and len(words) <= 3
        and words[0].lower() in GIVEN_NAMES
        and text.lower() not in _FIRMS_NAMED_LIKE_PEOPLE
    )
