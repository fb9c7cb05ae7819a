"""A log of meetings, as ministries publish and officers keep them, read into frozen rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.reading_dates import DateReading, How
from liaison_app.interchange.columns import Columns
from liaison_app.interchange.given_map import GivenMap
from liaison_app.interchange.laid_out import carried_down, is_heading, records_below
from liaison_app.interchange.list_dates import ListDates, understand_dates
from liaison_app.interchange.meanings import Meaning
from liaison_app.interchange.not_entries import is_footnote, is_nil
from liaison_app.interchange.parties import Parties, split_parties
from liaison_app.interchange.persons import NamedPerson, split_person
from liaison_app.interchange.records import (
    Keys,
    NoteRow,
    RefusedRow,
    Remark,
    SourceKey,
    note_row,
    raw_values,
)
from liaison_app.interchange.sheets.sheet import Cell, Row, Sheet, shown
from liaison_app.system.worker.job import Tell, counted, unheard


@dataclass(frozen=True)
class LoggedCommitment:
    """Something promised in a meeting. ``due`` is None if no date was given or none understood."""

    wording: str
    due: PartialDate | None = None
    due_text: str = ""
    owner: str = ""
    status: str = ""


@dataclass(frozen=True)
class LoggedMeeting:
    """One meeting of a log. ``row`` is the number that a spreadsheet shows beside it.

    ``organizations_text`` and ``our_text`` are the cells as written; what was cut from them is a
    guess if ``parties.guessed``. ``our_carried``: our person stands in a row above. ``values``:
    the raw record. ``doubts``: what the preview should show.
    """

    row: int
    when: PartialDate
    until: PartialDate | None
    how: How
    our_people: tuple[NamedPerson, ...]
    our_text: str
    our_carried: bool
    parties: Parties
    organizations_text: str
    purpose: str
    place: str
    jurisdiction: str
    country: str
    kind: str
    topics: tuple[str, ...]
    status: str
    notes: str
    commitments: tuple[LoggedCommitment, ...]
    source: SourceKey
    values: tuple[tuple[str, str], ...]
    doubts: tuple[Remark, ...] = ()

    @property
    def title(self) -> str:
        """What the meeting may be called: its purpose, else its occasion, else whom it was with."""
        return self.purpose or self.parties.occasion or self.organizations_text or self.our_text


@dataclass(frozen=True)
class MeetingLog:
    """A log read. ``records`` = meetings + refused + empty + notes, always; the header isn't counted."""

    sheet: str
    columns: Columns
    records: int
    meetings: tuple[LoggedMeeting, ...]
    refused: tuple[RefusedRow, ...]
    empty: int
    notes: tuple[NoteRow, ...]
    remarks: tuple[Remark, ...]


def read_meeting_log(
    sheet: Sheet,
    columns: Columns,
    *,
    file_name: str,
    today: date,
    given: GivenMap | None = None,
    tell: Tell = unheard,
) -> MeetingLog:
    """Read every record of a log, counted by ``tell``. Only records are refused here, never the log."""
    given = given or GivenMap()
    above = sheet.rows[: columns.header_at]
    below = records_below(sheet, columns)
    titles = [note_row(row) for row in above if not row.is_empty]
    column = columns.of(Meaning.DATE)[0]
    cells = [row.cell(column) for row in below if row.text(column)]
    names = [*(title.text for title in titles), sheet.name]
    dates = understand_dates(cells, names, file_name, given, today)
    reader = _LogReader(columns, below, dates, given.one_organization)
    for at in counted(range(len(below)), tell):
        reader.take(at)
    return MeetingLog(
        sheet.name,
        columns,
        len(sheet.rows) - 1,
        tuple(reader.meetings),
        tuple(reader.refused),
        reader.empty + len(above) - len(titles),
        (*titles, *reader.notes),
        dates.remarks,
    )


class _LogReader:
    """Takes the records of one log one by one and puts each where it belongs."""

    def __init__(
        self, columns: Columns, rows: Sequence[Row], dates: ListDates, one_organization: bool
    ) -> None:
        self.columns, self.rows, self.dates = columns, rows, dates
        self.one_organization = one_organization
        self.carried = carried_down(rows, columns)
        self.keys = Keys()
        self.last_dated = self._last_dated()
        self.meetings: list[LoggedMeeting] = []
        self.refused: list[RefusedRow] = []
        self.notes: list[NoteRow] = []
        self.empty = 0

    def take(self, at: int) -> None:
        row = self.rows[at]
        if row.is_empty:
            self.empty += 1
        elif self._is_note(at, row):
            self.notes.append(note_row(row))
        else:
            texts = self._texts(row)
            try:
                self.meetings.append(self._meeting(row, texts))
            except Refusal as refusal:
                reason = Remark(refusal.code, refusal.params)
                values = raw_values(self.columns.header, texts)
                self.refused.append(RefusedRow(row.number, reason, values))

    # What is no entry.

    def _last_dated(self) -> int:
        column = self.columns.of(Meaning.DATE)[0]
        dated = [
            at for at, row in enumerate(self.rows) if row.text(column) and len(_filled(row)) > 1
        ]
        return dated[-1] if dated else -1

    def _is_note(self, at: int, row: Row) -> bool:
        filled = _filled(row)
        if self.columns.repeats_header(row):
            return True
        if is_nil([self.columns.texts(row, meaning) for meaning in _SAID]):
            return True
        is_alone = len(filled) == 1
        has_date = bool(self.columns.text(row, Meaning.DATE))
        if is_footnote(row.text(filled[0])) and (is_alone or not has_date):
            return True
        return is_alone and self._is_note_alone(at, row, filled[0], has_date=has_date)

    def _is_note_alone(self, at: int, row: Row, column: int, *, has_date: bool) -> bool:
        """Whether a record of one cell is a note: below the last meeting, a heading, a title."""
        if at > self.last_dated:
            return not (has_date and self._is_date(row))
        if (column,) == self.columns.of(Meaning.OUR_PERSON)[:1]:
            return is_heading(at, self.rows, column, self.columns)
        return column == 0 and not has_date

    def _is_date(self, row: Row) -> bool:
        try:
            self.dates.read(row.cell(self.columns.of(Meaning.DATE)[0]))
        except Refusal:
            return False
        return True

    # What is one.

    def _meeting(self, row: Row, texts: tuple[str, ...]) -> LoggedMeeting:
        columns = self.columns
        reading = self._when(row)
        organizations = columns.texts(row, Meaning.ORGANIZATION)
        parties = self._parties(organizations, columns.texts(row, Meaning.NAME))
        our_text = columns.text(row, Meaning.OUR_PERSON) or self.carried.get(row.number, "")
        purpose = columns.text(row, Meaning.PURPOSE)
        notes = columns.long_text(row, Meaning.NOTES)
        if not (parties.organizations or parties.people or purpose or notes):
            raise Refusal("row.nothing_but_date")
        if reading.when is None:
            raise Refusal("row.no_date")
        commitments, doubts = self._commitments(row, reading.when)
        if parties.guessed:
            doubts = (*doubts, Remark("doubt.parties_cut", {"text": "; ".join(organizations)}))
        values = raw_values(columns.header, texts)
        who = "; ".join((*organizations, *columns.texts(row, Meaning.NAME)))
        dated = [one.to_iso() for one in (reading.when, reading.until) if one]
        return LoggedMeeting(
            row=row.number,
            when=reading.when,
            until=reading.until,
            how=reading.how,
            our_people=tuple(split_person(one) for one in our_text.split(";") if one.strip()),
            our_text=our_text,
            our_carried=row.number in self.carried,
            parties=parties,
            organizations_text="; ".join(organizations),
            purpose=purpose,
            place=_listed(columns.text(row, Meaning.PLACE), columns.text(row, Meaning.CITY)),
            jurisdiction=columns.text(row, Meaning.JURISDICTION),
            country=columns.text(row, Meaning.COUNTRY),
            kind=columns.text(row, Meaning.KIND),
            topics=columns.texts(row, Meaning.TOPICS),
            status=columns.text(row, Meaning.STATUS),
            notes=notes,
            commitments=commitments,
            source=self.keys.give(("meeting", *dated, who or purpose, our_text), values),
            values=values,
            doubts=doubts,
        )

    def _when(self, row: Row) -> DateReading:
        cell = row.cell(self.columns.of(Meaning.DATE)[0])
        if not shown(cell):
            raise Refusal("row.no_date")
        reading = self._answered(self.dates.read(cell), shown(cell))
        until = self.columns.of(Meaning.UNTIL)
        if not until or not row.text(until[0]) or reading.when is None:
            return reading
        end = self._answered(self.dates.read(row.cell(until[0])), row.text(until[0]))
        if end.when is None or end.when == reading.when:
            return reading
        if end.when < reading.when:
            raise Refusal("date.range_backwards", text=f"{shown(cell)} - {row.text(until[0])}")
        return DateReading(reading.when, reading.how, end.when)

    def _answered(self, reading: DateReading, text: str) -> DateReading:
        if reading.how is How.FROM_TODAY:
            raise Refusal("date.not_understood", text=text[:80])
        if reading.question is not None:
            choices = ", ".join(when.label() for when in reading.choices)
            raise Refusal(reading.question.value, text=text[:80], choices=choices)
        return reading

    def _parties(self, organizations: tuple[str, ...], names: tuple[str, ...]) -> Parties:
        cut = [split_parties(one, one_organization=self.one_organization) for one in organizations]
        employer = organizations[0] if len(organizations) == 1 else ""
        named = [split_person(one) for name in names for one in name.split(";") if one.strip()]
        people = [
            NamedPerson(one.name, one.titles, one.honorific, one.post_nominals, employer)
            for one in named
        ]
        return Parties(
            tuple(dict.fromkeys(name for one in cut for name in one.organizations)),
            tuple(dict.fromkeys([*(who for one in cut for who in one.people), *people])),
            next((one.occasion for one in cut if one.occasion), ""),
            any(one.guessed for one in cut),
        )

    def _commitments(
        self, row: Row, when: PartialDate
    ) -> tuple[tuple[LoggedCommitment, ...], tuple[Remark, ...]]:
        column = self.columns.of(Meaning.COMMITMENT)
        if not column or not row.text(column[0]):
            return (), ()
        due_at = self.columns.of(Meaning.DUE)
        due_text = row.text(due_at[0]) if due_at else ""
        due: PartialDate | None = None
        doubts: tuple[Remark, ...] = ()
        if due_text:
            due, doubts = self._due(row.cell(due_at[0]), due_text, when)
        wordings = [shown(line).lstrip("•-*– ") for line in str(row.cell(column[0])).splitlines()]
        owner = self.columns.text(row, Meaning.OWNER)
        status = self.columns.text(row, Meaning.STATUS)
        return tuple(
            LoggedCommitment(wording, due, due_text, owner, status)
            for wording in wordings
            if wording
        ), doubts

    def _due(
        self, cell: Cell, text: str, when: PartialDate
    ) -> tuple[PartialDate | None, tuple[Remark, ...]]:
        try:
            reading = self.dates.due(cell, when)
        except Refusal:
            return None, (Remark("doubt.due", {"text": text}),)
        doubts = () if reading.when else (Remark("doubt.due", {"text": text}),)
        return reading.until or reading.when, doubts

    def _texts(self, row: Row) -> tuple[str, ...]:
        """The record's texts, with the name carried down to it."""
        texts = [row.text(at) for at in range(len(row.cells))]
        if row.number in self.carried:
            texts[self.columns.of(Meaning.OUR_PERSON)[0]] = self.carried[row.number]
        return tuple(texts)


_SAID = (Meaning.DATE, Meaning.ORGANIZATION, Meaning.NAME, Meaning.PURPOSE, Meaning.NOTES)


def _filled(row: Row) -> list[int]:
    return [at for at in range(len(row.cells)) if row.text(at)]


def _listed(*texts: str) -> str:
    return ", ".join(dict.fromkeys(text for text in texts if text))
