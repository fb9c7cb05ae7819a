"""A list of contacts, as address books export it, read into frozen rows."""

from dataclasses import dataclass
from itertools import pairwise

from liaison_app.domain.errors import Refusal
from liaison_app.interchange.columns import Columns
from liaison_app.interchange.laid_out import records_below
from liaison_app.interchange.letters_after import strip_post_nominals
from liaison_app.interchange.meanings import Meaning
from liaison_app.interchange.not_entries import is_footnote
from liaison_app.interchange.persons import has_office, split_honorific, split_person
from liaison_app.interchange.records import (
    Keys,
    NoteRow,
    RefusedRow,
    Remark,
    SourceKey,
    note_row,
    raw_values,
)
from liaison_app.interchange.sheets.sheet import Row, Sheet
from liaison_app.system.worker.job import Tell, counted, unheard

_JOINER = " ::: "
"""Between several values in one cell of a Google export."""


@dataclass(frozen=True)
class LoggedContact:
    """One person of a contact list; texts are empty where the list says nothing.

    ``given`` and ``family`` only as the list itself tells them apart. ``titles`` are offices held.
    """

    row: int
    full_name: str
    native_name: str
    given: str
    family: str
    phonetic: str
    honorific: str
    post_nominals: str
    titles: tuple[str, ...]
    department: str
    organization: str
    jurisdiction: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    address: str
    country: str
    website: str
    languages: tuple[str, ...]
    topics: tuple[str, ...]
    notes: str
    source: SourceKey
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ContactList:
    """A list read. ``records`` = contacts + refused + empty + notes, always; the header isn't counted."""

    sheet: str
    columns: Columns
    records: int
    contacts: tuple[LoggedContact, ...]
    refused: tuple[RefusedRow, ...]
    empty: int
    notes: tuple[NoteRow, ...]
    remarks: tuple[Remark, ...]


def read_contact_list(sheet: Sheet, columns: Columns, tell: Tell = unheard) -> ContactList:
    """Read every record of a contact list, counted by ``tell``. Only records are refused here, never the list."""
    above = sheet.rows[: columns.header_at]
    notes = [note_row(row) for row in above if not row.is_empty]
    empty = len(above) - len(notes)
    contacts: list[LoggedContact] = []
    refused: list[RefusedRow] = []
    keys = Keys()
    for row in counted(records_below(sheet, columns), tell):
        if row.is_empty:
            empty += 1
        elif _is_note(row, columns):
            notes.append(note_row(row))
        else:
            try:
                contacts.append(_contact(row, columns, keys))
            except Refusal as refusal:
                reason = Remark(refusal.code, refusal.params)
                refused.append(RefusedRow(row.number, reason, _values(row, columns)))
    return ContactList(
        sheet.name,
        columns,
        len(sheet.rows) - 1,
        tuple(contacts),
        tuple(refused),
        empty,
        tuple(notes),
        (),
    )


def _is_note(row: Row, columns: Columns) -> bool:
    if columns.repeats_header(row):
        return True
    texts = [row.text(at) for at in range(len(row.cells))]
    filled = [text for text in texts if text]
    return len(filled) == 1 and is_footnote(filled[0])


def _contact(row: Row, columns: Columns, keys: Keys) -> LoggedContact:
    name = _Name.of(row, columns)
    organization = columns.text(row, Meaning.ORGANIZATION)
    emails = _several(columns.texts(row, Meaning.EMAIL))
    native = columns.text(row, Meaning.NATIVE_NAME)
    full_name = name.full or native
    if not full_name and not (organization and emails):
        raise Refusal("row.no_name")
    values = _values(row, columns)
    title = columns.text(row, Meaning.JOB_TITLE)
    identity = ("contact", full_name, emails[0] if emails and not full_name else organization)
    return LoggedContact(
        row=row.number,
        full_name=full_name,
        native_name=native,
        given=name.given,
        family=name.family,
        phonetic=" ".join(columns.texts(row, Meaning.PHONETIC)),
        honorific=name.honorific,
        post_nominals=name.letters,
        titles=tuple(dict.fromkeys([*name.titles, *([title] if title else [])])),
        department=columns.text(row, Meaning.DEPARTMENT),
        organization=organization,
        jurisdiction=columns.text(row, Meaning.JURISDICTION),
        emails=emails,
        phones=_several(columns.texts(row, Meaning.PHONE)),
        address=_address(row, columns),
        country=columns.text(row, Meaning.COUNTRY),
        website=columns.text(row, Meaning.WEBSITE),
        languages=_set(columns.text(row, Meaning.LANGUAGES)),
        topics=_set(*columns.texts(row, Meaning.TOPICS)),
        notes=columns.long_text(row, Meaning.NOTES),
        source=keys.give(identity, values),
        values=values,
    )


@dataclass(frozen=True)
class _Name:
    full: str
    given: str = ""
    family: str = ""
    honorific: str = ""
    letters: str = ""
    titles: tuple[str, ...] = ()

    @classmethod
    def of(cls, row: Row, columns: Columns) -> "_Name":
        written = columns.text(row, Meaning.NAME)
        given = columns.text(row, Meaning.GIVEN)
        middle = columns.text(row, Meaning.MIDDLE)
        family = columns.text(row, Meaning.FAMILY)
        prefix = columns.text(row, Meaning.HONORIFIC)
        suffix = columns.text(row, Meaning.POST_NOMINALS)
        if given or family:
            parts = [part for part in (given, middle, family) if part]
            bare = _bare(written)
            whole = bare if bare and all(part in bare for part in parts) else " ".join(parts)
            return cls(whole, " ".join(filter(None, (given, middle))), family, prefix, suffix)
        return cls._of_one_cell(written, prefix, suffix)

    @classmethod
    def _of_one_cell(cls, written: str, prefix: str, suffix: str) -> "_Name":
        """``Doe, Jane`` is family and given; with an office in it, it's titles and a name."""
        bare, letters = strip_post_nominals(written)
        pieces = [piece.strip() for piece in bare.split(",")]
        if len(pieces) == 2 and all(pieces) and not has_office(bare):
            honorific, given = split_honorific(pieces[1])
            family = pieces[0]
            return cls(f"{given} {family}", given, family, prefix or honorific, suffix or letters)
        person = split_person(written)
        name = person.name or ("" if person.titles and has_office(written) else written)
        return cls(
            name, "", "", prefix or person.honorific, suffix or person.post_nominals, person.titles
        )


def _bare(written: str) -> str:
    return strip_post_nominals(split_honorific(written)[1])[0]


def _values(row: Row, columns: Columns) -> tuple[tuple[str, str], ...]:
    return raw_values(columns.header, (row.text(at) for at in range(len(row.cells))))


def _several(texts: tuple[str, ...]) -> tuple[str, ...]:
    found = (piece.strip() for text in texts for piece in text.split(_JOINER))
    return tuple(dict.fromkeys(piece for piece in found if piece))


def _set(*texts: str) -> tuple[str, ...]:
    """The members of a set in a cell; labels of Google's own (``* myContacts``) are left out."""
    pieces = (
        piece.strip()
        for text in texts
        for piece in text.replace(_JOINER, ";").replace(",", ";").split(";")
    )
    return tuple(dict.fromkeys(piece for piece in pieces if piece and not piece.startswith("*")))


def _address(row: Row, columns: Columns) -> str:
    streets = columns.texts(row, Meaning.STREET)
    parts = [*streets]
    for meaning in (Meaning.CITY, Meaning.STATE, Meaning.POSTCODE, Meaning.COUNTRY):
        text = columns.text(row, meaning)
        if text and not any(text in street for street in streets):
            parts.append(text)
    distinct = [one for before, one in pairwise(["", *parts]) if one != before]
    return ", ".join(distinct)
