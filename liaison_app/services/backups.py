"""Automatic backups: in a folder beside the office, and in a second place that may be away.

One is due half an hour after the last if anything was written since, when the office is left, and
before what is hard to look through afterwards (an import, a merge). Each is opened with the key and
checked before it counts; old ones make room (``domain/thinning.py``). What goes wrong never stops
anybody's work: it is told, and tried again.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from liaison_app.domain import thinning
from liaison_app.domain.errors import Refusal
from liaison_app.services.office import Office
from liaison_app.store import backup as store
from liaison_app.store import backup_log as log
from liaison_app.store.backup import Backup as Backup
from liaison_app.store.copies import folder_of
from liaison_app.system import messages

EVERY = timedelta(minutes=30)
"""From one backup to the next, while something is being written."""

AGAIN = timedelta(minutes=5)
"""From a try that failed to the next."""

Watch = Callable[[int, int], None]

_WHY = {
    "store.disk_full": "backup.disk_full",
    "file.disk_full": "backup.disk_full",
    "file.folder_missing": "backup.folder_missing",
    "file.folder_read_only": "backup.read_only",
    "store.read_only": "backup.read_only",
    "store.cannot_open": "backup.medium_failed",
    "store.medium_failed": "backup.medium_failed",
    "file.failed": "backup.medium_failed",
    "file.name_unfit": "backup.medium_failed",
    "backup.read_only": "backup.read_only",
    "backup.medium_failed": "backup.medium_failed",
    "backup.not_sound": "backup.not_sound",
    "store.damaged": "store.damaged",
    "store.busy": "store.busy",
}
"""What keeps a backup from being made, as it is told of one."""


@dataclass(frozen=True)
class Outcome:
    """What became of one backup: ``made`` and the old ones that made room for it, or a sentence on
    why there is none and what to do."""

    folder: Path
    made: Backup | None = None
    removed: tuple[Path, ...] = ()
    fault: str = ""


@dataclass(frozen=True)
class Place:
    """A folder that backups go to. ``there``: it can be written to now; ``last``: when the last one was
    made there; ``behind``: it lacks something written since; ``fault``: what went wrong last, a
    sentence, empty if nothing has since."""

    folder: Path
    there: bool
    last: datetime | None
    behind: bool
    fault: str

    @property
    def name(self) -> str:
        """What people call it."""
        return self.folder.name or str(self.folder)


@dataclass(frozen=True)
class Standing:
    """How the office is backed up: in its own folder, and in the second place if one is chosen."""

    own: Place
    second: Place | None


def own_folder(office: Office) -> Path:
    """Where backups go by themselves: beside the office."""
    return folder_of(office.path.absolute())


def folders(office: Office) -> tuple[Path, ...]:
    """Every folder that backups of this office go to."""
    with office.read() as connection:
        second = log.second_place(connection)
    return (own_folder(office), *([] if second is None else [second]))


def been_in(office: Office) -> tuple[Path, ...]:
    """Every folder that a backup of this office ever went to: its second place, those before it, those
    that somebody named."""
    with office.read() as connection:
        second = log.second_place(connection)
    chosen = [] if second is None else [second]
    return tuple(dict.fromkeys([*chosen, *(one.parent for one in entered(office))]))


def entered(office: Office) -> tuple[Path, ...]:
    """Every backup that this copy of the office made, whether it is still there or not."""
    with office.read() as connection:
        return log.entered(connection)


def older(office: Office, folders: Iterable[Path] = ()) -> tuple[Path, ...]:
    """The backups beside the office, in its own folder and in these that open with an older passphrase."""
    made = frozenset(entered(office))
    found = {
        one.resolve()
        for folder in (office.path.absolute().parent, own_folder(office), *folders)
        for one in store.shut_in(office.store, folder, made)
    }
    return tuple(sorted(found))


def away(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Those of these folders that can't be looked through now."""
    return tuple(one for one in folders if not _can_be_looked_through(one))


def choose_second_place(office: Office, folder: Path | None) -> None:
    """Have backups go to this folder too (a stick, a share: it may be away at times), or to none."""
    if folder is not None:
        if not _is_there(folder):
            raise Refusal("backup.folder_missing", folder=folder)
        if folder.resolve() in (own_folder(office).resolve(), office.path.parent.resolve()):
            raise Refusal("backup.second_is_first", folder=folder)
    log.choose_second_place(office.store, folder)


def standing(office: Office) -> Standing:
    """How the office is backed up now."""
    with office.read() as connection:
        own = _place(connection, own_folder(office))
        second = log.second_place(connection)
        if second is None:
            return Standing(own, None)
        return Standing(own, _place(connection, second, may_be_away=True))


def due(office: Office, *, leaving: bool = False) -> tuple[Path, ...]:
    """The folders that a backup is due in: something was written since the last one there, and that
    is half an hour ago, or the office is being left. One that is away is not due."""
    now = office.clock.now()
    with office.read() as connection:
        own, second = own_folder(office), log.second_place(connection)
        wanted = [own] if second is None or not _is_there(second) else [own, second]
        return tuple(one for one in wanted if _is_due(connection, one, now, leaving=leaving))


def make(office: Office, wanted: Iterable[Path], watch: Watch | None = None) -> list[Outcome]:
    """Make a backup in each of these folders, and let old ones go. What fails is told, not raised."""
    return [_try(office, folder, "", watch) for folder in wanted]


def make_all(office: Office, watch: Watch | None = None) -> list[Outcome]:
    """Make a backup now in every folder that backups go to, whether something changed or not."""
    return make(office, folders(office), watch)


def make_before(office: Office, what: str) -> Outcome | None:
    """Make sure that the way back from an import or a merge is there; None if it was already.

    Where nothing was written since the last backup, that one becomes the way back. Merges come in
    rows: one backup before the first of them is enough for half an hour.
    """
    own, zone = own_folder(office), ZoneInfo(office.setting("zone", "UTC"))
    with office.read() as connection:
        last, newest = _last_there(connection, own), log.newest_step(connection)
    if last is not None and last.step == newest and _is_way_back(office, last, what):
        return None
    if what == "merge":
        earlier = [
            one.made_at for one in store.kept_in(office.store, own, zone) if one.before == what
        ]
        if earlier and office.clock.now() - max(earlier) < EVERY:
            return None
    return _try(office, own, what, None)


def copy_to(office: Office, folder: Path, watch: Watch | None = None) -> Backup:
    """Copy the office into a folder that somebody names, and check the copy. Refused as files are."""
    made = store.backup(office.store, folder, watch, zone=ZoneInfo(office.setting("zone", "UTC")))
    with suppress(Refusal):
        log.enter(office.store, made, by_hand=True)
    return made


def _place(connection: Connection, folder: Path, *, may_be_away: bool = False) -> Place:
    failure, there = log.failure_in(connection, folder), _is_there(folder)
    look = log.last_in if may_be_away and not there else _last_there
    last = look(connection, folder)
    return Place(
        folder=folder,
        there=there,
        last=None if last is None else last.made_at,
        behind=last is None or last.step != log.newest_step(connection),
        fault="" if failure is None else messages.text(failure.why, folder=folder),
    )


def _is_due(connection: Connection, folder: Path, now: datetime, *, leaving: bool) -> bool:
    """By the distance of instants: a clock that was set back must not put backups off."""
    failure, last = log.failure_in(connection, folder), _last_there(connection, folder)
    if failure is not None and not leaving and abs(now - failure.at) < AGAIN:
        return False
    if last is None:
        return True
    return last.step != log.newest_step(connection) and (
        leaving or abs(now - last.made_at) >= EVERY
    )


def _last_there(connection: Connection, folder: Path) -> Backup | None:
    last = log.last_in(connection, folder)
    with suppress(OSError):  # its folder is out of reach
        return last if last is not None and last.path.is_file() else None
    return None


def _is_there(folder: Path) -> bool:
    """A stick pulled out or a share cut off is away, whatever the system calls it."""
    try:
        return folder.is_dir()
    except OSError:
        return False


def _can_be_looked_through(folder: Path) -> bool:
    try:
        next(folder.iterdir(), None)
    except OSError:
        return False
    return True


def _try(office: Office, folder: Path, before: str, watch: Watch | None) -> Outcome:
    try:
        zone = ZoneInfo(office.setting("zone", "UTC"))
        if folder == own_folder(office):
            _make_folder(folder)
        made = store.backup(office.store, folder, watch, before=before, zone=zone)
    except Refusal as refusal:
        return _nothing_made(office, folder, refusal)
    except OSError:
        return _nothing_made(office, folder, Refusal("backup.medium_failed"))
    with suppress(Refusal):  # the copy is there, whether it could be entered or not
        log.enter(office.store, made)
    return Outcome(folder, made, _thin(office, folder, zone))


def _nothing_made(office: Office, folder: Path, refusal: Refusal) -> Outcome:
    why = _WHY.get(refusal.code, "backup.failed")
    with suppress(Refusal):
        log.enter_failure(office.store, folder, log.Failure(office.clock.now(), why))
    told = _WHY.get(refusal.code, refusal.code)
    return Outcome(folder, fault=messages.text(told, **refusal.params | {"folder": folder}))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as fault:
        raise Refusal("backup.read_only", folder=folder) from fault


def _thin(office: Office, folder: Path, zone: ZoneInfo) -> tuple[Path, ...]:
    """Let old backups go."""
    gone = []
    with suppress(OSError, Refusal):  # room is made another time
        for path in _surplus(office, folder, zone):
            with suppress(OSError):
                path.unlink()
                gone.append(path)
    with suppress(Refusal):
        log.forget(office.store, gone)
    return tuple(gone)


def _surplus(office: Office, folder: Path, zone: ZoneInfo) -> list[Path]:
    """What may go, of that too that restoring and migrating kept beside the office. Never what another
    copy of the office made, or somebody by hand: what is in it may be nowhere else."""
    with office.read() as connection:
        ours = log.made_by_itself(connection, folder)
    kept = [one for one in store.kept_in(office.store, folder, zone) if one.path in ours]
    if folder == own_folder(office):
        beside = store.kept_in(office.store, office.path.parent, zone)
        kept += [one for one in beside if one.before in ("restore", "migration")]
    paths: dict[thinning.Backup, Path] = {
        thinning.Backup(one.made_at, one.size, one.before): one.path for one in kept
    }
    size = office.path.stat().st_size
    return [paths[one] for one in thinning.surplus(paths, office.clock.now(), size, zone)]


def _is_way_back(office: Office, last: Backup, what: str) -> bool:
    """Whether the last backup is the way back, or could be named so."""
    named = store.as_way_back(last.path, what)
    if named is None:
        return True
    try:
        if named.exists():
            return False
        last.path.rename(named)
    except OSError:
        return False
    with suppress(Refusal):  # its name says it, whether it could be entered or not
        log.rename(office.store, last.path, named)
    return True
