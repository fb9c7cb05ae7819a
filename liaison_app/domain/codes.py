"""Code lists: the values that the field's records choose from. Source: DOMAIN 8.6 and section 4.

Codes are kept, labels shown (``system/wording/codes.py``). A code is retired, never given another
meaning.
"""

from collections.abc import Iterator, Mapping

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
    ("priority", "code"): "priority",
}


def list_of(table: str, column: str) -> str | None:
    """The name of the code list that a column chooses from, None if it chooses freely."""
    return _OF_COLUMN.get((table, column))


def coded_columns() -> Iterator[tuple[str, str, str]]:
    """Every coded column, as table, column and the name of its list."""
    return ((table, column, name) for (table, column), name in _OF_COLUMN.items())


def check(name: str, code: str) -> str:
    """``code`` if it stands in the list ``name``; refused as ``code.unknown`` otherwise."""
    if code not in LISTS[name]:
        raise Refusal("code.unknown", given=code, choices=", ".join(LISTS[name]))
    return code
