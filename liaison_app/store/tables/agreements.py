"""Agreements of every kind, binding or not, and memberships in networks (DOMAIN 1.3, 8.2)."""

from liaison_app.domain.audience import OURS_ONLY
from liaison_app.store.tables.declare import (
    Find,
    code,
    day,
    flag,
    link_table,
    money,
    part_table,
    partial,
    record_table,
    to,
    words,
)

agreement = record_table(
    "agreement",
    words("title", Find.NAME),
    code("kind"),
    to("jurisdiction_id", "jurisdiction"),
    code("status", default="draft"),
    day("proposed_on"),
    *partial("signed"),
    day("effective_on"),
    day("expires_on"),
    flag("auto_renews"),
    day("review_on"),
    words("place"),
    code("binding_status"),
    words("council_resolution"),
    day("council_resolution_on"),
    words("legal_review", readers=OURS_ONLY),
    to("legal_review_by_id", "person", OURS_ONLY),
    day("legal_review_on", readers=OURS_ONLY),
    code("qnbi_review", readers=OURS_ONLY),
    words("rationale", Find.WORDS),
    words("scope_text", Find.WORDS),
    words("termination"),
    words("text_reference"),
    to("superseded_by_id", "agreement"),
    to("owner_id", "person"),
    words("notes", Find.WORDS, OURS_ONLY),
    code("marking"),
    readers="hq national partner",
    scope="jurisdiction_id",
    indexes=("jurisdiction_id,status", "signed_on,n,found_at", "expires_on"),
)
"""``rationale``: why it was made, which is what offices forget first (DOMAIN finding 2).
``qnbi_review``: whether the text is a qualifying non-binding instrument in the reporting sense."""

agreement_party = part_table(
    "agreement_party",
    "agreement",
    to("jurisdiction_id", "jurisdiction"),
    to("organization_id", "organization"),
    words("named"),
    code("side"),
    code("order_key"),
    indexes=("jurisdiction_id", "organization_id"),
)
"""A jurisdiction, an organization, or a party only ``named`` in the text."""

agreement_signatory = part_table(
    "agreement_signatory",
    "agreement",
    to("person_id", "person"),
    to("office_id", "office"),
    words("title_as_of"),
    code("side"),
    day("signed_on"),
    code("order_key"),
    indexes=("person_id",),
)

agreement_notification = part_table(
    "agreement_notification",
    "agreement",
    words("scheme", readers=OURS_ONLY),
    day("due_on", readers=OURS_ONLY),
    day("done_on", readers=OURS_ONLY),
    words("reference", readers=OURS_ONLY),
)
"""Reports of an agreement to a public register or another government."""

agreement_language = part_table("agreement_language", "agreement", code("language"))
engagement_agreement = link_table("engagement_agreement", "engagement", "agreement")

membership = record_table(
    "membership",
    words("title", Find.NAME),
    to("network_id", "organization"),
    to("jurisdiction_id", "jurisdiction"),
    code("role"),
    code("status", default="active"),
    *partial("since"),
    *partial("until"),
    *money("dues"),
    day("dues_due_on"),
    day("dues_paid_on"),
    to("contact_id", "person"),
    to("owner_id", "person"),
    words("purpose", Find.WORDS),
    words("notes", Find.WORDS, OURS_ONLY),
    readers="hq national",
    scope="jurisdiction_id",
    indexes=("network_id", "jurisdiction_id"),
)
"""``jurisdiction_id`` is who belongs to the network: our home, or a partner of ours."""

membership_pledge = part_table(
    "membership_pledge",
    "membership",
    words("wording", Find.WORDS),
    *partial("due"),
    code("status", default="open"),
    to("commitment_id", "commitment"),
    code("order_key"),
)
"""What members of a network pledge; ``commitment_id`` once the office has made it its own."""
