"""A log of meetings: every record is read, refused with its reason, empty or a note; none is lost."""

import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_app.domain.errors import Refusal
from liaison_app.interchange.contact_list import ContactList
from liaison_app.interchange.given_map import GivenMap, read_map
from liaison_app.interchange.meeting_log import LoggedMeeting, MeetingLog
from liaison_app.interchange.source import read_source
from liaison_app.system import messages

TODAY = date(2026, 11, 24)


def read(text: str | bytes, name: str = "log.csv", given: GivenMap | None = None) -> MeetingLog:
    data = text if isinstance(text, bytes) else text.encode()
    log = read_source(data, name, today=TODAY, given=given)
    assert isinstance(log, MeetingLog)
    assert_nothing_lost(log)
    return log


def assert_nothing_lost(log: MeetingLog | ContactList) -> None:
    entries = log.meetings if isinstance(log, MeetingLog) else log.contacts
    seen = [one.row for one in (*entries, *log.refused, *log.notes)]
    assert len(seen) == len(set(seen))
    assert log.records == len(seen) + log.empty
    for remark in (*log.remarks, *(one.reason for one in log.refused)):
        assert messages.text(remark.code, **remark.params)


def whens(log: MeetingLog) -> list[str]:
    return [one.when.to_iso() for one in log.meetings]


def refusals(log: MeetingLog) -> list[tuple[int, str]]:
    return [(one.row, one.reason.code) for one in log.refused]


def remarks(log: MeetingLog) -> set[str]:
    return {one.code for one in log.remarks}


RETURN = """Minister,Date,Name of Organisation,Purpose of meeting²,
"Minister for Harbors, Keeper General, The Rt Hon Frank Moody MP",Jan-14,Harbor Trust ,Introductory meeting,
,"February 2014, ",British Ferry Union,Pay,
, Marc ,"Alpha Ltd, Beta Council and Gamma",Round table,
"Parliamentary Secretary, Nora Hartle MP ",March,"Tom Gallard, Daily Post",General discussion,
,,,,
,Feb,Nil return,,
,31/02/2014,Alpha Ltd,Never,
,,Alpha Ltd,When?,
,Mar-14,,,
,,,,
Note,,,,
"Does not normally include meetings with Government bodies, agencies and others.",,,,
"""


def test_a_published_return_is_read_as_its_readers_read_it() -> None:
    log = read(RETURN.encode("cp1252"), "hc_meetings_jan_mar_14.csv")
    assert whens(log) == ["2014-01", "2014-02", "2014-03", "2014-03"]
    first, second, third, fourth = log.meetings
    assert (first.row, first.organizations_text, first.title) == (
        2, "Harbor Trust", "Introductory meeting",
    )  # fmt: skip
    assert first.our_people[0].name == "Frank Moody"
    assert (second.our_people[0].name, second.our_carried) == ("Frank Moody", True)
    assert third.parties.organizations == ("Alpha Ltd", "Beta Council", "Gamma")
    assert third.organizations_text == "Alpha Ltd, Beta Council and Gamma"
    assert [one.code for one in third.doubts] == ["doubt.parties_cut"]
    assert fourth.parties.people[0].organization == "Daily Post"
    assert refusals(log) == [
        (8, "date.no_such_day"), (9, "row.no_date"), (10, "row.nothing_but_date"),
    ]  # fmt: skip
    assert [one.row for one in log.notes] == [7, 12, 13]
    assert (log.records, log.empty) == (12, 2)
    assert "reading.year_from_name" in remarks(log)


def test_a_month_without_a_year_is_asked_unless_the_map_or_the_list_tells() -> None:
    text = "Date,Organisation\nJuly,Alpha\n14-Aug,Beta\n"
    assert refusals(read(text)) == [(2, "date.which_year"), (3, "date.which_year")]
    assert whens(read(text, given=GivenMap(year=2013))) == ["2013-07", "2013-08-14"]
    assert whens(read(text, "meetings jul-sep 2012.csv")) == ["2012-07", "2012-08-14"]
    titled = "Meetings 1 July 2011 to 30 September 2011\n\n" + text
    log = read(titled)
    assert whens(log) == ["2011-07", "2011-08-14"]
    assert ([note.row for note in log.notes], log.empty, log.records) == ([1], 1, 4)
    own = read(text + "Sep-10,Gamma\n")
    assert whens(own) == ["2010-07", "2010-08-14", "2010-09"]
    assert "reading.year_from_cells" in remarks(own)


def test_the_order_of_day_and_month_comes_from_the_list_or_is_asked() -> None:
    text = "Date,Organisation\n3/4/2012 to 5/4/2012,Alpha\n"
    assert refusals(read(text)) == [(2, "date.which_order")]
    by_map = read(text, given=GivenMap(day_first=True))
    assert [(str(m.when.last), str(m.until and m.until.last)) for m in by_map.meetings] == [
        ("2012-04-03", "2012-04-05")
    ]
    by_list = read(text + "25/4/2012,Beta\n")
    assert whens(by_list) == ["2012-04-03", "2012-04-25"]
    assert "reading.day_first" in remarks(by_list)
    by_american_list = read(text + "4/25/2012,Beta\n")
    assert by_american_list.meetings[0].when.to_iso() == "2012-03-04"
    mixed = read("Date,Organisation\n3/4/2012,A\n25/4/2012,B\n4/25/2012,C\n")
    assert refusals(mixed) == [(2, "date.which_order")]


def test_a_day_said_from_today_is_not_believed_in_a_file() -> None:
    assert refusals(read("Date,Organisation\nnext friday,Alpha\n")) == [(2, "date.not_understood")]


def test_names_given_once_are_carried_down_but_real_blanks_stay_blank() -> None:
    once = read(
        "Minister,Date,Organisation\nA Roe,Jan-14,X\n,Feb-14,Y\n,Mar-14,Z\nB Doe,Jan-14,X\n,Feb-14,Y\n"
    )
    assert [one.our_text for one in once.meetings] == ["A Roe"] * 3 + ["B Doe"] * 2
    repeated = read(
        "Minister,Date,Organisation\nA Roe,Jan-14,X\nA Roe,Feb-14,Y\nA Roe,Jan-14,Z\n,Feb-14,W\n"
    )
    assert repeated.meetings[3].our_text == ""


def test_headings_dittos_and_repeated_headers() -> None:
    log = read(
        "Minister,Date,Organisation\nA Roe,,\n,Jan-14,X\n,〃,Y\nB Doe,,\n,Jan-14,ditto\n"
        "Minister,Date,Organisation\n,Feb-14,Z\n"
    )
    assert [(one.our_text, one.organizations_text, one.when.to_iso()) for one in log.meetings] == [
        ("A Roe", "X", "2014-01"),
        ("A Roe", "Y", "2014-01"),
        ("B Doe", "Y", "2014-01"),
        ("B Doe", "Z", "2014-02"),
    ]
    assert [one.row for one in log.notes] == [2, 5, 7]


def test_promises_come_with_owner_and_due_date_said_from_the_meeting() -> None:
    log = read(
        "Meeting date,Counterpart,Commitment,Due date,Action officer\n"
        '2026-01-05,Port of Tacoma,"• Send draft\n• Call",end of May,Kim\n'
        "2026-01-05,Port of Tacoma,Write,in two weeks,Kim\n2026-01-05,Port,Ask,soonish,\n"
    )
    first, second, third = log.meetings
    assert [(c.wording, c.due and c.due.to_iso(), c.owner) for c in first.commitments] == [
        ("Send draft", "2026-05", "Kim"),
        ("Call", "2026-05", "Kim"),
    ]
    assert second.commitments[0].due is not None
    assert second.commitments[0].due.to_iso() == "2026-01-19"
    assert (third.commitments[0].due, third.commitments[0].due_text) == (None, "soonish")
    assert [one.code for one in third.doubts] == ["doubt.due"]


def test_a_workbook_with_titles_merged_cells_and_other_sheets() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Meetings of the harbor office 2026"],
        [],
        ["Our person", "Date", "Organisation", "Purpose"],
        ["Jane Roe", date(2026, 1, 5), "Alpha", "x"],
        [None, "March", "Beta", "y"],
        ["Total", None, None, None],
    ):
        sheet.append(row)
    sheet.merge_cells("A4:A5")
    book.create_sheet("Prices").append(["a", "b"])
    packed = io.BytesIO()
    book.save(packed)
    log = read(packed.getvalue(), "book.xlsx")
    assert [(one.our_text, one.when.to_iso()) for one in log.meetings] == [
        ("Jane Roe", "2026-01-05"),
        ("Jane Roe", "2026-03"),
    ]
    assert [one.row for one in log.notes] == [1, 6]
    assert "reading.sheets_left" in remarks(log)


def keys(meetings: tuple[LoggedMeeting, ...]) -> list[tuple[str, int]]:
    return [(one.source.key, one.source.nth) for one in meetings]


def test_the_same_list_again_is_recognised_appended_edited_or_moved() -> None:
    head = "Minister,Date,Organisation,Purpose\n"
    rows = ["A Roe,Jan-14,Alpha,one\n", "A Roe,Jan-14,Alpha,one\n", "A Roe,Feb-14,Beta,two\n"]
    before = read(head + "".join(rows)).meetings
    assert keys(before)[0][0] == keys(before)[1][0]
    assert len(set(keys(before))) == 3
    appended = read(head + "".join(rows) + "A Roe,Mar-14,Gamma,three\n").meetings
    assert keys(appended)[:3] == keys(before)
    moved = read("Title\n\n" + head + ",,,\n" + rows[2] + rows[0] + rows[1]).meetings
    assert set(keys(moved)) == set(keys(before))
    edited = read(head + "".join(rows).replace("two", "second")).meetings
    assert keys(edited) == keys(before)
    assert edited[2].source.digest != before[2].source.digest
    assert edited[0].source.digest == before[0].source.digest


def test_a_map_names_columns_that_no_word_of_ours_does() -> None:
    text = "Datum;Wer;Womit\n5.1.2026;A Roe;Alpha, Beta\n"
    with pytest.raises(Refusal) as refused:
        read(text)
    assert refused.value.code == "columns.no_header"
    given = read_map(
        b'{"columns": {"Datum": "date", "Wer": "our_person", "Womit": "organization"},'
        b' "one_organization": true}'
    )
    log = read(text, given=given)
    assert log.meetings[0].parties.organizations == ("Alpha, Beta",)
    assert log.meetings[0].our_text == "A Roe"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (b"[]", "map.not_json"),
        (b"{", "map.not_json"),
        (b"[" * 100_000, "map.not_json"),
        (b'{"colums": {}}', "map.unknown_key"),
        (b'{"kind": "meetings"}', "map.wrong_value"),
        (b'{"year": true}', "map.wrong_value"),
        (b'{"year": 13}', "map.wrong_value"),
        (b'{"day_first": "yes"}', "map.wrong_value"),
        (b'{"encoding": "klingon"}', "map.wrong_value"),
        (b'{"delimiter": "tab"}', "map.wrong_value"),
        (b'{"columns": {"Date": "when"}}', "map.unknown_meaning"),
        (b'{"columns": {"Date": 3}}', "map.unknown_meaning"),
    ],
)
def test_a_wrong_map_is_refused_with_what_is_wrong(written: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_map(written)
    assert refused.value.code == code
    assert messages.text(code, **refused.value.params)


def test_a_map_for_another_list_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        read("Date,Organisation\nJan-14,X\n", given=read_map(b'{"columns": {"Day": "date"}}'))
    assert (refused.value.code, refused.value.params["column"]) == ("map.no_such_column", "Day")
    with pytest.raises(Refusal) as refused:
        read("Date,Organisation\nJan-14,X\n", given=GivenMap(sheet="Log"))
    assert refused.value.code == "map.no_such_sheet"


@pytest.mark.parametrize(
    "text", ["only words", "Price,Colour\n1,red\n", "Date,Colour\nJan-14,red\n"]
)
def test_a_sheet_that_lists_neither_meetings_nor_contacts_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)
    assert refused.value.code in {"columns.no_header", "columns.not_enough"}
    assert messages.text(refused.value.code, **refused.value.params)


CELLS = st.one_of(
    st.sampled_from(
        ["", "", "Jan-14", "July", "3/4/2012", "31/02/2024", "Alpha, Beta", "Nil return", "Note", "〃",
         "Date", "Minister", "Organisation", "Jane Roe, Daily Post", '"', "2026-01-05", "next friday"]
    ),
    st.text(max_size=12),
)  # fmt: skip


@given(st.lists(st.lists(CELLS, max_size=6), max_size=12), st.sampled_from([",", ";", "\t"]))
def test_whatever_stands_in_a_sheet_each_record_is_counted_once(
    rows: list[list[str]], sign: str
) -> None:
    header = sign.join(["Minister", "Date", "Organisation", "Purpose", "Due date", "Commitment"])
    quoted = [sign.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    text = "\n".join(["Title", header, *quoted, "x"])
    log = read(text.encode("utf-8", "replace"), given=GivenMap(delimiter=sign, encoding="utf-8"))
    assert log.records >= 2


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"Date,Who\n", b'Date,Org\n"']),
)
def test_random_bytes_are_read_or_refused_never_crashed_on(data: bytes, start: bytes) -> None:
    try:
        assert_nothing_lost(read_source(start + data, "x.csv", today=TODAY))
    except Refusal as refusal:
        assert messages.text(refusal.code, **refusal.params).endswith(".")  # noqa: PT017
