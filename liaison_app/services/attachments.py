"""Attachments: files kept with a record, inside the office's one encrypted file.

The bytes stand once in ``blob``, by their digest; the journal holds the digest alone. Undo of
attaching or detaching leaves the bytes where they are: only erasure drops what nothing names.
"""

import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypedDict, Unpack
from uuid import UUID

from sqlalchemy import func, select

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.domain.order import between
from liaison_app.services.editing import Done, add_in, change_in, living_row, ref_in, writing
from liaison_app.services.happened import happened_on
from liaison_app.services.office import Office
from liaison_app.services.reading import TABLES, Looking, looking
from liaison_app.store import blobs
from liaison_app.store.tables.papers import attachment

LARGEST = 25 * 1024 * 1024
"""Bytes of the largest file that is kept with a record (DESIGN 3)."""

_PICTURES: Mapping[bytes, str] = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"%PDF-": "application/pdf",
}
"""How files begin whose kind is known from their bytes, whatever they are called."""

_ROLES = (("image/", "photo"), ("message/", "mail"), ("text/", "text"))


class AttachmentFacts(TypedDict, total=False):
    """What is said of a file."""

    caption: str | None
    role: str | None
    taken_on: date | None
    source: str | None
    marking: str | None


@dataclass(frozen=True)
class Attached:
    """A file of a record. ``permission``: whether whoever is shown agreed to its use, with
    ``permission_note`` saying who said so and when."""

    id: UUID
    name: str
    caption: str | None
    role: str | None
    media_type: str
    size: int
    sha256: str
    taken_on: date | None
    permission: str
    permission_note: str | None


def attach(
    office: Office,
    kind: Kind,
    record_id: UUID,
    name: str,
    content: bytes,
    **facts: Unpack[AttachmentFacts],
) -> Done:
    """Keep a file with a record; returns the attachment. Refuses an empty file and one above 25 MB."""
    if not content:
        raise Refusal("attachment.empty", name=name)
    if len(content) > LARGEST:
        raise Refusal("attachment.too_large", name=name, size=-(-len(content) // 1_000_000))
    media_type = media_type_of(name, content)
    with writing(office, "attachment.attach", record_id) as write:
        living_row(write, TABLES[kind], record_id)
        a = attachment.c
        last = write.records.connection.scalar(
            select(func.max(a.order_key)).where(~a.deleted, a.about_id == record_id)
        )
        given: dict[str, object] = {"about_kind": kind.value, "about_id": record_id, "name": name}
        given |= {"size": len(content), "sha256": blobs.keep(write.records.connection, content)}
        given |= {"media_type": media_type, "role": _role_of(media_type), **facts}
        made = add_in(write, attachment, {**given, "order_key": between(last, None)})
        ref = ref_in(write, TABLES[kind], record_id)
    return Done(made, ref, write.records.step)


def attach_file(
    office: Office, kind: Kind, record_id: UUID, path: Path, **facts: Unpack[AttachmentFacts]
) -> Done:
    """Keep a copy of a file with a record, under the file's name. It isn't read beyond 25 MB."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as fault:
        raise Refusal("attachment.unreadable", path=path) from fault
    return attach(office, kind, record_id, path.name, content, **facts)


def change(office: Office, attachment_id: UUID, **facts: Unpack[AttachmentFacts]) -> Done:
    """Change what is said of a file."""
    with writing(office, "attachment.change") as write:
        row = living_row(write, attachment, attachment_id)
        write.records.subject = row.about_id
        change_in(write, attachment, attachment_id, facts)
        ref = ref_in(write, TABLES[row.about_kind], row.about_id)
    return Done(attachment_id, ref, write.records.step)


def permit(
    office: Office, attachment_id: UUID, permission: str, by: str, on: date | None = None
) -> Done:
    """Say whether a photo may be used: asked, granted or refused, who said so and when."""
    if not by.strip():
        raise Refusal("attachment.by_whom")
    with writing(office, "attachment.permit") as write:
        row = living_row(write, attachment, attachment_id)
        write.records.subject = row.about_id
        note = f"{by.strip()}, {happened_on(write, on).isoformat()}"
        change_in(
            write, attachment, attachment_id, {"permission": permission, "permission_note": note}
        )
        ref = ref_in(write, TABLES[row.about_kind], row.about_id)
    return Done(attachment_id, ref, write.records.step)


def detach(office: Office, attachment_id: UUID) -> Done:
    """Take a file from its record. Undo brings it back; its bytes stay until something is erased."""
    with writing(office, "attachment.detach") as write:
        row = living_row(write, attachment, attachment_id)
        write.records.subject = row.about_id
        write.records.remove(attachment, attachment_id)
        ref = ref_in(write, TABLES[row.about_kind], row.about_id)
    return Done(attachment_id, ref, write.records.step)


def content_of(office: Office, attachment_id: UUID) -> bytes:
    """The bytes of a file. Refused where they are not here, or not those that were attached."""
    with looking(office) as look:
        a = attachment.c
        row = look.one(select(a.sha256, a.name).where(a.id == attachment_id, ~a.deleted))
        if row is None:
            raise Refusal("record.gone")
        content = blobs.content_of(look.connection, row.sha256)
    if content is None:
        raise Refusal("attachment.not_here", name=row.name)
    if hashlib.sha256(content).hexdigest() != row.sha256:
        raise Refusal("attachment.damaged", name=row.name)
    return content


def attachments_of(office: Office, kind: Kind, record_id: UUID) -> tuple[Attached, ...]:
    """The files of a record, in order."""
    table = TABLES[kind]
    with looking(office) as look:
        same = select(table.c.id).where(table.c.stands_for == record_id)
        return attached_to(look, kind, same)


def attached_to(look: Looking, kind: Kind, same: Any) -> tuple[Attached, ...]:
    """The files of a record (``same``: the ids that name it), within a look."""
    a = attachment.c
    chosen = select(attachment).where(~a.deleted, a.about_kind == kind.value, a.about_id.in_(same))
    return tuple(
        Attached(
            id=row.id,
            name=row.name or "",
            caption=row.caption,
            role=row.role,
            media_type=row.media_type or "",
            size=row.size or 0,
            sha256=row.sha256 or "",
            taken_on=row.taken_on,
            permission=row.permission,
            permission_note=row.permission_note,
        )
        for row in look.all(chosen.order_by(a.order_key, a.id))
    )


def media_type_of(name: str, content: bytes) -> str:
    """The media type (RFC 6838) by the first bytes, else by the ending of the name."""
    for beginning, known in _PICTURES.items():
        if content.startswith(beginning):
            return known
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def _role_of(media_type: str) -> str:
    return next((role for start, role in _ROLES if media_type.startswith(start)), "document")
