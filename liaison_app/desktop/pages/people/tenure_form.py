"""The editor of a tenure: who takes which office from when to when, and what is known of the term.

Taking office names the post by place or organization and title; one that isn't here yet is entered in the same step.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast
from uuid import UUID

from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.parts.segmented import Switch
from liaison_app.desktop.records.form import Ask, Asks, RecordForm, Section
from liaison_app.desktop.records.record_field import RecordField
from liaison_app.desktop.records.rows import holders
from liaison_app.desktop.records.words import short_day
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services import offices
from liaison_app.services.editing import Done
from liaison_app.services.office import Office
from liaison_app.services.offices import NewPost
from liaison_app.services.pages.tenure import TenurePage
from liaison_app.services.rows import Named, OfficeRow
from liaison_app.system.messages import text

_FACTS: Mapping[str, str] = {
    "took_office_on": "start_on",
    "left_office_on": "end_on",
    "standing": "standing",
    "term_ends_on": "term_ends_on",
    "next_election_on": "next_election_on",
    "source": "source",
    "verified_on": "verified_on",
}
"""The field of a tenure that each field of the form fills."""

_OF_POST = ("native_title", "how_filled", "is_head")
_TERM = Section(
    text("section.term"),
    (
        Ask("took_office_on", Asks.DAY, note=text("note.took_office_on")),
        Ask("left_office_on", Asks.DAY, note=text("note.left_office_on")),
        Ask("standing", Asks.CODE, of="standing", must=True),
        Ask("term_ends_on", Asks.DAY, ahead=True),
        Ask("next_election_on", Asks.DAY, ahead=True),
        Ask("verified_on", Asks.DAY),
        Ask("source", span=3, note=text("note.tenure_source")),
    ),
)
_OFFICE = Section(
    text("section.which_office"),
    (
        Ask("jurisdiction_id", Asks.RECORD, of=Kind.JURISDICTION, note=text("note.of_place")),
        Ask("organization_id", Asks.RECORD, of=Kind.ORGANIZATION, note=text("note.of_body")),
        Ask("office_id", Asks.RECORD, of=Kind.OFFICE, free="office_title", must=False),
    ),
)
_NEW_OFFICE = Section(
    text("section.new_office"),
    (
        Ask("native_title", note=text("note.native_title")),
        Ask("how_filled", Asks.CODE, of="how_filled"),
        Ask("is_head", Asks.FLAG, note=text("note.is_head")),
    ),
)
_PREDECESSOR = Section(text("section.predecessor"), (Ask("end_predecessor", Asks.FLAG, span=3),))
_AT_NEW, _AT_PREDECESSOR = 1, 2


class TakingOffice(RecordForm):
    """The form for taking office. It asks more of an office that isn't here yet, and offers to end a predecessor."""

    def __init__(self, session: Session, person: Named) -> None:
        super().__init__(
            session,
            text("tenure.of", name=person.title),
            (_OFFICE, _NEW_OFFICE, _PREDECESSOR, _TERM),
            {"standing": "holder", "verified_on": session.today},
            {},
        )
        self._person = person.id
        self._place = cast("RecordField", self.field("jurisdiction_id"))
        self._body = cast("RecordField", self.field("organization_id"))
        self._post = cast("RecordField", self.field("office_id"))
        self._ending = cast("Switch", self.field("end_predecessor"))
        self._asked: object = None
        self._post.within = self._where
        for one in (self._place, self._body, self._post):
            one.textChanged.connect(lambda _: self._ask())
            one.settled.connect(self._ask)
        self.show_section(_AT_NEW, on=False)
        self.show_section(_AT_PREDECESSOR, on=False)

    def save(self, another: bool = False) -> None:
        """An office is needed, and a new one must say whose it is."""
        typed = self._post.text().strip()
        if not typed:
            self.complain("office_id", text("tenure.which_office"))
        elif self._post.named is None and not (self._place.id or self._body.id):
            self.complain("jurisdiction_id", text("tenure.whose_office", title=typed))
        elif self._ending.isChecked() and not cast("Field", self.field("took_office_on")).text():
            self.complain("took_office_on", text("tenure.which_day"))
        else:
            self.explain("office_id", "")
            self.explain("jurisdiction_id", text("note.of_place"))
            super().save(another)

    def _where(self) -> str:
        place = self._place.named
        return f"jurisdiction:{place.ref}" if place is not None and place.ref else ""

    def _ask(self) -> None:
        """Look who holds the office that was typed; the rest of the form follows from that."""
        session, person = self._session, self._person
        named, typed = self._post.id, self._post.text().strip()
        body, place = self._body.id, self._place.id
        asked = (named, typed, body, place)
        if asked == self._asked:
            return
        self._asked = asked
        post: UUID | NewPost = named or NewPost(
            typed, {"organization_id": body, "jurisdiction_id": place}
        )
        if not typed:
            self._offer(None, person, new=False)
            return
        session.tasks.read(
            lambda: offices.post_named(session.office, post),
            lambda row: self._offer(row, person, new=row is None),
            owner=self,
            slot="post",
        )

    def _offer(self, row: OfficeRow | None, person: UUID, *, new: bool) -> None:
        self.show_section(_AT_NEW, on=new)
        before = row is not None and any(one.id != person for one in row.holders)
        self.show_section(_AT_PREDECESSOR, on=before)
        if row is not None and self._post.named is None:
            self._post.take_as(row)
        if not before:
            self._ending.setChecked(False)
        elif row is not None:
            since = short_day(row.since, self._session.today) if row.since else text("date.none")
            words = text("tenure.predecessor", name=holders(row)[0], since=since)
            self.explain("end_predecessor", words)


def change_form(session: Session, data: TenurePage) -> RecordForm:
    """The form for a tenure that is here."""
    known = {name: data.fields.get(column) for name, column in _FACTS.items()}
    where = data.office.organization or data.office.jurisdiction
    title = f"{data.office.title}, {where.title}" if where is not None else data.office.title
    term = Section(title, _TERM.asks)
    return RecordForm(session, data.person.title, (term,), known, {})


def appoint(office: Office, person: UUID, whole: Mapping[str, object]) -> Done:
    """Enter that a person took office, and the office if it isn't here yet. The result names the person."""
    post = whole["office_id"]
    if not isinstance(post, UUID):
        facts = {name: whole[name] for name in (*_OF_POST, "organization_id", "jurisdiction_id")}
        post = NewPost(str(whole["office_title"] or ""), cast("Any", facts))
    done = offices.appoint(
        office,
        post,
        person,
        end_predecessor=bool(whole["end_predecessor"]),
        **cast("Any", _facts(whole)),
    )
    return replace(done, id=person)


def change(office: Office, data: TenurePage, given: Mapping[str, object]) -> Done:
    """Change what is known of a tenure. The result names the person."""
    done = offices.change_tenure(office, data.id, **cast("Any", _facts(given)))
    return replace(done, id=data.person.id)


def _facts(values: Mapping[str, object]) -> dict[str, object]:
    return {column: values[name] for name, column in _FACTS.items() if name in values}
