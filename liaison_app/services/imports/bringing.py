"""Bringing a list in: look at it first, then apply it as one step that one undo takes back."""

import json
import os
import stat
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.interchange.given_map import GivenMap, read_map
from liaison_app.interchange.meanings import ListKind
from liaison_app.services.duplicates import like_many
from liaison_app.services.imports.comparing import Compared, compare
from liaison_app.services.imports.entering import (
    add_offices,
    enter_contact,
    enter_meeting,
    enter_promises,
    typed,
)
from liaison_app.services.imports.gathering import Gathered
from liaison_app.services.imports.preview import Applied, Preview, PreviewRow, State
from liaison_app.services.imports.reading import Source, joined, read_list
from liaison_app.services.known_by import typed as typed_person
from liaison_app.services.office import Office
from liaison_app.services.reading import TABLES, Looking, looking
from liaison_app.store.records import Records
from liaison_app.store.tables.house import source_row
from liaison_app.system.worker.job import Do, here

FILE_BYTES = 200_000_000
"""A file larger than this isn't read at all."""


def read(path: Path, today: date, given: GivenMap | None = None, do: Do = here) -> Source:
    """Read a CSV or XLSX file; ``do`` parses it. Refuses, in one sentence, what can't be read."""
    name = os.fsencode(path.name).decode(errors="replace")  # a name may be any bytes
    return joined(do(read_list, _bytes(path), name, today, given))


def given_map(path: Path | None, kind: str | None) -> GivenMap:
    """What the officer says of the list: a mapping file, and which kind it is."""
    given = GivenMap() if path is None else read_map(_bytes(path))
    if kind is None:
        return given
    words = {"people": ListKind.CONTACTS, "meetings": ListKind.ENGAGEMENTS}
    if kind not in words and kind not in list(ListKind):
        raise Refusal("import.kind_unknown", given=kind, choices=", ".join(ListKind))
    return replace(given, kind=words.get(kind) or ListKind(kind))


def look_at(office: Office, source: Source) -> Preview:
    """What applying this list would do; nothing is written."""
    with looking(office) as look:
        preview = _preview(source, compare(look.connection, source.rows))
        return replace(preview, rows=_with_alike(look, source, preview.rows))


def _with_alike(
    look: Looking, source: Source, rows: Sequence[PreviewRow]
) -> tuple[PreviewRow, ...]:
    """The rows, new people with those here who are like them."""
    came = {one.row: one.cells for one in source.rows if one.kind is Kind.PERSON}
    new = [row for row in rows if row.state is State.NEW and row.row in came]
    if not new:
        return tuple(rows)
    asked = [
        typed_person(Kind.PERSON, row.title, cells.get("email"), cells.get("phone"), None)
        for row in new
        for cells in (came[row.row],)
    ]
    pairs = zip(new, like_many(look, Kind.PERSON, asked), strict=True)
    alike = {row.row: tuple(found) for row, found in pairs}
    return tuple(replace(row, alike=alike.get(row.row, ())) for row in rows)


def apply(office: Office, source: Source, alive_from: date | None = None) -> Applied:
    """Write the list as one step. Promises made before ``alive_from`` come in as not reviewed
    (all of them, if it is None): neither late nor counted until somebody looks at them."""
    home = UUID(office.setting("home"))
    with office.store.write("import.apply", bulk=True) as records:
        compared = compare(records.connection, source.rows)
        _write(records, source, compared, home, alive_from)
    return Applied(_preview(source, compared), records.step)


def _write(
    records: Records,
    source: Source,
    compared: Sequence[Compared],
    home: UUID,
    alive_from: date | None,
) -> None:
    gathered = Gathered(records, f"import: {source.name}")
    for one in compared:
        record = one.record
        if one.state is State.NEW:
            if one.incoming.kind is Kind.ENGAGEMENT:
                record = enter_meeting(gathered, one, home, alive_from, f"import: {source.name}")
            else:
                record = enter_contact(gathered, one, f"import: {source.name}")
        elif one.state is State.CHANGED and record is not None:
            _change(records, gathered, one, record, alive_from)
        if one.state in (State.NEW, State.CHANGED):
            _remember(records, gathered, source, one, record)
    gathered.write()


def _change(
    records: Records, gathered: Gathered, one: Compared, record: UUID, alive_from: date | None
) -> None:
    table = TABLES[one.incoming.kind]
    records.change(table, record, **typed(table, one.put))
    if one.incoming.kind is Kind.PERSON:
        add_offices(gathered, one, record)
    enter_promises(gathered, one, record, alive_from)


def _remember(
    records: Records, gathered: Gathered, source: Source, one: Compared, record: UUID | None
) -> None:
    """Keep what the row said, so that the same file brings nothing new."""
    said = json.dumps(one.incoming.said(), ensure_ascii=False, sort_keys=True)
    if one.source is not None:
        records.change_many(source_row, [{"id": one.source, "row": said}])
        return
    gathered.add(
        source_row,
        file=source.name,
        key=one.incoming.source.key,
        nth=str(one.incoming.source.nth),
        record_kind=one.incoming.kind.value,
        record_id=record,
        row=said,
    )


def _preview(source: Source, compared: Sequence[Compared]) -> Preview:
    rows = [
        PreviewRow(
            row=one.incoming.row,
            state=one.state,
            title=one.incoming.title,
            values=one.incoming.values,
            guesses=one.incoming.guesses,
            changes=one.changes,
            record=one.record,
        )
        for one in compared
    ]
    rows += [
        PreviewRow(row.row, State.REFUSED, "", row.values, (row.reason,)) for row in source.refused
    ]
    return Preview(
        kind=source.kind,
        records=source.records,
        rows=tuple(sorted(rows, key=lambda row: row.row)),
        empty=source.empty,
        notes=tuple((note.row, note.text) for note in source.notes),
        remarks=source.remarks,
        promises=sum(len(one.promises) for one in compared if one.state is not State.SAME),
    )


def _bytes(path: Path) -> bytes:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise Refusal("import.is_folder", path=path)
        if not stat.S_ISREG(found.st_mode):  # a pipe may never end
            raise Refusal("import.not_ordinary", path=path)
        if found.st_size > FILE_BYTES:
            raise Refusal("import.too_big", path=path, megabytes=FILE_BYTES // 1_000_000)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError) as fault:
        raise Refusal("import.missing", path=path) from fault
    except OSError as fault:
        raise Refusal("import.unreadable", path=path) from fault
