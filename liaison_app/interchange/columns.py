"""Which row is the header and what each column means: from the header's words, then the contents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from liaison_app.domain.errors import Refusal
from liaison_app.domain.reading_dates import read_date
from liaison_app.interchange.given_map import GivenMap
from liaison_app.interchange.meanings import SEVERAL, ListKind, Meaning, meaning_of, plain_header
from liaison_app.interchange.sheets.sheet import Row, Sheet

_HEADER_WITHIN = 40
"""Titles above a table take a few rows; a header further down is no header."""

_LOOKED_AT = 50
"""Filled cells of a column that are looked at to guess its meaning."""

_MOST = 0.7
"""The share of these that must agree."""


@dataclass(frozen=True)
class Columns:
    """The columns of a list: ``meanings`` goes with ``header``, None for a column of unknown use.

    ``header_at`` is the place of the header in the sheet's rows, from 0.
    """

    kind: ListKind
    header_at: int
    header: tuple[str, ...]
    meanings: tuple[Meaning | None, ...]

    def of(self, meaning: Meaning) -> tuple[int, ...]:
        """The columns of that meaning, leftmost first."""
        return self._places.get(meaning, ())

    @cached_property
    def _places(self) -> dict[Meaning, tuple[int, ...]]:
        used = {meaning for meaning in self.meanings if meaning is not None}
        return {
            meaning: tuple(at for at, one in enumerate(self.meanings) if one is meaning)
            for meaning in used
        }

    @cached_property
    def _plain(self) -> tuple[str, ...]:
        return tuple(plain_header(name) for name in self.header)

    def text(self, row: Row, meaning: Meaning) -> str:
        """The text of the first filled column of that meaning."""
        return next((text for text in self.texts(row, meaning)), "")

    def texts(self, row: Row, meaning: Meaning) -> tuple[str, ...]:
        """The texts of all filled columns of that meaning."""
        return tuple(text for at in self.of(meaning) if (text := row.text(at)))

    def long_text(self, row: Row, meaning: Meaning) -> str:
        """The texts of all columns of that meaning with their line ends as written."""
        cells = (str(row.cell(at)).strip() for at in self.of(meaning))
        return "\n".join(cell for cell in cells if cell)

    def repeats_header(self, row: Row) -> bool:
        """Whether a record is the header again, as on a new printed page."""
        return all(plain_header(row.text(at)) == name for at, name in enumerate(self._plain))

    @property
    def unused(self) -> tuple[str, ...]:
        """Headers of columns that nothing is taken from; their cells stay with the raw row."""
        return tuple(
            name
            for name, meaning in zip(self.header, self.meanings, strict=True)
            if name and meaning in (None, Meaning.IGNORE)
        )


def find_columns(sheet: Sheet, given: GivenMap | None = None) -> Columns:
    """The header and columns of a sheet, as given or guessed.

    Refused: ``columns.no_header``, ``columns.not_enough``, ``map.no_such_column``.
    """
    given = given or GivenMap()
    at = _header_at(sheet.rows, given)
    header = tuple(sheet.rows[at].text(column) for column in range(len(sheet.rows[at].cells)))
    below = sheet.rows[at + 1 :]
    kinds = [given.kind] if given.kind else _likely_kinds(header)
    for kind in kinds:
        found = Columns(kind, at, header, _meanings(header, below, kind, given))
        if _is_enough(found):
            return found
    raise Refusal("columns.not_enough", columns=", ".join(name for name in header if name)[:200])


def _likely_kinds(header: Sequence[str]) -> list[ListKind]:
    """Contacts come first where names have parts, or there is an e-mail address but no purpose."""
    contacts = {meaning_of(name, ListKind.CONTACTS) for name in header}
    meetings = {meaning_of(name, ListKind.ENGAGEMENTS) for name in header}
    parted = bool(contacts & {Meaning.GIVEN, Meaning.FAMILY})
    if parted or (
        Meaning.EMAIL in contacts and not meetings & {Meaning.PURPOSE, Meaning.OUR_PERSON}
    ):
        return [ListKind.CONTACTS, ListKind.ENGAGEMENTS]
    return [ListKind.ENGAGEMENTS, ListKind.CONTACTS]


def _header_at(rows: Sequence[Row], given: GivenMap) -> int:
    wanted = {plain_header(name) for name in given.columns}
    best, best_score = None, 1
    for at, row in enumerate(rows[:_HEADER_WITHIN]):
        texts = [row.text(column) for column in range(len(row.cells))]
        if wanted and wanted <= {plain_header(text) for text in texts}:
            return at
        score = max(_known(texts, kind) for kind in ListKind)
        if score > best_score:
            best, best_score = at, score
    if wanted:
        missing = next(iter(given.columns))
        if best is not None:
            there = {
                plain_header(cell) for cell in map(rows[best].text, range(len(rows[best].cells)))
            }
            missing = next(name for name in given.columns if plain_header(name) not in there)
        raise Refusal("map.no_such_column", column=missing)
    if best is None:
        raise Refusal("columns.no_header")
    return best


def _known(texts: Sequence[str], kind: ListKind) -> int:
    """How many different meanings a row's texts have; a text as long as a sentence has none."""
    found = {meaning_of(text, kind) for text in texts if 0 < len(text) <= 60}
    return len(found - {None, Meaning.IGNORE})


def _meanings(
    header: Sequence[str], below: Sequence[Row], kind: ListKind, given: GivenMap
) -> tuple[Meaning | None, ...]:
    stated = {plain_header(name): meaning for name, meaning in given.columns.items()}
    found: list[Meaning | None] = [stated.get(plain_header(name)) for name in header]
    taken = {meaning for meaning in found if meaning}
    for at, name in enumerate(header):
        guess = meaning_of(name, kind) if found[at] is None else None
        if guess is not None and (guess in SEVERAL or guess not in taken):
            found[at] = guess
            taken.add(guess)
    _settle_title(header, found, kind, stated)
    if kind is ListKind.ENGAGEMENTS:
        _settle_meetings(below, found, set(stated.values()))
    for at in range(len(found)):
        if found[at] is None:
            found[at] = _by_content(below, at, kind, taken)
            taken.add(found[at] or Meaning.IGNORE)
    return tuple(found)


def _settle_title(
    header: Sequence[str],
    found: list[Meaning | None],
    kind: ListKind,
    stated: dict[str, Meaning],
) -> None:
    """In contacts "Title" is Mr or Dr where another column holds the job title."""
    plain = [plain_header(name) for name in header]
    if kind is not ListKind.CONTACTS or "title" not in plain or "title" in stated:
        return
    other = [at for at, name in enumerate(plain) if name in ("job title", "position", "role")]
    if other:
        found[plain.index("title")] = Meaning.HONORIFIC
        found[other[0]] = Meaning.JOB_TITLE


def _settle_meetings(
    below: Sequence[Row], found: list[Meaning | None], stated: set[Meaning]
) -> None:
    """The column "To" may be whom a gift went to; a bare "Name" before date and organization is one of ours."""
    if Meaning.UNTIL in found and Meaning.UNTIL not in stated:
        at = found.index(Meaning.UNTIL)
        if not _are_dates([row.cell(at) for row in below if row.text(at)][:_LOOKED_AT]):
            found[at] = Meaning.ORGANIZATION if Meaning.ORGANIZATION not in found else None
    in_order = [one for one in found if one in _WHO_WHEN_WITH]
    is_free = Meaning.OUR_PERSON not in found and Meaning.NAME not in stated
    if is_free and tuple(in_order[:3]) == _WHO_WHEN_WITH:
        found[found.index(Meaning.NAME)] = Meaning.OUR_PERSON


_WHO_WHEN_WITH = (Meaning.NAME, Meaning.DATE, Meaning.ORGANIZATION)


def _by_content(
    below: Sequence[Row], at: int, kind: ListKind, taken: set[Meaning]
) -> Meaning | None:
    filled = [row.cell(at) for row in below if row.text(at)][:_LOOKED_AT]
    if not filled:
        return None
    if Meaning.EMAIL not in taken and _share("@" in str(cell) for cell in filled) >= _MOST:
        return Meaning.EMAIL
    if kind is ListKind.ENGAGEMENTS and Meaning.DATE not in taken:
        return Meaning.DATE if _are_dates(filled) else None
    return None


def _are_dates(filled: Sequence[str | float | date]) -> bool:
    return bool(filled) and _share(_is_date(cell) for cell in filled) >= _MOST


def _share(answers: Iterable[bool]) -> float:
    listed = list(answers)
    return sum(listed) / len(listed)


def _is_date(cell: str | float | date) -> bool:
    if isinstance(cell, float | int):
        return False
    try:
        read_date(cell, day_first=True, today=date(2000, 1, 1), default_year=2000)
    except Refusal:
        return False
    return True


def _is_enough(columns: Columns) -> bool:
    has = set(columns.meanings)
    if columns.kind is ListKind.ENGAGEMENTS:
        others = {Meaning.ORGANIZATION, Meaning.PURPOSE, Meaning.NAME, Meaning.OUR_PERSON}
        return Meaning.DATE in has and bool(has & others)
    return bool(
        has & {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.EMAIL, Meaning.NATIVE_NAME}
    )
