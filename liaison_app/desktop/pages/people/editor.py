"""The editor of a person: the name with its parts, how to address them, how to reach them."""

from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from liaison_app.desktop.records.form import Ask, Asks, RecordForm, Section
from liaison_app.desktop.session import Session
from liaison_app.services import people
from liaison_app.services.editing import Done
from liaison_app.services.office import Office
from liaison_app.services.pages.person import PersonPage
from liaison_app.system.messages import text

SECTIONS = (
    Section(
        text("section.person_name"),
        (
            Ask("full_name", must=True, note=text("note.full_name")),
            Ask("native_name"),
            Ask("name_order", Asks.CODE, of="name_order"),
            Ask("family"),
            Ask("given"),
            Ask("sort_as", note=text("note.sort_as")),
            Ask("phonetic", note=text("note.phonetic")),
            Ask("honorific"),
            Ask("post_nominals"),
        ),
    ),
    Section(
        text("section.address"),
        (
            Ask("spoken_address"),
            Ask("salutation"),
            Ask("envelope_line"),
            Ask("pronouns"),
            Ask("english_level", Asks.CODE, of="language_level"),
            Ask("needs_interpreter", Asks.FLAG),
        ),
    ),
    Section(
        text("section.reach"),
        (
            Ask("email"),
            Ask("phone"),
            Ask("channel_preferred"),
            Ask("is_ours", Asks.FLAG),
            Ask("do_not_contact", Asks.FLAG),
        ),
    ),
    Section(
        text("section.about"),
        (
            Ask("biography", Asks.TEXT, span=3),
            Ask("interests", Asks.TEXT, span=3),
            Ask("notes", Asks.TEXT, span=3, note=text("note.ours")),
            Ask("source", span=2),
            Ask("verified_on", Asks.DAY),
        ),
    ),
)


def editor(session: Session, data: PersonPage | None) -> RecordForm:
    """The form for a person, or for a new one."""
    if data is None:
        return RecordForm(session, text("new.person"), SECTIONS, {}, {})
    known = {**data.fields, "full_name": data.record.title}
    return RecordForm(session, data.record.title, SECTIONS, known, {})


def save(office: Office, record: UUID | None, given: Mapping[str, object]) -> Done:
    """Add a person, or change what is known of one."""
    facts = cast("Any", {k: v for k, v in given.items() if k != "full_name"})
    name = str(given["full_name"] or "") if "full_name" in given else None
    if record is None:
        return people.add(office, name or "", **facts)
    return people.change(office, record, full_name=name, **facts)
