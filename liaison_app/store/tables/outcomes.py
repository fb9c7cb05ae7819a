"""Outcomes: what came of it at home, claimed and verified apart (DOMAIN finding 8, section 7)."""

from liaison_app.domain.audience import OURS_ONLY
from liaison_app.store.tables.declare import (
    Find,
    code,
    day,
    link_table,
    money,
    number,
    part_table,
    partial,
    record_table,
    to,
    words,
)

outcome = record_table(
    "outcome",
    words("title", Find.NAME),
    code("kind"),
    code("status", default="lead"),
    to("jurisdiction_id", "jurisdiction"),
    to("place_id", "jurisdiction"),
    words("benefit", Find.WORDS),
    words("beneficiaries", Find.WORDS),
    *partial("happened"),
    *money("claimed"),
    number("claimed_jobs"),
    number("claimed_people"),
    *money("verified"),
    number("verified_jobs"),
    number("verified_people"),
    day("verified_on"),
    to("verified_by_id", "person"),
    code("attribution"),
    to("counted_in_id", "outcome"),
    to("owner_id", "person"),
    words("notes", Find.WORDS, OURS_ONLY),
    readers="hq",
    scope="jurisdiction_id",
    indexes=("jurisdiction_id", "place_id", "happened_on,n,found_at", "counted_in_id"),
)
"""``place_id``: where at home; ``benefit``: who benefits, in one sentence fit to be published.
``counted_in_id``: the same outcome reported by another, in which this one is counted."""

outcome_engagement = link_table("outcome_engagement", "outcome", "engagement")
outcome_agreement = link_table("outcome_agreement", "outcome", "agreement")

outcome_evidence = part_table(
    "outcome_evidence",
    "outcome",
    code("kind"),
    words("reference", Find.WORDS),
    words("description", Find.WORDS),
    day("dated_on"),
    to("verified_by_id", "person"),
    day("verified_on"),
)
