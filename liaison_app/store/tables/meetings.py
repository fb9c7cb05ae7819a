"""Trips, legs, engagements and what belongs to them (DOMAIN 8.2)."""

from liaison_app.domain.audience import CONTACT, OURS_ONLY
from liaison_app.store.tables.declare import (
    Find,
    code,
    day,
    flag,
    journalled_table,
    link_table,
    moment,
    money,
    number,
    part_table,
    partial,
    record_table,
    to,
    words,
)

trip = record_table(
    "trip",
    words("title", Find.NAME),
    code("direction"),
    code("kind"),
    to("principal_id", "person"),
    to("lead_id", "person"),
    day("start_on"),
    day("end_on"),
    words("places", Find.WORDS),
    words("purpose", Find.WORDS),
    words("objectives", Find.WORDS),
    code("status", default="planned"),
    *money("budget", readers=OURS_ONLY),
    words("hotel", readers=CONTACT),
    words("emergency_notes", readers=OURS_ONLY),
    words("notes", Find.WORDS, OURS_ONLY),
    code("marking"),
    readers="hq",
    indexes=("start_on,n,found_at",),
)

trip_member = part_table(
    "trip_member",
    "trip",
    to("person_id", "person"),
    code("role"),
    code("track"),
    code("order_key"),
    indexes=("person_id",),
)

leg = part_table(
    "leg",
    "trip",
    code("kind"),
    moment("start_at"),
    moment("end_at"),
    code("start_zone"),
    code("end_zone"),
    words("from_place"),
    words("to_place"),
    words("title"),
    words("details"),
    words("confirmation", readers=OURS_ONLY),
    words("contact", readers=OURS_ONLY),
    words("contact_phone", readers=OURS_ONLY),
    words("press"),
    words("dress"),
    code("track"),
    code("status", default="planned"),
)
"""One line of an itinerary that is not an engagement. ``kind``: flight, train, drive, meal, site,
free or ron (remain overnight). Without ``track`` and members it is for the whole delegation."""

leg_member = link_table("leg_member", "leg", "person")

engagement = record_table(
    "engagement",
    words("title", Find.NAME),
    code("kind"),
    code("direction"),
    code("role"),
    code("level"),
    code("status", default="planned"),
    *partial("held"),
    moment("start_at"),
    moment("end_at"),
    code("zone"),
    words("venue", Find.WORDS),
    to("jurisdiction_id", "jurisdiction"),
    to("trip_id", "trip"),
    to("part_of_id", "engagement"),
    code("track"),
    code("host_side"),
    words("requested_by"),
    words("purpose", Find.WORDS),
    words("our_role"),
    words("objectives", Find.WORDS),
    code("press"),
    words("press_guidance"),
    code("language"),
    code("interpreter"),
    words("dress"),
    words("logistics"),
    words("background", Find.WORDS),
    words("not_for_disclosure", Find.WORDS, OURS_ONLY),
    words("watch_outs", Find.WORDS, OURS_ONLY),
    words("notes", Find.WORDS, OURS_ONLY),
    words("decisions", Find.WORDS),
    words("readout", Find.WORDS),
    day("follow_up_on"),
    moment("finalised_at"),
    code("marking"),
    readers="hq",
    scope="jurisdiction_id",
    indexes=("jurisdiction_id,held_on", "held_on,status", "trip_id", "part_of_id"),
)
"""``held``: the day (or month, quarter…) in the venue's zone; ``start_at``/``end_at`` when known."""

engagement_jurisdiction = link_table("engagement_jurisdiction", "engagement", "jurisdiction")
engagement_organization = link_table("engagement_organization", "engagement", "organization")

participation = part_table(
    "participation",
    "engagement",
    to("person_id", "person"),
    words("unnamed", readers=CONTACT),
    words("title_as_of", readers=CONTACT),
    code("side"),
    code("role"),
    code("order_key"),
    words("seat"),
    code("answer"),
    flag("came"),
    to("instead_of_id", "person"),
    words("note", readers=OURS_ONLY),
    indexes=("person_id",),
)
"""``unnamed``: somebody known only as "+1". ``answer``: invited, accepted or declined; ``came``:
was there; ``instead_of_id``: whom they were sent for. ``side``: ours, theirs or third."""

scenario_step = part_table(
    "scenario_step",
    "engagement",
    code("order_key"),
    number("minutes"),
    words("what"),
    words("lead"),
    code("press"),
)

talking_point = part_table(
    "talking_point",
    "engagement",
    code("kind", readers=OURS_ONLY),
    code("likelihood", readers=OURS_ONLY),
    words("text", Find.WORDS, OURS_ONLY),
    words("addressed_to", readers=OURS_ONLY),
    words("background", readers=OURS_ONLY),
    code("order_key"),
)
"""``kind``: raise, if_raised, avoid or deliver."""

topic = journalled_table("topic", words("name", Find.NAME))
engagement_topic = link_table("engagement_topic", "engagement", "topic")
priority = journalled_table("priority", code("code"))
engagement_priority = link_table("engagement_priority", "engagement", "priority")
jurisdiction_priority = link_table("jurisdiction_priority", "jurisdiction", "priority")
