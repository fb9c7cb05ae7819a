"""Links into shared places, and disks of other computers as Linux mounts them."""

from pathlib import Path

import pytest

from liaison_app.system.shared_places import SharedPlace
from tests.system.test_shared_places import of

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/export /mnt/office nfs4 rw 0 0
//nas/share /media/the\\040team cifs rw 0 0
tmpfs /mnt/office/scratch tmpfs rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
ana@host: /srv/far fuse.sshfs rw 0 0
"""


def test_a_link_into_a_shared_place_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "work").symlink_to(tmp_path / "Dropbox")
    assert of(tmp_path / "work" / "x.liaison", tmp_path) == SharedPlace("Dropbox", is_cloud=True)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/mnt/office/x.liaison", "nfs4"),
        ("/mnt/office/scratch/x.liaison", None),
        ("/mnt/officers/x.liaison", None),
        ("/media/the team/x.liaison", "cifs"),
        ("/run/user/1000/gvfs/smb-share/x.liaison", "gvfsd-fuse"),
        ("/srv/far/deep/x.liaison", "sshfs"),
        ("/home/ana/x.liaison", None),
    ],
)
def test_disks_of_other_computers_are_known_by_their_kind(path: str, kind: str | None) -> None:
    found = of(Path(path), Path("/home/ana"), MOUNTS)
    assert found == (SharedPlace(kind, is_cloud=False) if kind else None)
