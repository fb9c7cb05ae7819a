"""The editor of a commitment, and the form with which one is fulfilled."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast
from uuid import UUID

from liaison_app.desktop.records.form import Ask, Asks, RecordForm, Section
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services import commitments
from liaison_app.services.drafts import CommitmentDraft, EvidenceDraft
from liaison_app.services.editing import Done
from liaison_app.services.facts import EvidenceFacts
from liaison_app.services.office import Office
from liaison_app.services.pages.commitment import CommitmentPage
from liaison_app.services.rows import Named
from liaison_app.system.messages import text

_PARTIES = ("obligor", "beneficiary")

SECTIONS = (
    Section(
        text("section.promise"),
        (
            Ask("wording", Asks.TEXT, span=3, must=True, note=text("note.wording")),
            Ask("direction", Asks.CODE, of="commitment_direction", must=True),
            Ask("due", Asks.WHEN, ahead=True),
            Ask("firmness", Asks.CODE, of="firmness", must=True),
            Ask("obligor_id", Asks.RECORD, of=Kind.PERSON, free="obligor"),
            Ask("beneficiary_id", Asks.RECORD, of=Kind.PERSON, free="beneficiary"),
            Ask("owner_id", Asks.RECORD, of=Kind.PERSON),
            Ask("jurisdiction_id", Asks.RECORD, of=Kind.JURISDICTION),
            Ask("engagement_id", Asks.RECORD, of=Kind.ENGAGEMENT),
            Ask("made_on", Asks.DAY),
            Ask("next_step", span=2),
            Ask("next_step_on", Asks.DAY, ahead=True),
            Ask("announced", Asks.FLAG),
        ),
    ),
    Section(text("form.notes"), (Ask("notes", Asks.TEXT, span=3, note=text("note.ours")),)),
)
FULFIL = (
    Section(
        text("section.fulfilled"),
        (
            Ask("on", Asks.DAY, must=True),
            Ask("evidence_kind", Asks.CODE, of="evidence_kind"),
            Ask("reference", note=text("note.reference")),
            Ask("description", span=3),
            Ask("note", Asks.TEXT, span=3),
        ),
    ),
)


def editor(session: Session, data: CommitmentPage | None, about: Mapping[str, Named]) -> RecordForm:
    """The form for a commitment, or for a new one from a meeting, with a place, by a person."""
    if data is None:
        names: dict[str, Named | None] = {f"{kind}_id": one for kind, one in about.items()}
        names["beneficiary_id"] = about.get("person")
        return RecordForm(session, text("new.commitment"), SECTIONS, {"firmness": "pledge"}, names)
    record = data.record
    known = {**data.fields, "wording": record.title}
    names = {
        f"{name}_id": value if isinstance(value, Named) else None
        for name in (*_PARTIES, "owner", "jurisdiction", "engagement")
        for value in (getattr(record, name),)
    }
    return RecordForm(session, record.ref, SECTIONS, known, names)


def save(
    office: Office, record: UUID | None, given: Mapping[str, object], whole: Mapping[str, object]
) -> Done:
    """Make a commitment, or change one."""
    if record is not None:
        facts = cast("Any", {k: v for k, v in given.items() if k != "wording"})
        wording = str(given["wording"] or "") if "wording" in given else None
        return commitments.change(office, record, wording=wording, **facts)
    taken = {"wording", "direction", "owner_id", *_PARTIES, *(f"{one}_id" for one in _PARTIES)}
    more = {k: v for k, v in whole.items() if k not in taken and v not in (None, False)}
    draft = CommitmentDraft(
        str(whole.get("wording") or ""),
        str(whole["direction"]),
        obligor=cast("Any", whole.get("obligor_id") or whole.get("obligor")),
        beneficiary=cast("Any", whole.get("beneficiary_id") or whole.get("beneficiary")),
        owner=cast("Any", whole.get("owner_id")),
        facts=cast("Any", more),
    )
    return commitments.make(office, draft)


def fulfil_form(session: Session, data: CommitmentPage) -> RecordForm:
    """Asks on which day it was kept, and for the proof."""
    title = text("commitment.fulfil", ref=data.record.ref)
    known = {"on": session.today, "evidence_kind": "document"}
    return RecordForm(session, title, FULFIL, known, {})


def fulfil(office: Office, record: UUID, whole: Mapping[str, object]) -> Done:
    """Say that it was kept, with proof if a reference or description was given."""
    reference, description = whole.get("reference"), whole.get("description")
    proof = None
    if reference or description:
        facts: EvidenceFacts = {"description": str(description) if description else None}
        kind = str(whole.get("evidence_kind") or "document")
        proof = EvidenceDraft(kind, str(reference) if reference else None, facts)
    on = whole.get("on")
    note = whole.get("note")
    return commitments.fulfil(
        office,
        record,
        on if isinstance(on, date) else None,
        proof=proof,
        note=str(note) if note else None,
    )
