"""The editor of an organization: what it is, whose and where, how to reach it."""

from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from liaison_app.desktop.records.form import Ask, Asks, RecordForm, Section
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services import organizations
from liaison_app.services.editing import Done
from liaison_app.services.office import Office
from liaison_app.services.pages.organization import OrganizationPage
from liaison_app.services.rows import Named
from liaison_app.system.messages import text

SECTIONS = (
    Section(
        text("section.organization"),
        (
            Ask("name", must=True, span=2),
            Ask("native_name"),
            Ask("acronym"),
            Ask("kind", Asks.CODE, of="organization_kind"),
            Ask("parent_id", Asks.RECORD, of=Kind.ORGANIZATION),
            Ask("jurisdiction_id", Asks.RECORD, of=Kind.JURISDICTION, note=text("note.seat")),
            Ask("represents_id", Asks.RECORD, of=Kind.JURISDICTION, note=text("note.represents")),
            Ask("consular_district", note=text("note.consular_district")),
        ),
    ),
    Section(
        text("section.reach_it"),
        (
            Ask("phone"),
            Ask("email"),
            Ask("website"),
            Ask("address", Asks.TEXT, span=3),
        ),
    ),
    Section(
        text("section.standing"),
        (
            Ask("fara_status", Asks.CODE, of="fara_status", note=text("note.fara")),
            Ask("fara_number"),
            Ask("verified_on", Asks.DAY),
            Ask("source", span=3),
            Ask("notes", Asks.TEXT, span=3, note=text("note.ours")),
        ),
    ),
)


def editor(
    session: Session, data: OrganizationPage | None, about: Mapping[str, Named]
) -> RecordForm:
    """The form for an organization, or for a new one (in the place that ``about`` names)."""
    if data is None:
        names = {
            "jurisdiction_id": about.get("jurisdiction"),
            "parent_id": about.get("organization"),
        }
        return RecordForm(session, text("new.organization"), SECTIONS, {}, names)
    record = data.record
    known = {**data.fields, "name": record.title}
    named = {
        "parent_id": data.parent,
        "jurisdiction_id": record.jurisdiction,
        "represents_id": record.represents,
    }
    return RecordForm(session, record.title, SECTIONS, known, named)


def save(
    office: Office, record: UUID | None, given: Mapping[str, object], whole: Mapping[str, object]
) -> Done:
    """Add an organization, or change one."""
    values = whole if record is None else given
    facts = cast("Any", {k: v for k, v in values.items() if k != "name"})
    name = str(values["name"] or "") if "name" in values else None
    if record is None:
        return organizations.add(office, name or "", **facts)
    return organizations.change(office, record, name=name, **facts)
