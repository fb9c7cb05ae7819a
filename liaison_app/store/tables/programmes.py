"""Programmes and exchanges, their funding, and people assigned to others (DESIGN 3, DOMAIN 8.2)."""

from liaison_app.domain.audience import OURS_ONLY
from liaison_app.store.tables.declare import (
    Find,
    code,
    day,
    link_table,
    money,
    number,
    record_table,
    to,
    words,
)

programme = record_table(
    "programme",
    words("title", Find.NAME),
    code("kind"),
    code("status", default="planned"),
    code("direction"),
    to("jurisdiction_id", "jurisdiction"),
    to("organization_id", "organization"),
    to("agreement_id", "agreement"),
    day("start_on"),
    day("end_on"),
    number("people_planned"),
    number("people_sent"),
    number("people_received"),
    words("who", Find.WORDS),
    *money("cost"),
    words("purpose", Find.WORDS),
    words("result", Find.WORDS),
    to("owner_id", "person"),
    words("notes", Find.WORDS, OURS_ONLY),
    readers="hq national partner",
    scope="jurisdiction_id",
    indexes=("jurisdiction_id", "start_on,n,found_at"),
)
"""``who``: students, officials, artists… ``people_sent`` and ``people_received`` are counted apart."""

programme_engagement = link_table("programme_engagement", "programme", "engagement")

funding = record_table(
    "funding",
    words("title", Find.NAME),
    code("kind"),
    code("status", default="planned"),
    to("giver_id", "organization"),
    words("giver"),
    to("recipient_id", "organization"),
    words("recipient"),
    to("jurisdiction_id", "jurisdiction"),
    to("programme_id", "programme"),
    to("agreement_id", "agreement"),
    *money("asked"),
    day("asked_on"),
    *money("awarded"),
    day("awarded_on"),
    *money("received"),
    day("received_on"),
    *money("spent"),
    words("conditions", Find.WORDS),
    day("report_due_on"),
    day("reported_on"),
    to("owner_id", "person"),
    words("purpose", Find.WORDS),
    words("notes", Find.WORDS, OURS_ONLY),
    readers="hq national",
    scope="jurisdiction_id",
    indexes=("jurisdiction_id", "programme_id"),
)
"""Asked, awarded, received and spent are four sums, each with its currency; none is added to another."""

assignment = record_table(
    "assignment",
    words("title", Find.NAME),
    code("kind"),
    to("person_id", "person"),
    to("from_id", "organization"),
    words("from_named"),
    to("to_id", "organization"),
    words("to_named"),
    to("jurisdiction_id", "jurisdiction"),
    to("agreement_id", "agreement"),
    day("start_on"),
    day("end_on"),
    words("who_pays"),
    *money("cost", readers=OURS_ONLY),
    words("purpose", Find.WORDS),
    day("report_due_on"),
    day("reported_on"),
    words("result", Find.WORDS),
    to("owner_id", "person"),
    words("notes", Find.WORDS, OURS_ONLY),
    readers="hq national partner",
    scope="jurisdiction_id",
    indexes=("jurisdiction_id", "person_id", "end_on,n,found_at"),
)
"""A person detailed, seconded, embedded or exchanged: from whom, to whom, until when, who pays.
Source: the task force's letter (DOMAIN 1.1)."""
