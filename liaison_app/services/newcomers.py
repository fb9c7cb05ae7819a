"""People entered on the way, while a meeting is captured: each draft once, with the post it names."""

from uuid import UUID

from liaison_app.services.drafts import PersonDraft, Who
from liaison_app.services.editing import Writing, add_in, living_row
from liaison_app.services.facts import OfficeFacts
from liaison_app.services.offices import NewPost, appoint_in, enter_post
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
            facts: OfficeFacts = {
                "organization_id": organization_id,
                "jurisdiction_id": self._jurisdiction,
            }
            self._posts[key] = enter_post(self._write, NewPost(title, facts))
        return self._posts[key]
