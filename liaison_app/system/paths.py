"""Where Liaison keeps what belongs to this user on this machine, and not to an office."""

import os
from pathlib import Path

from platformdirs import user_data_path, user_documents_path

from liaison_app.system.shared_places import shared_place


def profile_folder() -> Path:
    """The folder of this user's profile: recent offices, what was last seen of each. Made if missing.

    The platform's own place for such data, or the folder that ``LIAISON_HOME`` names (an office on a
    stick, a trial). Only its owner can look into it.
    """
    named = os.environ.get("LIAISON_HOME")
    folder = Path(named) if named else user_data_path("liaison", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def local_folder() -> Path:
    """A folder of this user's for offices that no service keeps alike elsewhere. Made if missing."""
    documents = user_documents_path()
    if documents.is_dir() and shared_place(documents / "x") is None:
        return documents
    folder = profile_folder() / "offices"
    folder.mkdir(exist_ok=True)
    return folder
