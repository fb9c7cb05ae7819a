"""Files kept with records, and the versions of packets that were printed (DESIGN 3, DOMAIN 8.2)."""

from sqlalchemy import Column, Integer, LargeBinary

from liaison_app.domain.audience import CONTACT, OURS_ONLY
from liaison_app.store.tables.declare import (
    Find,
    code,
    day,
    journalled_table,
    local_table,
    moment,
    number,
    part_table,
    to,
    words,
)
from liaison_app.store.tables.types import Code

attachment = journalled_table(
    "attachment",
    code("about_kind"),
    to("about_id", "any"),
    words("name", Find.WORDS, CONTACT),
    words("caption", Find.WORDS, CONTACT),
    code("role"),
    code("media_type"),
    number("size"),
    code("sha256"),
    day("taken_on"),
    code("permission", default="unknown"),
    words("permission_note", readers=OURS_ONLY),
    words("source", readers=OURS_ONLY),
    code("marking"),
    code("order_key"),
    indexes=("about_id", "sha256"),
)
"""A file of a record. ``role``: portrait, photo, document, text or mail. ``permission``: whether a
person or a nation agreed to a photo being used. The bytes are in ``blob``, once for all copies."""

blob = local_table(
    "blob",
    Column("sha256", Code, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""The bytes of attachments and of what packet versions were made from, by their digest in hex."""

packet = journalled_table(
    "packet",
    to("trip_id", "trip"),
    to("engagement_id", "engagement"),
    number("version"),
    moment("as_of"),
    code("variant"),
    code("audience"),
    to("party_id", "any"),
    code("paper"),
    code("marking"),
    number("pages"),
    code("sha256"),
    code("content_sha256"),
    words("note", readers=OURS_ONLY),
    indexes=("trip_id", "engagement_id"),
)
"""One version of a packet: what it was made from (``content_sha256``, a blob) and the file it became."""

packet_copy = part_table(
    "packet_copy",
    "packet",
    number("copy_number"),
    to("person_id", "person"),
    words("holder", readers=OURS_ONLY),
    day("handed_on"),
    day("returned_on"),
    day("destroyed_on"),
    words("note", readers=OURS_ONLY),
)
