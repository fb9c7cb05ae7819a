"""People entered on the way, while a meeting is captured: each draft once, with the post it names."""

from uuid import UUID

from sqlalchemy import or_, select

from liaison_app.services.drafts import PersonDraft, Who
from liaison_app.services.editing import Writing, add_in, living_row
from liaison_app.services.offices import appoint_in
from liaison_app.services.reading import living
from liaison_app.store.tables.people import office as post
from liaison_app.store.tables.people import person
from liaison_app.system.letters import sort_key


class Newcomers:
    """The people of one write: known ones checked, new ones entered when first named."""

    def __init__(self, write: Writing, jurisdiction_id: UUID | None, source: str) -> None:
        self._write = write
        self._jurisdiction = jurisdiction_id
        self._source = source
        self._entered: dict[PersonDraft, UUID] = {}

    def enter(self, who: Who) -> UUID:
        """The person's id, entered now if need be."""
        if isinstance(who, UUID):
            living_row(self._write, person, who)
            return who
        if who not in self._entered:
            self._entered[who] = self._add(who)
        return self._entered[who]

    def _add(self, draft: PersonDraft) -> UUID:
        given = {"full_name": draft.full_name, "source": self._source, **draft.facts}
        made = add_in(self._write, person, given)
        if draft.title and draft.title.strip():
            appoint_in(self._write, self._post(draft), made, {"source": self._source})
        return made

    def _post(self, draft: PersonDraft) -> UUID:
        title = (draft.title or "").strip()
        places = [post.c.organization_id == draft.organization_id]
        if draft.organization_id is None:
            places = [post.c.jurisdiction_id == self._jurisdiction]
        known = select(post.c.id).where(
            living(post), post.c.sort_key == sort_key(title), or_(*places)
        )
        found: UUID | None = self._write.records.connection.scalar(known.order_by(post.c.n))
        if found is not None:
            return found
        given = {
            "title": title,
            "organization_id": draft.organization_id,
            "jurisdiction_id": self._jurisdiction,
        }
        return add_in(self._write, post, given)
