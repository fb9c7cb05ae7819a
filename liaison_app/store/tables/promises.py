"""Commitments, what became of them, and the evidence (DOMAIN section 4)."""

from liaison_app.domain.audience import OURS_ONLY
from liaison_app.store.tables.declare import (
    Find,
    code,
    day,
    flag,
    part_table,
    partial,
    record_table,
    to,
    words,
)

commitment = record_table(
    "commitment",
    words("wording", Find.NAME),
    code("direction"),
    to("jurisdiction_id", "jurisdiction"),
    to("office_id", "office"),
    to("obligor_id", "person"),
    words("obligor"),
    to("beneficiary_id", "person"),
    words("beneficiary"),
    to("owner_id", "person"),
    to("engagement_id", "engagement"),
    to("agreement_id", "agreement"),
    day("made_on"),
    code("firmness", default="pledge"),
    *partial("due"),
    to("due_engagement_id", "engagement"),
    code("status", default="open"),
    words("status_note", Find.WORDS),
    day("status_on"),
    words("next_step", readers=OURS_ONLY),
    day("next_step_on", readers=OURS_ONLY),
    flag("announced"),
    flag("reviewed"),
    to("superseded_by_id", "commitment"),
    words("notes", Find.WORDS, OURS_ONLY),
    readers="hq",
    scope="jurisdiction_id",
    indexes=(
        "jurisdiction_id,status",
        "status,due_on,direction,reviewed,found_at",
        "engagement_id",
        "agreement_id",
        "due_on,n,found_at",
    ),
)
"""``direction``: we_owe, they_owe or mutual. It belongs to the office and survives elections; the
persons are who made it. ``reviewed`` is no for promises brought in from old lists until somebody
says whether they are alive: those are neither overdue nor counted."""

commitment_log = part_table(
    "commitment_log",
    "commitment",
    day("noted_on"),
    to("by_id", "person"),
    code("from_status"),
    code("to_status"),
    words("note", Find.WORDS, OURS_ONLY),
)

evidence = part_table(
    "evidence",
    "commitment",
    code("kind"),
    words("reference", Find.WORDS),
    words("description", Find.WORDS),
    day("dated_on"),
    to("verified_by_id", "person"),
    day("verified_on"),
)
"""``kind``: document, mail, photo, url or statement."""
