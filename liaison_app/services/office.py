"""An open office: the store behind it, the clock, and what the office says about itself.

Every service takes the office first: ``commitments.fulfil(office, id, on=…)``.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection, select

from liaison_app.domain import codes
from liaison_app.domain.errors import Refusal
from liaison_app.domain.ids import named_id, new_id
from liaison_app.store import office_file, recovery
from liaison_app.store.door import Store
from liaison_app.store.key import Key
from liaison_app.store.node import Profile as Profile
from liaison_app.store.records import Records
from liaison_app.store.tables.house import setting
from liaison_app.store.tables.people import office as post
from liaison_app.store.tables.people import person, tenure
from liaison_app.store.tables.places import jurisdiction, organization
from liaison_app.system.clock import Clock

DEFAULT_MARKING = "OFFICE - internal"


@dataclass(frozen=True)
class Founding:
    """What is asked when an office is made. ``kind`` is a jurisdiction kind of DOMAIN 8.6, None while
    nobody has said; ``zone`` the IANA zone of its home."""

    officer: str
    office: str
    home: str
    kind: str | None
    zone: str = "UTC"
    country: str | None = None


@dataclass(frozen=True)
class Office:
    """An office that is open. Close it when done."""

    store: Store
    clock: Clock
    profile: Profile

    @property
    def path(self) -> Path:
        """The file of the office."""
        return self.store.path

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A snapshot to read from."""
        with self.store.read() as connection:
            yield connection

    def setting(self, key: str, default: str = "") -> str:
        """What the office set for ``key``: name, home, zone, marking, hq_word, paper…"""
        with self.read() as connection:
            return setting_in(connection, key, default)

    def set(self, key: str, value: str) -> None:
        """Set one of the office's settings, as a step."""
        with self.store.write("setting.change") as records:
            put_setting(records, key, value)

    def today(self) -> date:
        """Today in the office's own zone."""
        return self.clock.today(ZoneInfo(self.setting("zone", "UTC")))

    def close(self) -> None:
        """Close the file."""
        office_file.close(self.store, self.profile)


def found_office(
    path: Path,
    passphrase: str,
    founding: Founding,
    clock: Clock,
    profile: Profile,
    fill: Callable[[Office], None] = lambda _: None,
) -> Office:
    """Make an office and enter its home, itself and its officer as the first step, then ``fill`` it.

    The file appears when all of that is done; until then, and if it fails, nothing stands at ``path``.
    """
    for name in ("officer", "office", "home"):
        if not getattr(founding, name).strip():
            raise Refusal("office.name_missing", what=name)
    if founding.kind is not None:
        codes.check("jurisdiction_kind", founding.kind)
    check_zone(founding.zone)
    milliseconds = int(clock.now().timestamp() * 1000)
    officer_id, office_id = new_id(milliseconds), new_id(milliseconds)
    key = office_file.new_key(passphrase)

    def found(store: Store) -> None:
        with store.write("office.found", office_id) as records:
            _enter_founders(records, founding, officer_id, office_id)
        fill(Office(store, clock, profile))

    store = office_file.create(path, key, clock, officer_id, office_id, found)
    return Office(store, clock, profile)


def open_office(path: Path, passphrase: str, clock: Clock, profile: Profile) -> Office:
    """Open an office with its passphrase, or with the code of its recovery sheet."""
    key = office_file.key_for(path, passphrase)
    try:
        return open_with(path, key, clock, profile)
    except Refusal as refusal:
        if refusal.code == "office.wrong_passphrase" and recovery.reads_as_code(passphrase):
            raise Refusal("recovery.mistyped", path=path) from refusal
        raise


def open_with(path: Path, key: Key, clock: Clock, profile: Profile) -> Office:
    """Open an office with a key that was derived already."""
    return Office(office_file.open_office(path, key, clock, profile), clock, profile)


def recovery_code(office: Office) -> str:
    """What the recovery sheet says; whoever holds it opens the office."""
    return recovery.code_of(office.store.key)


def fingerprint(office: Office) -> str:
    """Which key opens the office, told without saying anything of it: ``3F2A 91C0 7B44 D6E8``."""
    return recovery.fingerprint_of(office.store.key)


def check_zone(name: str) -> str:
    """``name`` if it is an IANA time zone; refused as ``zone.unknown`` otherwise."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
        raise Refusal("zone.unknown", zone=name) from fault
    return name


def setting_in(connection: Connection, key: str, default: str = "") -> str:
    """A setting as a connection sees it."""
    found = connection.scalar(
        select(setting.c.value).where(setting.c.id == named_id("setting", key), ~setting.c.deleted)
    )
    return default if found is None else found


def put_setting(records: Records, key: str, value: str) -> None:
    """Set one of the office's settings within an open write."""
    row = named_id("setting", key)
    if records.one(setting, row) is None:
        records.add(setting, id=row, key=key, value=value)
    else:
        records.change(setting, row, value=value, deleted=False)


def _enter_founders(records: Records, founding: Founding, officer: UUID, office: UUID) -> None:
    home = records.add(
        jurisdiction,
        name=founding.home.strip(),
        kind=founding.kind,
        zone=founding.zone,
        country=founding.country,
    )
    records.add(
        organization,
        id=office,
        name=founding.office.strip(),
        kind="own_office",
        jurisdiction_id=home,
    )
    records.add(person, id=officer, full_name=founding.officer.strip(), is_ours=True)
    role = records.add(post, title="Liaison officer", organization_id=office, jurisdiction_id=home)
    records.add(tenure, person_id=officer, office_id=role, standing="holder")
    for key, value in (
        ("name", founding.office.strip()),
        ("home", str(home)),
        ("organization", str(office)),
        ("zone", founding.zone),
        ("marking", DEFAULT_MARKING),
        ("hq_word", "headquarters"),
        ("paper", "letter"),
    ):
        put_setting(records, key, value)
