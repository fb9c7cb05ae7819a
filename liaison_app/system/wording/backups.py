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
        "No backup: the disk has no room in {folder}. The office and the backups made before are kept; "
        "free some space there."
    ),
    "backup.folder_missing": (
        "No backup: there is no folder {folder} now. The office is kept; plug the stick in or connect "
        "the share, or choose another second place."
    ),
    "backup.read_only": (
        "No backup: {folder} can’t be written. The office is kept; allow writing there, or choose "
        "another place."
    ),
    "backup.medium_failed": (
        "No backup: {folder} stopped taking it. The office and the backups made before are kept; check "
        "that the disk or stick is still plugged in."
    ),
    "backup.second_is_first": (
        "{folder} is where the office and its backups are. Nothing was changed; choose a place outside "
        "this computer, such as a stick or a share."
    ),
}
