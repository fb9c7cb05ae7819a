"""What the office goes by: deadlines from rule packs, orders of precedence, its own code lists."""

from liaison_app.domain.audience import OURS_ONLY
from liaison_app.store.tables.declare import (
    Find,
    code,
    day,
    flag,
    journalled_table,
    number,
    part_table,
    to,
    words,
)

rule = journalled_table(
    "rule",
    code("pack"),
    words("name"),
    code("trigger"),
    words("conditions"),
    number("days"),
    day("from_on"),
    day("until_on"),
    words("duty"),
    words("rule_source"),
    flag("active"),
    indexes=("trigger",),
)
"""``trigger``: the event from which ``days`` are counted; ``conditions``: what must hold of the record,
as JSON of field, comparison and value. Nothing is in force until an office says ``active``."""

deadline = journalled_table(
    "deadline",
    to("rule_id", "rule"),
    code("about_kind"),
    to("about_id", "any"),
    code("status", default="open", readers=OURS_ONLY),
    day("filed_on", readers=OURS_ONLY),
    words("filed_reference", readers=OURS_ONLY),
    words("reason", readers=OURS_ONLY),
    indexes=("about_id", "rule_id"),
)
"""What was done about a deadline: filed, or why it doesn't apply. When it is due is never stored."""

precedence_list = journalled_table(
    "precedence_list",
    words("name", Find.WORDS),
    to("venue_id", "jurisdiction"),
    words("list_source"),
    flag("usual"),
)

precedence_rank = part_table(
    "precedence_rank",
    "precedence_list",
    code("order_key"),
    code("rank_class"),
    to("office_id", "office"),
    code("jurisdiction_kind"),
    flag("only_in_own"),
    words("label"),
)
"""One place of a list: a class of rank, or one office; ``only_in_own``: only in its own jurisdiction,
as a governor ranks in the governor's own state."""

code_label = journalled_table(
    "code_label",
    code("list"),
    code("code"),
    words("label"),
    words("definition"),
    flag("retired"),
    code("order_key"),
)
"""The office's own codes, and its own words for shipped ones. A code is retired, never reused."""

saved_search = journalled_table(
    "saved_search",
    words("name"),
    code("kind"),
    words("query"),
    flag("pinned"),
    code("order_key"),
)

not_duplicate = journalled_table(
    "not_duplicate",
    code("kind"),
    to("left_id", "any"),
    to("right_id", "any"),
    indexes=("left_id", "right_id"),
)
"""Two records that somebody said are not the same."""

request_set = journalled_table(
    "request_set",
    words("name"),
    words("query"),
    words("asked_by", readers=OURS_ONLY),
    day("asked_on"),
    day("due_on"),
    day("closed_on"),
)
"""What is gathered for a records request: a search, and what of it was withheld."""

withholding = part_table(
    "withholding",
    "request_set",
    code("about_kind"),
    to("about_id", "any"),
    code("cell"),
    words("reason", readers=OURS_ONLY),
    indexes=("about_id",),
)

hold = journalled_table(
    "hold",
    code("about_kind"),
    to("about_id", "any"),
    day("put_on"),
    words("reason", readers=OURS_ONLY),
    day("lifted_on"),
    words("lifted_reason", readers=OURS_ONLY),
    indexes=("about_id",),
)
"""A legal hold of a record: why and since when, and why it was lifted. What is held says so itself
(``legal_hold``), so that whoever erases needs no look here."""
