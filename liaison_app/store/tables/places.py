"""Jurisdictions and organizations (DOMAIN 8.2)."""

from liaison_app.domain.audience import OURS_ONLY
from liaison_app.store.tables.declare import (
    Find,
    code,
    day,
    link_table,
    number,
    record_table,
    to,
    words,
)

jurisdiction = record_table(
    "jurisdiction",
    words("name", Find.NAME),
    words("native_name", Find.NAME),
    words("official_name", Find.NAME),
    code("kind"),
    to("parent_id", "jurisdiction"),
    code("country"),
    code("subdivision"),
    code("local_code"),
    code("recognition"),
    code("zone"),
    number("population"),
    words("population_year"),
    words("government_form"),
    words("council_rhythm"),
    words("demonym"),
    words("profile", Find.WORDS),
    words("rationale", Find.WORDS),
    words("relationship"),
    words("risk", readers=OURS_ONLY),
    words("website"),
    words("notes", Find.WORDS, OURS_ONLY),
    day("verified_on"),
    readers="hq national partner",
    scope="id",
    indexes=("parent_id",),
)
"""``parent_id`` stays empty for a tribal nation: it is *located in* several, under none."""

located_in = link_table("located_in", "jurisdiction", "place")
located_in.c.place_id.info["facts"] = located_in.c.jurisdiction_id.info["facts"]

organization = record_table(
    "organization",
    words("name", Find.NAME),
    words("native_name", Find.NAME),
    words("acronym", Find.NAME),
    code("kind"),
    to("jurisdiction_id", "jurisdiction"),
    to("represents_id", "jurisdiction"),
    to("parent_id", "organization"),
    words("consular_district"),
    words("address"),
    words("phone"),
    words("email"),
    words("website"),
    code("fara_status", readers=OURS_ONLY),
    words("fara_number", readers=OURS_ONLY),
    words("notes", Find.WORDS, OURS_ONLY),
    day("verified_on"),
    readers="hq national partner",
    scope="jurisdiction_id",
    indexes=("jurisdiction_id",),
)
