"""For whom a copy is, in words, and what it is marked with."""

from liaison_app.domain.audience import Reader
from liaison_app.domain.markings import check_marking
from liaison_app.services.office import DEFAULT_MARKING, setting_in
from liaison_app.services.redaction import Released
from liaison_app.store.tables.people import person
from liaison_app.store.tables.places import jurisdiction, organization
from liaison_app.system.messages import text

_CALLED = ((jurisdiction, "name"), (organization, "name"), (person, "full_name"))


def said_audience(released: Released) -> str:
    """For whom a copy is: headquarters by the office's own word, a partner by its name."""
    audience = released.audience
    if audience.reader is Reader.HQ:
        return setting_in(released.connection, "hq_word") or text("audience.hq")
    if audience.party is not None:
        for table, name in _CALLED:
            for row in released.get(table, [audience.party]).values():
                return str(getattr(row, name))
    return text(f"audience.{audience.reader.value}")


def marking_of(released: Released, own: str | None = None) -> str:
    """The marking of a copy: the record's own, or the office's.

    A copy that leaves can't be marked as internal to the office: instead of that default it says to
    whom it was released. Refuses a classified marking, however it came into the office.
    """
    marking = check_marking(own or setting_in(released.connection, "marking") or DEFAULT_MARKING)
    if marking == DEFAULT_MARKING and not released.audience.is_ours:
        return text("marking.released", audience=said_audience(released))
    return marking
