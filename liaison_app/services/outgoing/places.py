"""The sheets of jurisdictions and organizations."""

from collections import Counter, defaultdict
from datetime import date
from uuid import UUID

from liaison_app.documents.workbook.sheet import Form, Sheet
from liaison_app.domain.commitments import OPEN
from liaison_app.services.outgoing.fields import Table, cell, coded, identity, made
from liaison_app.services.outgoing.holdings import Held
from liaison_app.services.outgoing.records import Records
from liaison_app.services.redaction import Seen
from liaison_app.store.tables.people import office
from liaison_app.store.tables.places import located_in


def jurisdictions(records: Records) -> tuple[Table, Sheet]:
    """Every jurisdiction, with who heads it and what is open both ways."""
    told = _Places(records)
    name = "jurisdiction"
    table = Table(
        "Jurisdictions",
        name,
        (
            identity("id"),
            cell(name, "ref"),
            cell(name, "name"),
            cell(name, "native_name"),
            cell(name, "official_name"),
            *coded(name, "kind", "type"),
            made("parent", lambda row: told.name(row.parent_id)),
            made("located_in", lambda row: told.located_in(row.id)),
            cell(name, "country", Form.CODE),
            cell(name, "subdivision", Form.CODE),
            cell(name, "local_code", Form.CODE),
            *coded(name, "recognition"),
            cell(name, "zone"),
            cell(name, "population", Form.WHOLE),
            cell(name, "government_form"),
            made("head", lambda row: told.head_name(row.id)),
            made("head_title", lambda row: told.head_title(row.id)),
            made("last_engagement", lambda row: told.last.get(row.id), Form.DAY),
            made("open_ours", lambda row: told.open_ours[row.id], Form.WHOLE),
            made("open_theirs", lambda row: told.open_theirs[row.id], Form.WHOLE),
            cell(name, "relationship"),
            cell(name, "risk"),
            cell(name, "website"),
            cell(name, "verified_on", Form.DAY),
        ),
    )
    return table, table.sheet(records.released, records.jurisdictions.values())


def organizations(records: Records) -> tuple[Table, Sheet]:
    """Every organization, with where it is and whom it represents."""
    name, places, bodies = "organization", records.jurisdictions, records.organizations
    table = Table(
        "Organizations",
        name,
        (
            identity("id"),
            cell(name, "ref"),
            cell(name, "name"),
            cell(name, "native_name"),
            cell(name, "acronym"),
            *coded(name, "kind"),
            made("jurisdiction", lambda row: _name(places.get(row.jurisdiction_id))),
            made("represents", lambda row: _name(places.get(row.represents_id))),
            made("part_of", lambda row: _name(bodies.get(row.parent_id))),
            cell(name, "consular_district"),
            cell(name, "address"),
            cell(name, "phone"),
            cell(name, "email"),
            cell(name, "website"),
            *coded(name, "fara_status"),
            cell(name, "fara_number"),
            cell(name, "verified_on", Form.DAY),
        ),
    )
    return table, table.sheet(records.released, bodies.values())


class _Places:
    """What the sheet of jurisdictions says beyond their own cells."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.last = self._last_engagements()
        self.open_ours: Counter[UUID] = Counter()
        self.open_theirs: Counter[UUID] = Counter()
        for row in records.commitments.values():
            if row.status in OPEN and row.reviewed:
                if row.direction != "they_owe":
                    self.open_ours[row.jurisdiction_id] += 1
                if row.direction in ("they_owe", "mutual"):
                    self.open_theirs[row.jurisdiction_id] += 1
        self._in: dict[UUID, list[str]] = defaultdict(list)
        for link in records.released.all(located_in):
            self._in[link.jurisdiction_id].append(self.name(link.place_id) or "")
        self._heads = self._find_heads()

    def name(self, place: UUID | None) -> str | None:
        """What a jurisdiction is called."""
        return _name(self.records.jurisdictions.get(place)) if place is not None else None

    def located_in(self, place: UUID) -> str:
        """The states or countries in which a tribal nation lies."""
        return "; ".join(sorted(self._in.get(place, ())))

    def head_name(self, place: UUID) -> str | None:
        """Who heads a jurisdiction."""
        held = self._heads.get(place)
        who = self.records.people.get(held.tenure.person_id) if held is not None else None
        return who.full_name if who is not None else None

    def head_title(self, place: UUID) -> str | None:
        """As what."""
        held = self._heads.get(place)
        return held.short_title if held is not None else None

    def _find_heads(self) -> dict[UUID, Held]:
        heads: dict[UUID, Held] = {}
        holdings, day = self.records.holdings, self.records.day
        for post in self.records.released.all(office, office.c.is_head):
            for tenure in holdings.in_office(post.id, day).by:
                for held in holdings.of(tenure.person_id, day):
                    if held.office.id == post.id:
                        heads.setdefault(post.jurisdiction_id, held)
        return heads

    def _last_engagements(self) -> dict[UUID, date]:
        last: dict[UUID, date] = {}
        for row in self.records.all_engagements.values():
            if row.status == "held" and row.held_on is not None:
                for place in self.records.places_of[row.id]:
                    last[place] = max(last.get(place, row.held_on), row.held_on)
        return last


def _name(row: Seen | None) -> str | None:
    return None if row is None else row.name
