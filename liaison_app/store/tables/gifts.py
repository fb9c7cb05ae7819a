"""Gifts planned, carried, given and received (DOMAIN 3.4)."""

from liaison_app.domain.audience import OURS_ONLY
from liaison_app.store.tables.declare import Find, code, day, money, record_table, to, words

gift = record_table(
    "gift",
    words("title", Find.NAME),
    code("direction", default="given"),
    code("status", default="planned"),
    words("description", Find.WORDS),
    to("jurisdiction_id", "jurisdiction"),
    to("giver_id", "person"),
    words("giver"),
    to("receiver_id", "person"),
    words("receiver"),
    to("engagement_id", "engagement"),
    to("trip_id", "trip"),
    day("given_on"),
    words("circumstances", Find.WORDS),
    *money("value", readers=OURS_ONLY),
    *money("reported", readers=OURS_ONLY),
    day("rate_on", readers=OURS_ONLY),
    words("appraisal", readers=OURS_ONLY),
    code("accepted_for", readers=OURS_ONLY),
    words("location", readers=OURS_ONLY),
    code("disposition", readers=OURS_ONLY),
    day("disposed_on", readers=OURS_ONLY),
    day("statement_filed_on", readers=OURS_ONLY),
    words("statement_reference", readers=OURS_ONLY),
    words("notes", Find.WORDS, OURS_ONLY),
    readers="hq",
    scope="jurisdiction_id",
    indexes=("jurisdiction_id", "given_on,n,found_at", "engagement_id", "trip_id"),
)
"""``value`` as it was given or estimated, ``reported`` in the office's currency at the rate of
``rate_on``. When a statement is due is worked out by a rule, never stored."""
