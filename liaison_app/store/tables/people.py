"""People, the offices they hold and the dated tenures between them (DOMAIN 3.2, 3.5, 8.2)."""

from liaison_app.domain.audience import CONTACT, OURS_ONLY
from liaison_app.store.tables.declare import (
    Find,
    code,
    day,
    flag,
    number,
    part_table,
    private,
    record_table,
    to,
    words,
)

person = record_table(
    "person",
    words("full_name", Find.NAME),
    words("native_name", Find.NAME),
    code("native_language"),
    code("name_order"),
    words("given"),
    words("family"),
    words("sort_as"),
    words("phonetic", Find.WORDS),
    words("honorific"),
    words("post_nominals"),
    words("spoken_address"),
    words("salutation"),
    words("envelope_line"),
    words("pronouns", readers=OURS_ONLY),
    words("email", Find.WORDS, CONTACT),
    words("phone", readers=CONTACT),
    code("english_level"),
    flag("needs_interpreter"),
    words("biography", Find.WORDS),
    words("education", Find.WORDS),
    words("career", Find.WORDS),
    words("interests", Find.WORDS),
    words("channel_preferred", readers=OURS_ONLY),
    flag("do_not_contact", readers=OURS_ONLY),
    words("vetting", readers=OURS_ONLY),
    words("notes", Find.WORDS, OURS_ONLY),
    flag("is_ours"),
    day("verified_on"),
    readers="hq national partner",
)

person_language = part_table("person_language", "person", code("language"), code("level"))
"""What they speak: an ISO 639 code and a level (native, fluent, working, some)."""

person_private = part_table(
    "person_private",
    "person",
    private("diet"),
    private("access_needs"),
    private("spouse"),
    private("private_phone"),
    day("keep_until", readers=OURS_ONLY),
)
"""Private facts, off by default, one row a person; erased when nobody says to keep them on."""

office = record_table(
    "office",
    words("title", Find.NAME),
    words("native_title", Find.NAME),
    to("organization_id", "organization"),
    to("jurisdiction_id", "jurisdiction"),
    code("rank_class"),
    code("how_filled"),
    number("term_years"),
    flag("is_head"),
    words("spoken_address"),
    words("salutation"),
    words("envelope_line"),
    words("notes", Find.WORDS, OURS_ONLY),
    readers="hq national partner",
    scope="jurisdiction_id",
    indexes=("jurisdiction_id", "organization_id"),
)
"""``is_head``: the holder heads the jurisdiction (mayor, governor, chair, president)."""

tenure = part_table(
    "tenure",
    "person",
    to("office_id", "office"),
    day("start_on"),
    day("end_on"),
    code("standing"),
    day("term_ends_on"),
    day("next_election_on"),
    day("seniority_on"),
    words("source"),
    day("verified_on"),
    indexes=("office_id",),
)
"""``standing``: holder, elect, acting or disputed; a day without any tenure is a vacancy."""

person_link = part_table(
    "person_link",
    "person",
    to("other_id", "person"),
    code("kind"),
    words("note", readers=OURS_ONLY),
    indexes=("other_id",),
)
