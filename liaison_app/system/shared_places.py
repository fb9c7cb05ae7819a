"""Places that others write to as well: folders that a service keeps alike on several computers, and
disks of other computers.

A working office doesn't belong there. A service copies a file while it's being written, and half of
it from each of two computers; over a network the locks that keep two writers apart often do nothing.
Known by the marks that services leave in their folders, by names, and by the kind of file system.
What can't be told: iCloud keeping "Documents" itself alike on a Mac, and disks of other computers on
a Mac.
"""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

_MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".tmp.driveupload": "Google Drive",
    ".tmp.drivedownload": "Google Drive",
    ".owncloudsync.log": "Nextcloud",
    ".nextcloudsync.log": "Nextcloud",
}
"""Files and folders that a service leaves at the top of what it keeps alike."""

_DATABASES = {"._sync_*.db": "Nextcloud", ".sync_*.db": "Nextcloud"}

_NAMES = (
    (r"Dropbox([ -].*)?", "Dropbox"),
    (r"OneDrive([ -].*)?", "OneDrive"),
    (r"Google ?Drive|My Drive|GoogleDrive-.*", "Google Drive"),
    (r"iCloud ?Drive|com~apple~CloudDocs", "iCloud Drive"),
    (r"Nextcloud\d*", "Nextcloud"),
    (r"ownCloud", "ownCloud"),
    (r"pCloud ?Drive", "pCloud"),
    (r"Proton ?Drive.*", "Proton Drive"),
    (r"MEGA|MEGAsync", "MEGA"),
    (r"Box|Box Sync|Box-Box", "Box"),
)
"""How the top folders of services are called; a folder on a Mac's CloudStorage begins so too."""

_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")

_REMOTE = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "9p", "afs", "ncpfs", "davfs", "ceph"),
        *("glusterfs", "lustre", "beegfs", "gfs2", "ocfs2", "vboxsf"),
        *("fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs", "fuse.glusterfs"),
        *("fuse.smbnetfs", "fuse.s3fs", "fuse.vmhgfs-fuse", "fuse.onedriver"),
    )
)
"""Kinds of file systems, as Linux names them, whose bytes lie on another computer."""

_DRIVE_REMOTE = 4


@dataclass(frozen=True)
class SharedPlace:
    """Whose place a file lies in: the ``name`` of a service, or of a kind of network disk."""

    name: str
    is_cloud: bool


def shared_place(
    path: Path,
    mounts: str | None = None,
    environ: Mapping[str, str] = os.environ,
    home: Path | None = None,
) -> SharedPlace | None:
    """What kind of shared place ``path`` (which needn't exist) lies in, None if in none that is known.

    ``mounts`` is the text of ``/proc/mounts``; read where there is one, if it isn't given.
    """
    real = Path(os.path.realpath(path))
    service = _service(real, environ, home or Path.home())
    if service is not None:
        return SharedPlace(service, is_cloud=True)
    kind = _network(str(path), real, _mounts() if mounts is None else mounts)
    return SharedPlace(kind, is_cloud=False) if kind is not None else None


def is_on_network(path: str, mounts: str | None = None) -> bool:
    """Whether ``path``, without links in it, lies on a disk of another computer; told from its name and
    from what is mounted, as looking at it would open a connection.
    """
    return _network(path, Path(path), _mounts() if mounts is None else mounts) is not None


def _service(path: Path, environ: Mapping[str, str], home: Path) -> str | None:
    if any(path.is_relative_to(environ[one]) for one in _VARIABLES if environ.get(one)):
        return "OneDrive"
    for folder in path.parents:
        named = _named(folder.name) if _may_be_named(folder, home) else None
        found = named or _marked(folder)
        if found is not None:
            return found
    return None


def _may_be_named(folder: Path, home: Path) -> bool:
    """Names count where services put their folders: in the user's own, or as a disk of their own.
    Elsewhere a folder called Box is a box."""
    usual = (home, *home.parents, home / "Library/CloudStorage", home / "Library/Mobile Documents")
    return folder.parent in usual or len(folder.parts) <= 3


def _named(name: str) -> str | None:
    return next((who for form, who in _NAMES if re.fullmatch(form, name)), None)


def _marked(folder: Path) -> str | None:
    try:
        for mark, who in _MARKS.items():
            if (folder / mark).exists():
                return who
        for form, who in _DATABASES.items():
            if any(folder.glob(form)):
                return who
    except OSError:
        pass
    return None


def _network(given: str, real: Path, mounts: str) -> str | None:
    if given.startswith(("\\\\", "//")):
        return "network"
    kind = _kind_of(real, _mount_points(mounts))
    if kind in _REMOTE:
        return kind.removeprefix("fuse.")
    return "network" if os.name == "nt" and _is_remote_drive(real) else None


def _kind_of(path: PurePath, points: Iterable[tuple[PurePath, str]]) -> str:
    """The kind of the file system mounted nearest above ``path``; of two at one place the later."""
    nearest, kind = -1, ""
    for point, fs in points:
        if path.is_relative_to(point) and len(point.parts) >= nearest:
            nearest, kind = len(point.parts), fs
    return kind


def _mount_points(mounts: str) -> Iterable[tuple[PurePath, str]]:
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) >= 3:
            yield PurePath(re.sub(r"\\(\d{3})", lambda m: chr(int(m[1], 8)), fields[1])), fields[2]


def _mounts() -> str:
    try:
        return Path("/proc/mounts").read_text("utf-8", "surrogateescape")
    except OSError:
        return ""


def _is_remote_drive(path: Path) -> bool:
    import ctypes  # noqa: PLC0415 - on Windows only

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - not there elsewhere
    return bool(kernel.GetDriveTypeW(path.anchor) == _DRIVE_REMOTE)
