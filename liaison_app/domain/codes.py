"""Code lists: the values that the field's records choose from. Source: DOMAIN 8.6 and section 4.

Codes are kept, labels shown (``system/wording/codes.py``). A code is retired, never given another
meaning.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from liaison_app.domain.errors import Refusal

LISTS: Mapping[str, tuple[str, ...]] = {
    "jurisdiction_kind": (
        "country",
        "state_province",
        "region",
        "county",
        "city",
        "town_village",
        "metro_authority",
        "tribal_nation",
        "first_nation_foreign",
        "territory",
        "special_district_port",
        "supranational",
        "city_network",
        "ministry",
    ),
    "recognition": ("federal", "state", "foreign_indigenous", "none"),
    "organization_kind": (
        "own_office",
        "consulate_general",
        "consulate",
        "honorary_consulate",
        "embassy",
        "ministry",
        "mayors_office",
        "agency",
        "council",
        "network",
        "chamber",
        "university",
        "company",
        "ngo",
        "media",
        "international",
        "tribal_office",
        "port",
        "other",
    ),
    "engagement_kind": (
        "courtesy_call",
        "bilateral_meeting",
        "call_video",
        "pull_aside",
        "incoming_delegation",
        "outgoing_delegation",
        "trade_mission",
        "site_visit",
        "conference_summit",
        "signing_ceremony",
        "reception_meal",
        "tribal_consultation",
        "training_exchange",
        "public_event",
        "correspondence_demarche",
    ),
    "engagement_status": ("planned", "held", "cancelled", "postponed"),
    "direction": ("inbound", "outbound", "domestic", "virtual"),
    "engagement_role": ("hosted", "cohosted", "attended", "spoke"),
    "level": ("principal", "deputy", "senior", "working"),
    "press": ("open", "pool", "spray", "closed", "none"),
    "interpreter": ("none", "consecutive", "simultaneous", "whisper"),
    "side": ("ours", "theirs", "third"),
    "participant_role": (
        "principal",
        "head",
        "member",
        "notetaker",
        "interpreter",
        "protocol",
        "security",
        "media",
    ),
    "answer": ("invited", "accepted", "declined"),
    "point_kind": ("raise", "if_raised", "avoid", "deliver"),
    "likelihood": ("certain", "possible", "unlikely"),
    "commitment_direction": ("we_owe", "they_owe", "mutual"),
    "commitment_status": (
        "open",
        "in_progress",
        "waiting",
        "blocked",
        "fulfilled",
        "partly_fulfilled",
        "overtaken",
        "withdrawn",
        "superseded",
    ),
    "firmness": ("pledge", "explore", "aspirational"),
    "evidence_kind": ("document", "mail", "photo", "url", "statement"),
    "trip_kind": (
        "official_visit",
        "trade_mission",
        "conference",
        "study_tour",
        "exchange",
        "other",
    ),
    "trip_status": ("planned", "confirmed", "under_way", "done", "cancelled"),
    "leg_kind": ("flight", "train", "drive", "meal", "site", "free", "ron"),
    "leg_status": ("planned", "confirmed", "cancelled"),
    "standing": ("holder", "elect", "acting", "disputed"),
    "how_filled": ("elected", "appointed", "hereditary"),
    "name_order": ("given_family", "family_given", "given_only"),
    "language_level": ("native", "fluent", "working", "some"),
    "link_kind": (
        "scheduler",
        "chief_of_staff",
        "private_secretary",
        "interpreter",
        "security",
        "spouse",
        "predecessor",
        "successor",
        "advisor",
    ),
    "partnership_kind": (
        "sister_city",
        "sister_state_county",
        "friendship_city",
        "sector_mou",
        "letter_of_intent",
        "joint_declaration",
        "pledge_compact",
        "network_membership",
        "contract_grant",
        "twinning_other",
    ),
    "agreement_status": (
        "draft",
        "negotiating",
        "signed",
        "in_force",
        "expired",
        "terminated",
        "superseded",
        "abandoned",
    ),
    "binding_status": ("political_nonbinding", "binding", "mixed", "unclear_under_review"),
    "qnbi_review": ("not_applicable", "to_review", "reported"),
    "membership_role": ("member", "founding_member", "chair", "board", "lead", "observer"),
    "membership_status": ("applied", "active", "suspended", "ended"),
    "pledge_status": ("open", "kept", "dropped"),
    "programme_kind": (
        "student_exchange",
        "official_exchange",
        "arts_culture",
        "sport",
        "training",
        "research",
        "business",
        "volunteer",
        "other",
    ),
    "programme_status": ("planned", "running", "finished", "cancelled"),
    "funding_kind": (
        "federal_grant",
        "state_grant",
        "foundation",
        "foreign_government",
        "private",
        "own_budget",
        "international",
        "other",
    ),
    "funding_status": ("planned", "asked", "awarded", "refused", "received", "closed"),
    "assignment_kind": ("detailed", "seconded", "embedded", "exchanged", "fellow"),
    "outcome_kind": (
        "fdi",
        "export",
        "jobs",
        "students",
        "grant",
        "policy_adoption",
        "problem_solved",
        "culture",
        "youth_education",
        "relationship",
        "media",
        "other",
    ),
    "outcome_status": ("lead", "announced", "verified", "closed"),
    "attribution": ("primary", "contributed"),
    "request_kind": (
        "delegation_visit",
        "meeting",
        "letter",
        "invitation",
        "information",
        "support",
        "partnership",
        "other",
    ),
    "request_direction": ("to_us", "from_us"),
    "channel": ("letter", "mail", "phone", "in_person", "form", "diplomatic_note"),
    "triage": ("priority", "worthwhile", "later", "not_ours"),
    "request_decision": ("accepted", "deferred", "referred", "declined"),
    "gift_direction": ("given", "received"),
    "gift_status": ("planned", "carried", "given", "received", "declined", "returned"),
    "accepted_for": ("office", "self"),
    "disposition": ("in_use", "displayed", "stored", "transferred", "purchased", "disposed"),
    "coordination_body": (
        "national_government",
        "embassy",
        "consulate",
        "legal",
        "council",
        "state_government",
        "tribal_government",
        "other",
    ),
    "coordination_action": ("informed", "consulted", "cleared", "objected"),
    "consultation_status": ("invited", "under_way", "concluded", "declined"),
    "consultation_level": ("leader", "council", "department", "staff"),
    "said": ("yes", "no", "unknown"),
    "attachment_role": ("portrait", "photo", "document", "text", "mail"),
    "photo_permission": ("unknown", "asked", "granted", "refused"),
    "deadline_status": ("open", "filed", "not_applicable"),
    "fara_status": ("none", "registered", "exempt", "unknown"),
    "priority": (
        "economic_development_trade",
        "fdi",
        "culture",
        "education_youth",
        "climate_environment",
        "energy",
        "migration",
        "public_health",
        "public_safety",
        "democracy_human_rights",
        "technology_innovation",
        "tourism_sport",
        "transport_infrastructure",
        "agriculture",
        "disaster_resilience",
        "equity_housing",
        "other",
    ),
}
"""Every code list with its codes, in the order in which people are offered them."""

_OF_COLUMN: Mapping[tuple[str, str], str] = {
    ("jurisdiction", "kind"): "jurisdiction_kind",
    ("jurisdiction", "recognition"): "recognition",
    ("organization", "kind"): "organization_kind",
    ("organization", "fara_status"): "fara_status",
    ("person", "name_order"): "name_order",
    ("person", "english_level"): "language_level",
    ("person_language", "level"): "language_level",
    ("person_link", "kind"): "link_kind",
    ("office", "how_filled"): "how_filled",
    ("tenure", "standing"): "standing",
    ("engagement", "kind"): "engagement_kind",
    ("engagement", "status"): "engagement_status",
    ("engagement", "direction"): "direction",
    ("engagement", "role"): "engagement_role",
    ("engagement", "level"): "level",
    ("engagement", "press"): "press",
    ("engagement", "interpreter"): "interpreter",
    ("engagement", "host_side"): "side",
    ("participation", "side"): "side",
    ("participation", "role"): "participant_role",
    ("participation", "answer"): "answer",
    ("scenario_step", "press"): "press",
    ("talking_point", "kind"): "point_kind",
    ("talking_point", "likelihood"): "likelihood",
    ("commitment", "direction"): "commitment_direction",
    ("commitment", "status"): "commitment_status",
    ("commitment", "firmness"): "firmness",
    ("evidence", "kind"): "evidence_kind",
    ("trip", "direction"): "direction",
    ("trip", "kind"): "trip_kind",
    ("trip", "status"): "trip_status",
    ("leg", "kind"): "leg_kind",
    ("leg", "status"): "leg_status",
    ("agreement", "kind"): "partnership_kind",
    ("agreement", "status"): "agreement_status",
    ("agreement", "binding_status"): "binding_status",
    ("agreement", "qnbi_review"): "qnbi_review",
    ("agreement_party", "side"): "side",
    ("agreement_signatory", "side"): "side",
    ("membership", "role"): "membership_role",
    ("membership", "status"): "membership_status",
    ("membership_pledge", "status"): "pledge_status",
    ("programme", "kind"): "programme_kind",
    ("programme", "status"): "programme_status",
    ("programme", "direction"): "direction",
    ("funding", "kind"): "funding_kind",
    ("funding", "status"): "funding_status",
    ("assignment", "kind"): "assignment_kind",
    ("outcome", "kind"): "outcome_kind",
    ("outcome", "status"): "outcome_status",
    ("outcome", "attribution"): "attribution",
    ("outcome_evidence", "kind"): "evidence_kind",
    ("request", "kind"): "request_kind",
    ("request", "direction"): "request_direction",
    ("request", "channel"): "channel",
    ("request", "triage"): "triage",
    ("request", "decision"): "request_decision",
    ("gift", "direction"): "gift_direction",
    ("gift", "status"): "gift_status",
    ("gift", "accepted_for"): "accepted_for",
    ("gift", "disposition"): "disposition",
    ("coordination", "body"): "coordination_body",
    ("coordination", "action"): "coordination_action",
    ("consultation", "status"): "consultation_status",
    ("consultation", "level"): "consultation_level",
    ("consultation", "we_call_it"): "said",
    ("consultation", "nation_calls_it"): "said",
    ("attachment", "role"): "attachment_role",
    ("attachment", "permission"): "photo_permission",
    ("deadline", "status"): "deadline_status",
    ("priority", "code"): "priority",
}


def list_of(table: str, column: str) -> str | None:
    """The name of the code list that a column chooses from, None if it chooses freely."""
    return _OF_COLUMN.get((table, column))


def coded_columns() -> Iterator[tuple[str, str, str]]:
    """Every coded column, as table, column and the name of its list."""
    return ((table, column, name) for (table, column), name in _OF_COLUMN.items())


@dataclass(frozen=True)
class OwnCodes:
    """What an office says of the codes of one list: those it named, those it retired, and those whose
    adding was taken back."""

    codes: tuple[str, ...] = ()
    retired: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()

    def offered(self, name: str) -> list[str]:
        """The codes of the list ``name`` to choose from, shipped ones first."""
        every = dict.fromkeys((*LISTS[name], *(c for c in self.codes if c not in self.gone)))
        return [code for code in every if code not in self.retired]


SHIPPED = OwnCodes()
"""An office that neither added nor retired any."""


def check(name: str, code: str, own: OwnCodes = SHIPPED) -> str:
    """``code`` if it may be chosen from the list ``name``. Refused as ``code.retired`` if it may no
    more, as ``code.unknown`` if it never stood there."""
    if code in own.retired:
        raise Refusal("code.retired", given=code, choices=", ".join(own.offered(name)))
    return check_known(name, code, own)


def check_known(name: str, code: str, own: OwnCodes = SHIPPED) -> str:
    """``code`` if it stands in the list ``name``, retired or not; else refused as ``code.unknown``."""
    if code not in LISTS[name] and (code not in own.codes or code in own.gone):
        raise Refusal("code.unknown", given=code, choices=", ".join(own.offered(name)))
    return code
