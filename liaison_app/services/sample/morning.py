"""A morning's work in the sample office: a few ordinary steps, so that history and undo show some."""

from liaison_app.services import commitments, engagements, people
from liaison_app.services.office import Office
from liaison_app.services.sample.book import Book


def work(office: Office, book: Book) -> None:
    """Verify a contact, move a lunch to the front room, keep a promise."""
    people.verify(office, book.id("person", "iwanaga"), "Her e-mail of this morning")
    engagements.change(
        office,
        book.id("engagement", "consul_lunch"),
        venue="Restaurant on Gold Avenue, front room: the back room is being painted",
    )
    commitments.fulfil(
        office,
        book.id("commitment", "isotopes"),
        on=book.today,
        note="Two seats behind first base, within the limit; receipt in the register.",
    )
