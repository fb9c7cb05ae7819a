"""What a workbook says: its sheets, their columns and rows, and what stands on its first page.

Services fill these, already redacted for the audience. Times are instants in UTC; text is plain.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

Value = str | int | float | bool | date | datetime | None
"""What a cell may hold. An aware ``datetime`` is written in UTC without its zone, which Excel lacks."""

Paper = Literal["letter", "a4"]


class Form(StrEnum):
    """How a column is written and how wide it may grow."""

    ID = "id"
    TEXT = "text"
    LONG = "long"
    CODE = "code"
    WHOLE = "whole"
    DAY = "day"
    INSTANT = "instant"
    FLAG = "flag"


@dataclass(frozen=True)
class Column:
    """A column: its heading, which is its name in the Excel table, and its form."""

    name: str
    form: Form = Form.TEXT


@dataclass(frozen=True)
class Sheet:
    """A sheet is one table. ``caption`` says in a line what its rows are."""

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Value, ...]]


@dataclass(frozen=True)
class About:
    """Where a workbook comes from and how it is to be read: the lines of its README."""

    office: str
    officer: str
    audience: str
    period: str
    as_of: datetime
    zone: str
    export_id: str
    office_id: str
    schema_version: int
    program: str
    contact: str = ""


@dataclass(frozen=True)
class Book:
    """A workbook. ``sheets`` without rows are left out; ``code_lists`` always stands."""

    marking: str
    paper: Paper
    about: About
    sheets: tuple[Sheet, ...]
    code_lists: Sheet
