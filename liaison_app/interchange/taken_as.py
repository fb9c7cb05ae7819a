"""What is said to the officer about how a sheet was taken, before its records are."""

from liaison_app.interchange.columns import Columns
from liaison_app.interchange.meanings import Meaning
from liaison_app.interchange.records import Remark
from liaison_app.interchange.sheets.sheet import Sheet

_DELIMITER_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


def describe_columns(sheet: Sheet, columns: Columns) -> tuple[Remark, ...]:
    """The encoding and delimiter of a text file, the meaning of its columns, columns without use."""
    remarks = []
    if sheet.encoding is not None and sheet.delimiter is not None:
        sign = _DELIMITER_NAMES.get(sheet.delimiter, sheet.delimiter)
        said = {"encoding": sheet.encoding, "delimiter": sign}
        remarks.append(Remark("reading.text_file", said))
    used = [
        f"{name} = {meaning.value}"
        for name, meaning in zip(columns.header, columns.meanings, strict=True)
        if meaning not in (None, Meaning.IGNORE)
    ]
    remarks.append(Remark("reading.columns", {"columns": "; ".join(used)}))
    if columns.unused:
        remarks.append(Remark("reading.columns_unused", {"columns": ", ".join(columns.unused)}))
    return tuple(remarks)
