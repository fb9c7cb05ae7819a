"""Code lists as an office keeps them: its own words for shipped codes, its own codes, codes retired.

A retired code stays readable where it was used, is offered no more, and never means something else.
"""

import re
from dataclasses import dataclass

from sqlalchemy import select

from liaison_app.domain import codes
from liaison_app.domain.errors import Refusal
from liaison_app.domain.ids import named_id
from liaison_app.services.editing import Writing, writing
from liaison_app.services.office import Office
from liaison_app.services.outgoing.labels import label
from liaison_app.services.own_codes import own_codes
from liaison_app.services.reading import Looking, looking
from liaison_app.store.tables.rules import code_label

_CODE = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Code:
    """One code of a list with the words that this office has for it. ``own``: it isn't shipped."""

    code: str
    label: str
    definition: str | None
    own: bool
    retired: bool


def code_list(office: Office, name: str) -> list[Code]:
    """All codes of a list, shipped ones first, retired ones too."""
    with looking(office) as look:
        return codes_in(look, name)


def offered(office: Office, name: str) -> list[Code]:
    """The codes of a list to choose from."""
    return [one for one in code_list(office, name) if not one.retired]


def codes_in(look: Looking, name: str) -> list[Code]:
    """Like ``code_list``, within a look."""
    _known(name)
    c = code_label.c
    chosen = select(code_label).where(~c.deleted, c.list == name).order_by(c.order_key, c.n)
    said = {row.code: row for row in look.all(chosen)}
    every = dict.fromkeys((*codes.LISTS[name], *said))
    return [
        Code(
            code=code,
            label=(row.label if row is not None else None) or label(name, code),
            definition=row.definition if row is not None else None,
            own=code not in codes.LISTS[name],
            retired=bool(row is not None and row.retired),
        )
        for code in every
        for row in (said.get(code),)
    ]


def say(
    office: Office, name: str, code: str, words: str, definition: str | None = None
) -> str | None:
    """Give a code of a list the office's own words. Returns the step."""
    _require(words)
    with writing(office, "code.say") as write:
        codes.check_known(_known(name), code, own_codes(write.look, name))
        _put(write, name, code, label=words.strip(), definition=definition)
    return write.records.step


def add(
    office: Office, name: str, code: str, words: str, definition: str | None = None
) -> str | None:
    """Add a code of the office's own to a list. One that ever stood in it is refused, retired too."""
    _require(words)
    if not _CODE.fullmatch(code):
        raise Refusal("code.malformed", given=code)
    with writing(office, "code.add") as write:
        own = own_codes(write.look, name)
        if code in codes.LISTS[_known(name)] or code in own.codes:
            raise Refusal("code.taken", given=code)
        _put(write, name, code, label=words.strip(), definition=definition)
    return write.records.step


def retire(office: Office, name: str, code: str) -> str | None:
    """Offer a code no more. What it says already stays readable."""
    with writing(office, "code.retire") as write:
        codes.check_known(_known(name), code, own_codes(write.look, name))
        _put(write, name, code, retired=True)
    return write.records.step


def bring_back(office: Office, name: str, code: str) -> str | None:
    """Offer a retired code again, with the meaning it always had."""
    with writing(office, "code.bring_back") as write:
        codes.check_known(_known(name), code, own_codes(write.look, name))
        _put(write, name, code, retired=False)
    return write.records.step


def _put(write: Writing, name: str, code: str, **cells: object) -> None:
    row = named_id("code_label", f"{name}/{code}")
    if write.records.one(code_label, row) is None:
        write.records.add(code_label, id=row, list=name, code=code, **cells)
    else:
        write.records.change(code_label, row, deleted=False, **cells)


def _known(name: str) -> str:
    if name not in codes.LISTS:
        raise Refusal("code.no_list", given=name, choices=", ".join(codes.LISTS))
    return name


def _require(words: str) -> None:
    if not words.strip():
        raise Refusal("code.no_words")
