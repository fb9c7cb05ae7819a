"""Where Liaison keeps what belongs to this user on this machine, and not to an office."""

import os
from pathlib import Path

from platformdirs import user_data_path


def profile_folder() -> Path:
    """The folder of this user's profile: recent offices, what was last seen of each. Made if missing.

    The platform's own place for such data, or the folder that ``LIAISON_HOME`` names (an office on a
    stick, a trial). Only its owner can look into it.
    """
    named = os.environ.get("LIAISON_HOME")
    folder = Path(named) if named else user_data_path("liaison", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
