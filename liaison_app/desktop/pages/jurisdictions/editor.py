"""The editor of a jurisdiction, and how what was typed is saved."""

from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from liaison_app.desktop.records.form import Ask, Asks, RecordForm, Section
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services import jurisdictions
from liaison_app.services.editing import Done
from liaison_app.services.office import Office
from liaison_app.services.pages.jurisdiction import JurisdictionPage
from liaison_app.services.rows import Named
from liaison_app.system.messages import text

SECTIONS = (
    Section(
        text("section.name"),
        (
            Ask("name", must=True),
            Ask("native_name"),
            Ask("official_name"),
            Ask("kind", Asks.CODE, of="jurisdiction_kind", must=True),
            Ask("parent_id", Asks.RECORD, of=Kind.JURISDICTION, note=text("note.parent")),
            Ask("country", note=text("note.country")),
            Ask("subdivision"),
            Ask("zone", note=text("note.zone")),
            Ask("recognition", Asks.CODE, of="recognition"),
        ),
    ),
    Section(
        text("section.facts"),
        (
            Ask("population", Asks.NUMBER),
            Ask("population_year"),
            Ask("government_form"),
            Ask("website"),
            Ask("relationship", span=2),
            Ask("rationale", Asks.TEXT, span=3),
            Ask("profile", Asks.TEXT, span=3),
            Ask("risk", Asks.TEXT, span=3),
        ),
    ),
    Section(
        text("section.source"),
        (
            Ask("source", span=2),
            Ask("verified_on", Asks.DAY),
            Ask("notes", Asks.TEXT, span=3, note=text("note.ours")),
        ),
    ),
)


def editor(
    session: Session, data: JurisdictionPage | None, about: Mapping[str, Named]
) -> RecordForm:
    """The form for a place, or for a new one (below the place that ``about`` names)."""
    if data is None:
        names = {"parent_id": about.get("jurisdiction")}
        return RecordForm(session, text("new.jurisdiction"), SECTIONS, {}, names)
    known = {**data.fields, "name": data.record.title}
    return RecordForm(
        session, data.record.title, SECTIONS, known, {"parent_id": data.record.parent}
    )


def save(
    office: Office, record: UUID | None, given: Mapping[str, object], whole: Mapping[str, object]
) -> Done:
    """Add a place, or change one."""
    facts = cast("Any", {k: v for k, v in given.items() if k != "name"})
    name = str(given["name"] or "") if "name" in given else None
    if record is None:
        return jurisdictions.add(
            office, name or "", **{"kind": whole["kind"], "parent_id": whole["parent_id"], **facts}
        )
    return jurisdictions.change(office, record, name=name, **facts)
