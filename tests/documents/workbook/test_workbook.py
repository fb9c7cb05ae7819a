"""A workbook is safe to open, complete to read back, and the same for the same data."""

import hashlib
import json
import tempfile
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import defusedxml.ElementTree
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from liaison_app.documents.workbook.sheet import About, Book, Column, Form, Sheet, Value
from liaison_app.documents.workbook.write import HEAD_ROW, write

ID = "0193a5c2-7b1e-7cc3-98c4-dc0c0c07398f"
MAIN = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}

COLUMNS = (
    Column("id", Form.ID),
    Column("full_name"),
    Column("notes", Form.LONG),
    Column("held_on", Form.DAY),
    Column("start_utc", Form.INSTANT),
    Column("people", Form.WHOLE),
    Column("came", Form.FLAG),
)


def book(*rows: tuple[Value, ...], marking: str = "OFFICE - internal") -> Book:
    contacts = Sheet("Contacts", "People", COLUMNS, rows)
    codes = Sheet("Code_Lists", "Codes", (Column("list"), Column("code")), (("press", "open"),))
    empty = Sheet("Trips", "Trips", (Column("id", Form.ID), Column("title")), ())
    about = About(
        office="Office of International Affairs",
        officer="Maren Okafor",
        audience="headquarters",
        period="everything",
        as_of=datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
        zone="America/New_York",
        export_id=ID,
        office_id=ID,
        schema_version=1,
        program="Liaison 0.1.0",
    )
    return Book(marking, "letter", about, (contacts, empty), codes)


def row(name: Value = "Maren", notes: Value = None, held: Value = None) -> tuple[Value, ...]:
    return (ID, name, notes, held, None, None, None)


def read_back(data: bytes, sheet: str = "Contacts") -> list[list[Any]]:
    """The rows under the headings, as a library that isn't ours reads them."""
    found = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_name(sheet)
    return found.to_python(skip_empty_area=False)[HEAD_ROW:]


def part(data: bytes, name: str) -> Any:
    return defusedxml.ElementTree.fromstring(zipfile.ZipFile(BytesIO(data)).read(name))


def test_text_that_looks_like_a_formula_or_an_error_stays_text() -> None:
    traps = ["=1+1", '=HYPERLINK("http://x","y")', "+49 30 1234", "-5", "@SUM(1)", "\t=1", "#N/A"]
    data = write(book(*(row(trap) for trap in traps)))
    assert [one[1] for one in read_back(data)] == traps
    with zipfile.ZipFile(BytesIO(data)) as archive:
        sheets = [archive.read(n) for n in archive.namelist() if "/worksheets/" in n]
    assert not any(b"<f>" in sheet or b't="e"' in sheet for sheet in sheets)


def test_text_that_looks_like_a_formula_is_quoted_for_whoever_edits_the_cell() -> None:
    contacts = openpyxl.load_workbook(BytesIO(write(book(row("=1+1"), row("Maren")))))["Contacts"]
    quoted = [contacts.cell(HEAD_ROW + n, 2).quotePrefix for n in (1, 2)]
    assert quoted == [True, False]


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("a_x0041_b", "a_x0041_b"),
        ("_x005F_x0041_", "_x005F_x0041_"),
        ("bell\x07 null\x00", "bell␇ null␀"),
        ("half \ud83d char", "half � char"),
        ("noncharacter \uffff", "noncharacter �"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("  spaces  ", "  spaces  "),
        ("007", "007"),
        ("王毅明 Diné Bizaad سلام 😀", "王毅明 Diné Bizaad سلام 😀"),
    ],
)
def test_every_text_arrives_as_it_was_or_visibly_replaced(given_text: str, shown: str) -> None:
    assert read_back(write(book(row(given_text))))[0][1] == shown


@given(st.text(max_size=40))
def test_no_text_breaks_the_workbook(text: str) -> None:
    data = write(book(row(text, f"{text}!"), marking=text or "x"))
    for name in zipfile.ZipFile(BytesIO(data)).namelist():
        part(data, name)
    assert len(read_back(data)) == 1


def test_text_too_long_for_a_cell_goes_on_in_a_sheet_of_its_own() -> None:
    long = " ".join(f"word{n}_x0041_" for n in range(20_000))
    data = write(book(row(notes=long)))
    cell = read_back(data)[0][2]
    assert len(cell) <= 32_767
    start, said = cell.rsplit("… [", 1)
    assert "continued in sheet Continued" in said
    rest = read_back(data, "Continued")
    assert {(one[0], one[1], one[2]) for one in rest} == {(ID, "Contacts", "notes")}
    assert start.removesuffix(" ") + "".join(one[4] for one in rest) == long


def test_dates_are_dates_and_those_excel_lacks_are_text() -> None:
    days: list[Value] = [date(2026, 11, 24), date(1900, 3, 1), date(1900, 2, 28), date(1776, 7, 4)]
    found = [one[3] for one in read_back(write(book(*(row(held=day) for day in days))))]
    assert found == [date(2026, 11, 24), date(1900, 3, 1), "1900-02-28", "1776-07-04"]


def test_times_are_utc_and_numbers_keep_their_digits() -> None:
    at = datetime.fromisoformat("2026-11-24T09:30:00+09:00")
    rows: list[tuple[Value, ...]] = [
        (ID, None, None, None, at, 12, True),
        (ID, None, None, None, None, 2**60 + 1, False),
        (ID, None, None, None, None, float("nan"), False),
    ]
    found = read_back(write(book(*rows)))
    assert found[0][4:] == [datetime(2026, 11, 24, 0, 30), 12.0, True]  # noqa: DTZ001 - Excel's
    assert [one[5] for one in found[1:]] == [str(2**60 + 1), "nan"]


def test_marking_stands_in_a1_and_on_every_printed_page() -> None:
    workbook = openpyxl.load_workbook(BytesIO(write(book(row(), marking="CUI & more"))))
    assert workbook.sheetnames == ["README", "Contacts", "Code_Lists", "Manifest"]
    for sheet in workbook:
        assert sheet["A1"].value == "CUI & more"
        assert [_middle(part) for part in (sheet.oddHeader, sheet.oddFooter)] == ["CUI && more"] * 2
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$3:$3"
        assert sheet.freeze_panes == "A4"
        assert not sheet.merged_cells.ranges


def _middle(part: Any) -> Any:
    return part.center.text


def test_each_sheet_is_a_table_whose_headings_are_its_cells() -> None:
    workbook = openpyxl.load_workbook(BytesIO(write(book(row(), row("Ane")))))
    for sheet in workbook:
        (table,) = sheet.tables.values()
        headings = [cell.value for cell in sheet[HEAD_ROW]]
        assert table.column_names == headings
        assert table.ref == sheet.dimensions.replace("A1", "A3")
        assert table.autoFilter.ref == table.ref
    assert workbook["Contacts"]["A4"].data_type == "s"
    assert workbook["Contacts"].column_dimensions["A"].width > 28


def test_the_manifest_proves_what_was_sent() -> None:
    data = write(book(row("Ane", "=1", date(2026, 11, 24)), (*row()[:5], 3, True)))
    manifest = {one[0]: one[1:] for one in read_back(data, "Manifest")}
    assert [len(read_back(data, name)) for name in manifest] == [n[0] for n in manifest.values()]
    headings = [column.name for column in COLUMNS]
    lines = [headings, *([_canonical(cell) for cell in cells] for cells in read_back(data))]
    told = "".join(
        json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines
    )
    assert manifest["Contacts"][2] == hashlib.sha256(told.encode()).hexdigest()


def _canonical(cell: Any) -> str:
    if isinstance(cell, bool):
        return str(cell).lower()
    return f"{cell:.0f}" if isinstance(cell, float) else str(cell)


def test_the_same_book_gives_the_same_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    first = write(book(row("Ane"), row("Björk")))
    monkeypatch.setattr("time.time", lambda: 4_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2096, 1, 1, 0, 0, 0, 0, 1, 0))
    assert write(book(row("Ane"), row("Björk"))) == first
    assert write(replace(book(row("Ane"), row("Björk")), marking="SBU")) != first


def test_nothing_is_written_beside_the_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file was asked for")

    for name in ("NamedTemporaryFile", "mkstemp", "TemporaryFile", "SpooledTemporaryFile"):
        monkeypatch.setattr(tempfile, name, refuse)
    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", refuse)
    assert write(book(row()))


def test_the_document_says_who_made_it_when() -> None:
    told = openpyxl.load_workbook(BytesIO(write(book(row())))).properties
    assert told.creator == "Office of International Affairs"
    assert told.category == "OFFICE - internal"
    assert told.created == told.modified == datetime(2026, 11, 24, 9, 30)  # noqa: DTZ001 - Excel's


def test_long_notes_do_not_make_endless_rows() -> None:
    data = write(book(row(notes="word " * 3_000)))
    heights = part(data, "xl/worksheets/sheet2.xml").iterfind(".//m:row[@ht]", MAIN)
    assert max(float(one.attrib["ht"]) for one in heights) <= 120
