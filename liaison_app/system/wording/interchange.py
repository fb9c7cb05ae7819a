"""What is said of the lists and dates that people bring."""

_LIMIT = "Nothing was imported. "

TEXTS = {
    "date.empty": "The date is empty. Give a day, a month, a quarter or a year.",
    "date.not_understood": "“{text}” isn’t understood as a date. Write it like 12 Mar 2026, Mar 2026 or Q1 2026.",
    "date.no_such_day": "“{text}” is no day of the calendar. Check the day, the month and their order.",
    "date.range_backwards": "In “{text}” the end comes before the beginning. Check both dates.",
    "date.weekday_differs": "In “{text}” the day of the week and the date disagree. Correct one of them.",
    "date.which_order": "“{text}” could be {choices}. Say whether the day or the month comes first.",
    "date.which_year": "“{text}” doesn’t say of which year. Say which year this list is about.",
    "date.day_or_year": "“{text}” could be a day or a year ({choices}). Say which year this list is about.",
    "row.no_date": "The date is missing.",
    "row.nothing_but_date": "There is a date, but neither whom it was with nor what it was about.",
    "row.no_name": "There is no name, nor an organization with an e-mail address.",
    "sheet.empty": "The file is empty. " + _LIMIT + "Check that it is the right one.",
    "sheet.file_too_big": "The file is larger than {limit} MB. "
    + _LIMIT
    + "Split it and import the parts.",
    "sheet.too_many_rows": "The sheet has more than {limit} rows. "
    + _LIMIT
    + "Split it and import the parts.",
    "sheet.too_many_columns": (
        "Row {row} has more than {limit} columns. "
        + _LIMIT
        + "Remove those that aren’t part of the list."
    ),
    "sheet.too_big": (
        "The sheet spans more than {limit} cells. "
        + _LIMIT
        + "Copy the list alone to a new sheet and save that."
    ),
    "sheet.cell_too_long": (
        "A cell in row {row} is longer than {limit} characters. "
        + _LIMIT
        + "Shorten it, or check the quotation marks."
    ),
    "sheet.encoding": "The file isn’t text in the encoding {encoding}. "
    + _LIMIT
    + "Choose another encoding.",
    "sheet.damaged": (
        "The workbook is damaged or was cut short. "
        + _LIMIT
        + "Open it in a spreadsheet and save it anew."
    ),
    "sheet.not_a_workbook": "The file is a package, but not an Excel workbook. "
    + _LIMIT
    + "Save it as .xlsx or .csv.",
    "sheet.zip_bomb": (
        "The workbook unpacks to far more than a list can be; it may be an attack. "
        + _LIMIT
        + "Ask who sent it."
    ),
    "sheet.entities": (
        "The workbook declares entities, which no spreadsheet does; it may be an attack. "
        + _LIMIT
        + "Ask who sent it."
    ),
    "sheet.password": (
        "The workbook is protected by a password. "
        + _LIMIT
        + "Open it, save it without the password and import that."
    ),
    "sheet.old_format": (
        "The file is in the older Excel format (.xls). "
        + _LIMIT
        + "Save it as .xlsx or .csv and import that."
    ),
    "sheet.other_kind": "The file is {kind}, not a spreadsheet. "
    + _LIMIT
    + "Bring the list as .xlsx or .csv.",
    "columns.no_header": (
        "No row names the columns (such as Date, Organization, Purpose). "
        + _LIMIT
        + "Add such a row above the list, or say with a map what each column means."
    ),
    "columns.not_enough": (
        "The columns {columns} hold neither meetings (a date and whom with, or what about) nor contacts (a name). "
        + _LIMIT
        + "Say with a map what each column means."
    ),
    "map.not_json": "The map isn’t a JSON object. " + _LIMIT + "Correct it and try again.",
    "map.unknown_key": "The map says “{key}”, which means nothing. "
    + _LIMIT
    + "It may say: {known}.",
    "map.wrong_value": "In the map, {key} can’t be {value}. "
    + _LIMIT
    + "Correct it and try again.",
    "map.unknown_meaning": (
        "The map gives column “{column}” the meaning “{meaning}”. "
        + _LIMIT
        + "Meanings are: {known}."
    ),
    "map.no_such_column": "The map names a column “{column}” that the sheet lacks. "
    + _LIMIT
    + "Check its spelling.",
    "map.no_such_sheet": "The map names a sheet “{sheet}” that the workbook lacks. "
    + _LIMIT
    + "Check its spelling.",
    "reading.text_file": "Read as text in {encoding}, columns parted by {delimiter}.",
    "reading.columns": "Columns: {columns}.",
    "reading.columns_unused": "Nothing was taken from these columns; their cells stay with the raw row: {columns}.",
    "reading.sheets_left": "Other sheets of the workbook were not read: {sheets}.",
    "reading.day_first": "Dates such as 3/4/2026 were read as 3 April: other dates of the list have the day first.",
    "reading.month_first": "Dates such as 3/4/2026 were read as March 4: other dates of the list have the month first.",
    "reading.year_from_name": (
        "Dates without a year were taken to lie between {first} and {last}, because the list is called “{words}”."
    ),
    "reading.year_from_cells": "Dates without a year were taken to be of {year}, as all others of the list are.",
    "doubt.parties_cut": "Cut into several parties: “{text}”.",
    "doubt.due": "“{text}” isn’t understood as a due date; it was kept as text.",
}
