"""Whom the office told and asked, and what a tribal nation was consulted on (DESIGN 3)."""

from liaison_app.domain.audience import OURS_ONLY
from liaison_app.store.tables.declare import (
    Find,
    code,
    day,
    flag,
    link_table,
    number,
    part_table,
    record_table,
    to,
    words,
)

coordination = record_table(
    "coordination",
    words("title", Find.NAME),
    code("body"),
    to("organization_id", "organization"),
    to("person_id", "person"),
    code("action", default="informed"),
    day("asked_on"),
    day("done_on"),
    day("answer_due_on"),
    words("reference", Find.WORDS),
    words("answer", Find.WORDS),
    to("jurisdiction_id", "jurisdiction"),
    to("engagement_id", "engagement"),
    to("trip_id", "trip"),
    to("agreement_id", "agreement"),
    to("request_id", "request"),
    to("owner_id", "person"),
    words("notes", Find.WORDS, OURS_ONLY),
    readers="hq national",
    scope="jurisdiction_id",
    indexes=("jurisdiction_id", "done_on,n,found_at", "engagement_id", "trip_id", "agreement_id"),
)
"""``action``: informed, consulted, cleared or objected; ``body`` says on whose behalf: the national
government, an embassy, a consulate, legal, a council, another."""

consultation = record_table(
    "consultation",
    words("title", Find.NAME),
    to("jurisdiction_id", "jurisdiction"),
    to("engagement_id", "engagement"),
    code("status", default="invited"),
    words("subject", Find.WORDS),
    day("invited_on"),
    words("invited_by"),
    day("notice_on"),
    number("notice_days"),
    code("level"),
    code("we_call_it", default="unknown"),
    code("nation_calls_it", default="unknown"),
    words("decision", Find.WORDS),
    day("decided_on"),
    words("agreed_text", Find.WORDS),
    day("agreed_on"),
    to("agreed_by_id", "person"),
    flag("ours_to_report"),
    to("owner_id", "person"),
    words("notes", Find.WORDS, OURS_ONLY),
    readers="hq national partner",
    scope="jurisdiction_id",
    indexes=("jurisdiction_id", "invited_on,n,found_at", "engagement_id"),
)
"""A government-to-government consultation with a tribal nation (``jurisdiction_id``). Whether it was
one is said by both sides, each for itself. ``agreed_text``: the words that the nation agreed to."""

consultation_point = part_table(
    "consultation_point",
    "consultation",
    words("concern", Find.WORDS),
    words("consideration", Find.WORDS),
    words("response", Find.WORDS),
    code("order_key"),
)
"""What the nation raised, how it was considered, and what was answered."""

consultation_engagement = link_table("consultation_engagement", "consultation", "engagement")
