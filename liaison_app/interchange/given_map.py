"""A mapping that somebody wrote down: the JSON file of ``liaison import --map``.

``{"kind": "engagements", "columns": {"Date": "date"}, "day_first": true, "year": 2013,
"one_organization": false, "sheet": "Log", "encoding": "cp1252", "delimiter": ";"}``, all optional.
"""

import codecs
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from liaison_app.domain.errors import Refusal
from liaison_app.interchange.meanings import ListKind, Meaning
from liaison_app.interchange.sheets.csv_text import decode


@dataclass(frozen=True)
class GivenMap:
    """What the officer says of a list; None where nothing was said."""

    kind: ListKind | None = None
    columns: Mapping[str, Meaning] = field(default_factory=dict)
    day_first: bool | None = None
    year: int | None = None
    one_organization: bool = False
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None


_TYPES: Mapping[str, type] = {
    "kind": str,
    "columns": dict,
    "day_first": bool,
    "year": int,
    "one_organization": bool,
    "sheet": str,
    "encoding": str,
    "delimiter": str,
}


def read_map(data: bytes) -> GivenMap:
    """The mapping of a JSON file. Refused with a code ``map.…`` that names what is wrong."""
    try:
        found = json.loads(decode(data)[1])
    except (ValueError, RecursionError):
        raise Refusal("map.not_json") from None
    if not isinstance(found, dict):
        raise Refusal("map.not_json")
    for key, value in found.items():
        wanted = _TYPES.get(key)
        if wanted is None:
            raise Refusal("map.unknown_key", key=key, known=", ".join(_TYPES))
        if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
            raise Refusal("map.wrong_value", key=key, value=json.dumps(value)[:60])
    return GivenMap(
        kind=_kind(found.get("kind")),
        columns=_columns(found.get("columns", {})),
        day_first=found.get("day_first"),
        year=_year(found.get("year")),
        one_organization=found.get("one_organization", False),
        sheet=found.get("sheet"),
        encoding=_encoding(found.get("encoding")),
        delimiter=_delimiter(found.get("delimiter")),
    )


def map_text(given: GivenMap) -> str:
    """The JSON file that would say the same."""
    said = {name: value for name, value in vars(given).items() if value not in (None, {}, False)}
    if given.day_first is not None:
        said["day_first"] = given.day_first
    return json.dumps(said)


def _kind(word: str | None) -> ListKind | None:
    if word is not None and word not in list(ListKind):
        raise Refusal("map.wrong_value", key="kind", value=word)
    return ListKind(word) if word is not None else None


def _columns(columns: dict[str, object]) -> dict[str, Meaning]:
    for header, word in columns.items():
        if word not in list(Meaning):
            known = ", ".join(Meaning)
            raise Refusal("map.unknown_meaning", column=header, meaning=str(word)[:60], known=known)
    return {header: Meaning(str(word)) for header, word in columns.items()}


def _year(year: int | None) -> int | None:
    if year is not None and not 1800 <= year < 2200:
        raise Refusal("map.wrong_value", key="year", value=year)
    return year


def _encoding(name: str | None) -> str | None:
    try:
        return codecs.lookup(name).name if name is not None else None
    except LookupError:
        raise Refusal("map.wrong_value", key="encoding", value=name) from None


def _delimiter(sign: str | None) -> str | None:
    if sign is not None and (len(sign) != 1 or sign in '"\r\n\0'):
        raise Refusal("map.wrong_value", key="delimiter", value=sign)
    return sign
