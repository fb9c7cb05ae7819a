"""What is said when a file can't be written."""

TEXTS = {
    "file.is_folder": "{path} is a folder. Nothing was written; give the name of a file in it.",
    "file.not_ordinary": (
        "{path} is not an ordinary file, so nothing was written. Give another name."
    ),
    "file.folder_missing": (
        "There is no folder {folder}. Nothing was written; make it, or choose another."
    ),
    "file.folder_read_only": (
        "{path} can’t be written: its folder allows only reading, or another program holds the file. "
        "Nothing was changed; choose another folder, or close the other program."
    ),
    "file.disk_full": (
        "The disk has no room for {path}. Nothing was written and what was there before is kept; "
        "free some space, or choose another disk."
    ),
    "file.medium_failed": (
        "The disk or stick stopped taking {path} while it was made. Nothing of it was left behind; "
        "check that the disk has room and is still plugged in, or choose another."
    ),
    "file.name_unfit": "{path} can’t be the name of a file. Nothing was written; choose another.",
    "file.failed": (
        "{path} could not be written ({reason}). What was there before is kept; "
        "check the disk, or choose another."
    ),
}
