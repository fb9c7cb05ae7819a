"""What a column of a list can mean, and the words by which its header is known."""

import re
from enum import StrEnum

from liaison_app.system.letters import fold


class ListKind(StrEnum):
    """What a list holds."""

    ENGAGEMENTS = "engagements"
    CONTACTS = "contacts"


class Meaning(StrEnum):
    """What a column means; the values are the words of a ``--map`` file."""

    DATE = "date"
    UNTIL = "until"
    OUR_PERSON = "our_person"
    ORGANIZATION = "organization"
    NAME = "name"
    JOB_TITLE = "job_title"
    PURPOSE = "purpose"
    NOTES = "notes"
    PLACE = "place"
    CITY = "city"
    COUNTRY = "country"
    JURISDICTION = "jurisdiction"
    COMMITMENT = "commitment"
    DUE = "due"
    OWNER = "owner"
    STATUS = "status"
    KIND = "kind"
    TOPICS = "topics"
    EMAIL = "email"
    PHONE = "phone"
    NATIVE_NAME = "native_name"
    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    HONORIFIC = "honorific"
    POST_NOMINALS = "post_nominals"
    PHONETIC = "phonetic"
    DEPARTMENT = "department"
    STREET = "street"
    STATE = "state"
    POSTCODE = "postcode"
    LANGUAGES = "languages"
    WEBSITE = "website"
    IGNORE = "ignore"


SEVERAL = frozenset(
    {
        Meaning.ORGANIZATION,
        Meaning.NAME,
        Meaning.EMAIL,
        Meaning.PHONE,
        Meaning.NOTES,
        Meaning.TOPICS,
        Meaning.PHONETIC,
        Meaning.STREET,
        Meaning.WEBSITE,
        Meaning.IGNORE,
    }
)
"""Meanings that more than one column may have; of the others the first column counts."""

_ENGAGEMENTS = (
    (Meaning.DUE, r"\b(due|deadline|by when|follow up (by|date|on))\b"),
    (Meaning.STATUS, r"\bstatus\b"),
    (Meaning.OWNER, r"\b(owner|action officer|assigned( to)?|responsible|action by)\b"),
    (
        Meaning.COMMITMENT,
        (
            r"\b(commitments?|action( item| point)?s?|deliverables?|due outs?|promised?|promises|"
            r"follow ups?|next steps?|tasks?)\b"
        ),
    ),
    (Meaning.EMAIL, r"\be ?mail\b"),
    (Meaning.PHONE, r"\b(phone|telephone|mobile|cell)\b"),
    (Meaning.UNTIL, r"^(end|until|to|through|finish)( date)?$|^(end date|date to|last day)"),
    (Meaning.KIND, r"\b(type|kind|category|format)\b"),
    (Meaning.DATE, r"\bdates?\b|^(day|when|month|period|start|month of meeting|quarter|year)$"),
    (
        Meaning.ORGANIZATION,
        (
            r"\b(org|organi[sz]ations?|compan(y|ies)|counterparts?|institutions?|with whom|met with|"
            r"meeting with|stakeholders?|external|agency|entity|delegation|part(y|ies)|met)\b"
        ),
    ),
    (
        Meaning.OUR_PERSON,
        (
            r"\b(ministers?|officials?|officer|who|our|principal|mayor|governor|staff|councillor|"
            r"commissioner|secretary|permanent|adviser|advisor|attended by|hosted by|host|chief|"
            r"representative|member)\b"
        ),
    ),
    (Meaning.JURISDICTION, r"\bjurisdiction\b"),
    (Meaning.COUNTRY, r"\b(country|nation)\b"),
    (Meaning.CITY, r"\b(city|town)\b"),
    (Meaning.PLACE, r"\b(place|venue|location|where|address|room|site|destination)\b"),
    (Meaning.NOTES, r"\b(notes?|comments?|remarks?|summary|outcomes?|readout|minutes|memcon)\b"),
    (Meaning.TOPICS, r"^(tags?|keywords?|themes?|topics?)$"),
    (
        Meaning.PURPOSE,
        (
            r"\b(purpose|subject|agenda|reason|description|about|meeting|event|engagement|title|"
            r"discussion|discussed|issue)\b"
        ),
    ),
    (Meaning.JOB_TITLE, r"\b(position|role)\b"),
    (Meaning.NAME, r"\b(names?|contact|persons?|people|attendees?|participants?|guests?)\b"),
)

_CONTACTS = (
    (Meaning.IGNORE, r"\b(company|organization 1) yomi|organization 1 (yomi|symbol|location|job)"),
    (Meaning.PHONETIC, r"\b(yomi|phonetic|pronunciation|furigana|reading)\b"),
    (
        Meaning.IGNORE,
        (
            r"\b(manager|assistant|spouse|referred|reports|reportstoid|created?|modified|directory|"
            r"maiden|initials|billing|birth\w*|anniversary|hobby|gender|mileage|priority|private|"
            r"sensitivity|account|isdeleted|owner|type|label|children|government id|user \d|id|photo|"
            r"fax|pager|telex|isdn|tty|callback|radio|short name|nickname|file as|subject|location|"
            r"schools|imaddress|internet|organizational)\b|(id|date|modstamp|fax|assistantname|"
            r"assistantphone|leadsource)$"
        ),
    ),
    (Meaning.IGNORE, r"^(home|other)\b|^(home|other)(phone|street|city|state|postalcode|country)$"),
    (Meaning.IGNORE, r"display name .*mail|mail .*display name"),
    (Meaning.EMAIL, r"e ?mail|^primary email|^secondary email"),
    (Meaning.PHONE, r"phone|mobile|\bcell\b|\btel\b|telefon"),
    (Meaning.HONORIFIC, r"^(name )?prefix$|^salutation$|^honorific$"),
    (Meaning.POST_NOMINALS, r"^(name )?suffix$|post ?nominals?"),
    (Meaning.NATIVE_NAME, r"\b(native|original|local)\b.*\b(name|script)\b"),
    (Meaning.GIVEN, r"^(first|given) ?names?$|^forenames?$|^given$"),
    (Meaning.MIDDLE, r"^(middle|additional) ?names?$"),
    (Meaning.FAMILY, r"^(last|family) ?names?$|^surnames?$|^family$"),
    (
        Meaning.JOB_TITLE,
        (
            r"job title|^organi[sz]ation( 1)? title$|^(position|role|occupation|profession|function|"
            r"office|post|official title|title)$"
        ),
    ),
    (Meaning.DEPARTMENT, r"department|^division$|^unit$"),
    (
        Meaning.ORGANIZATION,
        (
            r"^(company|organi[sz]ation( 1)?)( name)?$|^(employer|agency|institution|affiliation)$|"
            r"^name of (company|organi[sz]ation)$"
        ),
    ),
    (Meaning.JURISDICTION, r"jurisdiction"),
    (Meaning.POSTCODE, r"postal ?code|zip|postcode"),
    (Meaning.COUNTRY, r"country"),
    (Meaning.CITY, r"city|^town$|locality"),
    (Meaning.STATE, r"state|province|region|county|prefecture"),
    (Meaning.STREET, r"street|^(business |work |mailing )?address( line)?( \d)?( formatted)?$"),
    (Meaning.LANGUAGES, r"languages?$"),
    (Meaning.WEBSITE, r"web ?(page|site)|^url$"),
    (Meaning.TOPICS, r"^(categories|labels|group membership|keywords|tags)$"),
    (Meaning.NOTES, r"^(notes?|comments?|remarks?|description|biography|bio)$"),
    (Meaning.NAME, r"^(full |display |contact )?names?$|^(person|contact|official)$"),
)

_WORDS = {
    kind: tuple((meaning, re.compile(pattern)) for meaning, pattern in table)
    for kind, table in (
        (ListKind.ENGAGEMENTS, _ENGAGEMENTS),
        (ListKind.CONTACTS, _CONTACTS),
    )
}
_FOOTNOTE = re.compile("[¹²³⁰-⁹*†‡§]+")
_NOT_WORDS = re.compile(r"[^a-z0-9]+")


_LONGEST_HEADER = 120


def plain_header(text: str) -> str:
    """A header as it is compared: folded words without footnote marks."""
    if len(text) > _LONGEST_HEADER:
        return text
    return _NOT_WORDS.sub(" ", fold(_FOOTNOTE.sub(" ", text))).strip()


def meaning_of(header: str, kind: ListKind) -> Meaning | None:
    """What a header says that its column means in a list of this kind, None if it's unknown."""
    plain = plain_header(header)
    if not plain or len(plain) > _LONGEST_HEADER:
        return None
    for meaning, pattern in _WORDS[kind]:
        if pattern.search(plain):
            return meaning
    return None
