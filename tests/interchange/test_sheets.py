"""Any spreadsheet that an officer brings is read, or refused with one clear reason."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.interchange.sheets import limits
from liaison_app.interchange.sheets.read import read_sheets
from liaison_app.interchange.sheets.sheet import Sheet
from liaison_app.system import messages


def read(data: bytes) -> Sheet:
    return read_sheets(data, "log")[0]


def table(data: bytes) -> list[list[str]]:
    return [[row.text(at) for at in range(len(row.cells))] for row in read(data).rows]


def reason(data: bytes) -> str:
    """The code of the refusal; its sentence must be complete with the parameters given."""
    with pytest.raises(Refusal) as refused:
        read_sheets(data, "log")
    sentence = messages.text(refused.value.code, **refused.value.params)
    assert sentence.endswith(".")
    return refused.value.code


LIST = "Date,Organization\n2026-01-05,Café Zoë – “Łódź”\n2026-01-06,Señor Ñandú\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    assert table(LIST.encode(encoding))[1] == ["2026-01-05", "Café Zoë – “Łódź”"]


def test_a_few_letters_beyond_ascii_are_western_windows() -> None:
    text = (
        "Minister,Date\n"
        + "Secretary of State,Jan-14\n" * 200
        + "The Minister’s café – Zürich,Feb-14\n"
    )
    sheet = read(text.encode("cp1252"))
    assert sheet.encoding == "cp1252"
    assert sheet.rows[-1].text(0) == "The Minister’s café – Zürich"


def test_a_text_in_cyrillic_or_japanese_code_pages_is_recognised() -> None:
    russian = "Дата;Организация\n" + "05.01.2026;Администрация города Екатеринбурга\n" * 20
    assert table(russian.encode("cp1251"))[1][1] == "Администрация города Екатеринбурга"
    japanese = "日付,団体名\n" + "2026-01-05,札幌市役所国際部と姉妹都市協会\n" * 20
    assert table(japanese.encode("shift_jis"))[1][1] == "札幌市役所国際部と姉妹都市協会"


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(sign: str) -> None:
    text = f'Date{sign}Who{sign}Notes\n2026-01-05{sign}"A{sign} B"{sign}"x, y"\n2026-01-06{sign}C{sign}\n'
    assert [row.cells for row in read(text.encode()).rows] == [
        ("Date", "Who", "Notes"),
        ("2026-01-05", f"A{sign} B", "x, y"),
        ("2026-01-06", "C", ""),
    ]


def test_commas_inside_quoted_cells_are_no_delimiters() -> None:
    text = b'Title\nDate;Who;What\n"";"";"Alpha, Beta"\n"";"Alpha, Beta"\nx\n'
    assert read(text).delimiter == ";"


def test_a_stated_delimiter_is_taken_and_its_line_is_a_row() -> None:
    assert table(b"sep=;\nDate;Who\n2026-01-05;A,B\n")[2] == ["2026-01-05", "A,B"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_and_inside_a_cell(end: str) -> None:
    text = end.join(["Date,Notes", '2026-01-05,"one', 'two"', "", "2026-01-06,x"])
    rows = read(text.encode()).rows
    assert [row.number for row in rows] == [1, 2, 3, 4]
    assert rows[1].cells == ("2026-01-05", "one\ntwo")
    assert rows[2].is_empty


def test_a_lone_quotation_mark_swallows_nothing() -> None:
    text = b'Date,Who,What\n2026-01-01,"Lone,x\n2026-01-02,B,"q, y"\n2026-01-03,5" pipe,z\n2026-01-04,C,"end\n'
    assert [cells[0] for cells in table(text)] == ["Date", *(f"2026-01-0{n}" for n in range(1, 5))]
    assert table(text)[2] == ["2026-01-02", "B", "q, y"]


def test_nul_bytes_no_break_spaces_and_double_spaces_are_not_text() -> None:
    assert table(b"Da\0te,Who\n2026-01-05,  A\xc2\xa0 B \n")[1] == ["2026-01-05", "A B"]


def workbook(rows: list[list[object]], merge: str | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if merge:
        sheet.merge_cells(merge)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def test_control_characters_are_not_text() -> None:
    assert table(b"Quay\x07\x1b[31m Guild,soft\x0bbreak\x7f\x01\n") == [
        ["Quay[31m Guild", "soft break"]
    ]


def test_a_workbook_gives_dates_as_dates_and_never_a_formula() -> None:
    data = workbook(
        [
            ["Date", "N", "F"],
            [],
            [date(2026, 1, 5), 7, "=1+1"],
            [datetime.fromisoformat("2026-01-05T09:30"), 1.5],
        ]
    )
    rows = read(data).rows
    assert [row.number for row in rows] == [1, 2, 3, 4]
    assert rows[2].cells == (date(2026, 1, 5), 7, "")
    assert rows[3].text(0) == "2026-01-05 09:30"


def with_parts(data: bytes, **changed: bytes) -> bytes:
    """The workbook with the sheet's XML replaced, packed anew."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(
                name, changed.get("sheet", old.read(name)) if "sheet1" in name else old.read(name)
            )
        if "extra" in changed:
            new.writestr("xl/media/picture.bin", changed["extra"])
    return packed.getvalue()


SMALL = workbook([["Date", "Who"], [date(2026, 1, 5), "A"]])
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "sheet.empty"),
        (b"\xef\xbb\xbf\r\n  \n", "sheet.empty"),
        (b",,,\n,,,\n", "sheet.empty"),
        (b"%PDF-1.7 renamed to log.xlsx", "sheet.other_kind"),
        (b"<!DOCTYPE html><table>", "sheet.other_kind"),
        (SMALL[: len(SMALL) // 2], "sheet.damaged"),
        (with_parts(SMALL, sheet=b"<worksheet><sheetData><row><c></row>"), "sheet.damaged"),
        (b"PK\x03\x04", "sheet.damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "sheet.old_format"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "sheet.password",
        ),
        (
            with_parts(SMALL, sheet=b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + SHEET % b""),
            "sheet.entities",
        ),
        (with_parts(SMALL, extra=b"\0" * (60 * limits.MEGABYTE)), "sheet.zip_bomb"),
        (with_parts(SMALL, sheet=b" " * (60 * limits.MEGABYTE)), "sheet.zip_bomb"),
        (
            with_parts(SMALL, sheet=SHEET % b'<row r="1"><c r="XFD1"><v>1</v></c></row>'),
            "sheet.too_many_columns",
        ),
        (
            with_parts(
                SMALL,
                sheet=SHEET
                % (
                    b"<row>"
                    + b"".join(b"<c><v>%d</v></c>" % (n * 7919 % 99991) for n in range(1_000_000))
                    + b"</row>"
                ),
            ),
            "sheet.too_many_columns",
        ),
        (
            with_parts(SMALL, sheet=SHEET % b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
            "sheet.too_many_rows",
        ),
        (
            with_parts(SMALL, sheet=SHEET % b'<row r="400000"><c r="CV400000"><v>1</v></c></row>'),
            "sheet.too_big",
        ),
        (b"Date,Who\n2026-01-05" + b"," * 1_000_000, "sheet.too_many_columns"),
        (b'Date,Who\n2026-01-05,"' + b"x" * 200_000 + b'"\n', "sheet.cell_too_long"),
        (b"Date,Who\n2026-01-05," + b"x" * 200_000 + b"\n", "sheet.cell_too_long"),
        (b"\n" * (limits.ROWS + 2) + b"a,b", "sheet.too_many_rows"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_list_or_means_harm_is_refused_with_its_reason(data: bytes, code: str) -> None:
    assert reason(data) == code


def test_a_package_that_is_no_workbook_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("word/document.xml", "<x/>")
    assert reason(packed.getvalue()) == "sheet.not_a_workbook"


def test_a_package_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(SMALL)
    with zipfile.ZipFile(io.BytesIO(SMALL)) as package:
        part = next(one for one in package.infolist() if "sheet1" in one.filename)
    at = data.rindex(part.filename.encode()) - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    assert reason(bytes(data)) == "sheet.damaged"


def test_styled_but_empty_cells_far_away_are_no_reason_to_refuse() -> None:
    content = b'<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row><row r="1048576" ht="9"/>'
    assert read(with_parts(SMALL, sheet=SHEET % content)).rows[0].text(0) == "1"
