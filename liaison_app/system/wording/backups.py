"""What is said of backups: where they are, what became of them, what to do when there is none."""

TEXTS = {
    "backup.made": "Copied to {path} and checked. It opens with the same passphrase.",
    "backup.removed": "{count} older backups made room for it.",
    "backup.no_folder": (
        "No folder is named for the backup. Nothing was copied; name one, or leave the name out: the "
        "backup then goes beside the office."
    ),
    "backup.not_sound": (
        "The copy could not be read back, so it was thrown away. The office itself is untouched; "
        "try another disk."
    ),
    "backup.disk_full": (
        "No copy in {folder}: the disk has no room. The office and the backups made before are kept; "
        "free some space there."
    ),
    "backup.folder_missing": (
        "No copy in {folder}: it is not there now. The office is kept; plug the stick in or connect the "
        "share, or choose another second place."
    ),
    "backup.read_only": (
        "No copy in {folder}: it can’t be written. The office is kept; allow writing there, or choose "
        "another place."
    ),
    "backup.medium_failed": (
        "No copy in {folder}: the disk stopped taking it. The office and the backups made before are "
        "kept; check that it is still plugged in."
    ),
    "backup.failed": (
        "No copy could be made in {folder} last time. The office is kept; “Back up now” tries again and "
        "says why."
    ),
    "backup.second_is_first": (
        "{folder} is where the office and its backups are. Nothing was changed; choose a place outside "
        "this computer, such as a stick or a share."
    ),
    "frame.backup": "Backed up {when}",
    "frame.backup_failed": "Not backed up since {when}",
    "frame.no_backup": "No backup yet",
    "frame.second": "{name}: {when}",
    "frame.second_none": "{name}: no copy yet",
    "window.backup_copying": "Copying the office, then checking the copy…",
    "window.backup_made": "Backed up and checked: {path}",
    "window.backup_leaving": (
        "Copying the office, then checking the copy; leave a stick in. To leave without it, close again."
    ),
    "window.backup_leave_anyway": "To leave without it, close again.",
    "window.second_where": "Second place for backups: a stick, a share, another disk",
    "window.second_asked": "Backups also go to {folder}, whenever it is there.",
    "window.second_other": "Another place…",
    "window.second_none": "No second place",
    "window.second_stays": "Leave it",
    "window.second_given_up": "Backups go to one place only: beside the office. Copies made before stay.",
    "today.bag_copy": "Last copy outside this bag",
    "today.bag_where": "{when}, {name}",
    "today.bag_none": "No copy outside this bag",
    "today.bag_choose": "Choose a second place for backups",
}
