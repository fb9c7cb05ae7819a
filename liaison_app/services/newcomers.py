"""People entered on the way, while a meeting is captured: each draft once, with the post it names."""

from uuid import UUID

from sqlalchemy import select

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
        self._posts: dict[tuple[str, UUID | None], UUID] = {}

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
            post_id = self._post(draft.title.strip(), draft.organization_id)
            appoint_in(self._write, post_id, made, {"source": self._source})
        return made

    def _post(self, title: str, organization_id: UUID | None) -> UUID:
        """The post of that title there, entered now if need be."""
        key = sort_key(title), organization_id
        if key not in self._posts:
            self._posts[key] = self._known(*key) or add_in(
                self._write,
                post,
                {
                    "title": title,
                    "organization_id": organization_id,
                    "jurisdiction_id": self._jurisdiction,
                },
            )
        return self._posts[key]

    def _known(self, title_key: str, organization_id: UUID | None) -> UUID | None:
        if organization_id is not None:
            there = post.c.organization_id == organization_id
        else:
            there = post.c.jurisdiction_id == self._jurisdiction
        known = select(post.c.id).where(living(post), post.c.sort_key == title_key, there)
        found: UUID | None = self._write.records.connection.scalar(known.order_by(post.c.n))
        return found
