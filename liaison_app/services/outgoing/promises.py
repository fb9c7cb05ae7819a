"""The sheet of commitments."""

from datetime import date

from liaison_app.documents.workbook.sheet import Form, Sheet
from liaison_app.domain.commitments import Standing, standing
from liaison_app.services.outgoing.fields import Table, cell, coded, identity, made
from liaison_app.services.outgoing.labels import label
from liaison_app.services.outgoing.records import Records
from liaison_app.services.redaction import Seen


def commitments(records: Records) -> tuple[Table, Sheet]:
    """Commitments alive in the period, both ways; "overdue" is ours, theirs is "awaited"."""
    name, people = "commitment", records.people
    told = _Commitments(records)
    table = Table(
        "Commitments",
        name,
        (
            identity("id"),
            cell(name, "ref"),
            cell(name, "wording", Form.LONG),
            *coded(name, "direction"),
            made("obligor", lambda row: _who(people.get(row.obligor_id), row.obligor)),
            made("beneficiary", lambda row: _who(people.get(row.beneficiary_id), row.beneficiary)),
            made("action_officer", lambda row: _who(people.get(row.owner_id), None)),
            made("origin_ref", told.origin),
            cell(name, "made_on", Form.DAY),
            *coded(name, "firmness"),
            cell(name, "due_on", Form.DAY),
            cell(name, "due_precision", Form.CODE),
            *coded(name, "status"),
            cell(name, "status_on", Form.DAY, "status_date"),
            cell(name, "status_note", Form.LONG),
            made("days_overdue", lambda row: told.late(row, Standing.OVERDUE), Form.WHOLE),
            made("days_awaited", lambda row: told.late(row, Standing.AWAITED), Form.WHOLE),
            cell(name, "next_step", Form.LONG),
            cell(name, "next_step_on", Form.DAY),
            made("evidence", told.evidence, Form.LONG),
            made("verified", told.verified, Form.FLAG),
            cell(name, "announced", Form.FLAG, "public"),
            cell(name, "reviewed", Form.FLAG),
            made("jurisdiction", told.place),
        ),
    )
    return table, table.sheet(records.released, records.commitments.values())


class _Commitments:
    """What the sheet of commitments says beyond their own cells."""

    def __init__(self, records: Records) -> None:
        self.records = records

    def late(self, row: Seen, as_what: Standing) -> int | None:
        """How many days a commitment is overdue, or awaited."""
        due: date | None = row.due_on
        day = self.records.day
        stands = standing(row.direction, row.status, due, row.reviewed, day)
        return (day - due).days if due is not None and stands is as_what else None

    def origin(self, row: Seen) -> str | None:
        """The engagement at which it was made."""
        found = self.records.all_engagements.get(row.engagement_id)
        return None if found is None else found.ref

    def place(self, row: Seen) -> str | None:
        """The jurisdiction with which it was made."""
        found = self.records.jurisdictions.get(row.jurisdiction_id)
        return None if found is None else found.name

    def evidence(self, row: Seen) -> str:
        """What shows that it was kept."""
        return "\n".join(
            ", ".join(
                str(said)
                for said in (
                    label("evidence_kind", one.kind),
                    one.reference,
                    one.description,
                    one.dated_on,
                )
                if said
            )
            for one in self.records.evidence.get(row.id, ())
        )

    def verified(self, row: Seen) -> bool:
        """Whether somebody checked any of it."""
        return any(one.verified_on for one in self.records.evidence.get(row.id, ()))


def _who(row: Seen | None, written: str | None) -> str | None:
    return written if row is None else row.full_name
