"""The sheets of contacts and of the offices they held."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from liaison_app.documents.workbook.sheet import Form, Sheet
from liaison_app.services.outgoing.fields import Table, cell, coded, identity, made
from liaison_app.services.outgoing.holdings import Held
from liaison_app.services.outgoing.labels import inline, language
from liaison_app.services.outgoing.records import Records
from liaison_app.services.redaction import Seen
from liaison_app.store.tables.people import person_language, person_link


def contacts(records: Records) -> tuple[Table, Sheet]:
    """Everybody, with the office held as of the workbook's day."""
    told, name = _Contacts(records), "person"
    table = Table(
        "Contacts",
        name,
        (
            identity("id"),
            cell(name, "ref"),
            cell(name, "full_name"),
            cell(name, "native_name"),
            cell(name, "given"),
            cell(name, "family"),
            *coded(name, "name_order"),
            cell(name, "phonetic"),
            cell(name, "honorific"),
            made("address_as", told.address_as),
            made("salutation", told.salutation),
            made("title_now", told.title),
            made("organization", told.organization),
            made("jurisdiction", told.jurisdiction),
            cell(name, "email"),
            cell(name, "phone"),
            made("languages", lambda row: told.languages(row.id)),
            cell(name, "needs_interpreter", Form.FLAG),
            made("gatekeeper", lambda row: told.gatekeepers(row.id)),
            made("tenure_start", lambda row: told.day(row, "start_on"), Form.DAY),
            made("term_end", lambda row: told.day(row, "term_ends_on"), Form.DAY),
            made("last_contact", lambda row: told.last.get(row.id), Form.DAY),
            cell(name, "verified_on", Form.DAY),
            cell(name, "is_ours", Form.FLAG, "our_side"),
        ),
    )
    return table, table.sheet(records.released, records.people.values())


def tenures(records: Records) -> tuple[Table, Sheet]:
    """Who held which office, from when to when."""
    name, holdings, people = "tenure", records.holdings, records.people

    def post(row: Seen) -> Seen:
        return holdings.offices[row.office_id]

    def title(row: Seen) -> str:
        return post(row).title or ""

    def body(row: Seen) -> str | None:
        return _name(holdings.organizations.get(post(row).organization_id))

    def place(row: Seen) -> str | None:
        return _name(holdings.jurisdictions.get(post(row).jurisdiction_id))

    table = Table(
        "Tenures",
        name,
        (
            identity("id"),
            identity("person_id", "person_id"),
            identity("office_id", "office_id"),
            made("person", lambda row: people[row.person_id].full_name),
            made("office", title),
            made("organization", body),
            made("jurisdiction", place),
            cell(name, "start_on", Form.DAY),
            cell(name, "end_on", Form.DAY),
            *coded(name, "standing"),
            cell(name, "term_ends_on", Form.DAY),
            cell(name, "next_election_on", Form.DAY),
            cell(name, "seniority_on", Form.DAY),
            cell(name, "source"),
            cell(name, "verified_on", Form.DAY),
        ),
    )
    rows = sorted(holdings.rows.values(), key=lambda row: (title(row), _started(row)))
    return table, table.sheet(records.released, rows)


class _Contacts:
    """What the sheet of contacts says beyond their own cells."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.last: dict[UUID, date] = {}
        for row in records.all_engagements.values():
            if row.status == "held" and row.held_on is not None:
                for part in records.participants.get(row.id, ()):
                    if part.answer != "declined" or part.came:
                        was = self.last.get(part.person_id, row.held_on)
                        self.last[part.person_id] = max(was, row.held_on)
        self._languages = defaultdict(list)
        for spoken in records.released.all(person_language):
            self._languages[spoken.person_id].append(spoken)
        self._gates = defaultdict(list)
        for link in records.released.all(person_link):
            self._gates[link.person_id].append(link)

    def title(self, row: Seen) -> str | None:
        """The title held now."""
        found = self._now(row)
        return None if found is None else found.short_title

    def organization(self, row: Seen) -> str | None:
        """What the office held now belongs to."""
        found = self._now(row)
        return found.organization.name if found is not None and found.organization else None

    def jurisdiction(self, row: Seen) -> str | None:
        """The jurisdiction of the office held now."""
        found = self._now(row)
        return found.jurisdiction.name if found is not None and found.jurisdiction else None

    def day(self, row: Seen, name: str) -> date | None:
        """A day of the tenure running now."""
        found = self._now(row)
        day: date | None = None if found is None else getattr(found.tenure, name)
        return day

    def address_as(self, row: Seen) -> str | None:
        """How to say it: the person's own form, or else the office's."""
        return self._form(row, "spoken_address")

    def salutation(self, row: Seen) -> str | None:
        """How to begin a letter."""
        return self._form(row, "salutation")

    def languages(self, who: UUID) -> str:
        """What they speak, and how well."""
        return "; ".join(
            " ".join(filter(None, (language(one.language), inline("language_level", one.level))))
            for one in self._languages.get(who, ())
        )

    def gatekeepers(self, who: UUID) -> str:
        """Through whom they are reached."""
        people = self.records.people
        return "; ".join(
            f"{people[one.other_id].full_name} ({inline('link_kind', one.kind)})"
            for one in self._gates.get(who, ())
        )

    def _form(self, row: Seen, name: str) -> str | None:
        found = self._now(row)
        said: str | None = getattr(row, name)
        return said or (getattr(found.office, name) if found is not None else None)

    def _now(self, row: Seen) -> Held | None:
        return self.records.holdings.first(row.id, self.records.day)


def _started(row: Seen) -> date:
    started: date | None = row.start_on
    return started or date.min


def _name(row: Seen | None) -> str | None:
    return None if row is None else row.name
