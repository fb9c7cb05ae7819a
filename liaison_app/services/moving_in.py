"""An office that lies in a shared place: said so, and moved to this computer if the officer wants.

Asked once: who leaves it there isn't asked again. The words for the place come with it.
"""

import json
from contextlib import suppress
from pathlib import Path

from liaison_app.domain.errors import Refusal
from liaison_app.services.office import Office, open_with
from liaison_app.store import moving
from liaison_app.store.node import Profile
from liaison_app.system.files import write_whole
from liaison_app.system.messages import text
from liaison_app.system.paths import local_folder
from liaison_app.system.shared_places import shared_place


def warning(path: Path) -> str:
    """One sentence on the shared place that ``path`` lies in, or would; empty if it lies in none."""
    place = shared_place(path)
    if place is None:
        return ""
    return text("shared.cloud" if place.is_cloud else "shared.network", name=place.name)


def to_ask(office: Office) -> str:
    """The same of an open office, unless the officer already said to leave it there."""
    said = warning(office.path)
    return said if said and _name(office) not in _left(office.profile) else ""


def leave_there(office: Office) -> None:
    """Remember not to ask again."""
    with suppress(Refusal):
        kept = [*_left(office.profile), _name(office)]
        write_whole(_file(office.profile), json.dumps(kept).encode())


def home_for(path: Path) -> Path:
    """Where an office called like the one at ``path`` would be on this computer: the first name free."""
    folder = local_folder()
    number, free = 2, folder / path.name
    while free.exists():
        free = folder / f"{path.stem}-{number}{path.suffix}"
        number += 1
    return free


def move_in(office: Office, target: Path) -> tuple[Office, str]:
    """Move an open office to ``target``, leaving a checked backup; returns it, open there, and what to
    say of it. Refused with the office as it was, but closed."""
    path, key = office.path, office.store.key
    office.close()
    moved = moving.move_office(path, key, target, office.clock)
    said = text("moving.moved", path=target, left=moved.backup)
    if moved.old is not None:
        said = f"{said} {text('moving.old_stays', path=moved.old)}"
    return open_with(target, key, office.clock, office.profile), said


def _left(profile: Profile) -> list[str]:
    try:
        found = json.loads(_file(profile).read_text())
    except (OSError, ValueError):
        return []
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def _file(profile: Profile) -> Path:
    return profile.path.with_name("left-in-shared-places.json")


def _name(office: Office) -> str:
    return office.store.key.salt.hex()
