"""What the store says when it refuses."""

TEXTS = {
    "key.empty": "The passphrase is empty. Nothing was opened or made; give one of at least a few words.",
    "store.disk_full": (
        "The disk is full. This change was not saved; everything saved before is kept. "
        "Free some space and do it again."
    ),
    "store.medium_failed": (
        "The disk or stick did not take the change. Everything saved before is kept. "
        "Check that it is still plugged in, then do it again."
    ),
    "store.read_only": (
        "This file or its folder can only be read, so nothing was changed. "
        "Copy the office to a folder that you may write to and open it there."
    ),
    "store.busy": (
        "Another program has been holding this office for more than five seconds. "
        "Nothing was changed; try again when it is done."
    ),
    "store.damaged": (
        "A page of this file is damaged. Nothing was changed. "
        "Restore the latest backup; “liaison check” tells which pages, and saves what can be read."
    ),
    "store.cannot_open": "The office file can’t be opened. Check that it is still there and may be read.",
    "store.moved": (
        "{path} was moved or replaced while it was open. The last change before that is kept, "
        "this one was not saved. Open the file where it is now."
    ),
    "office.exists": "{path} exists already. Nothing was changed; open it, or choose another name.",
    "office.leftovers": (
        "{left} holds the last changes of another office file that stood at {path}. Nothing was "
        "changed. Put that file back and open it, or choose another name or folder."
    ),
    "office.missing": "There is no file at {path}. Check the name, or make an office with “liaison new”.",
    "office.is_folder": "{path} is a folder, not an office. Name the .liaison file in it.",
    "office.unreadable": "{path} can’t be read. Check that its disk is plugged in, and that you may read the file.",
    "office.not_an_office": "{path} is not an office of Liaison, or it has been cut short. It was not touched.",
    "office.wrong_passphrase": (
        "That passphrase doesn’t open {path}. If it is right, the file’s beginning is damaged: "
        "restore a backup. The file was not touched."
    ),
    "office.cannot_open": (
        "{path} can’t be opened. Check that the file and its folder may be read and written, and that "
        "the disk has room."
    ),
    "office.no_room": (
        "{path} is from an older Liaison. To be brought up to this one it needs about {megabytes} MB of "
        "free room, and the disk is full. Nothing in it was changed; free some space and open it again."
    ),
    "office.strangers": (
        "{path} holds a trigger or a view that Liaison did not make ({name}); it could change what you "
        "enter. The file was not opened and not touched; ask whoever gave it to you for a fresh backup."
    ),
    "office.journal_beside": (
        "Another program was cut short while it wrote to {path}; what it had begun is in the file ending in "
        "-journal beside it. To read it, both are copied to the temporary folder first, and that failed: "
        "{reason}. Nothing was changed; make room there, then do it again."
    ),
    "office.newer": (
        "{path} was written by a newer Liaison (format {theirs}; this one knows {ours}). "
        "It was not touched; update Liaison and open it again."
    ),
    "restore.same": "{path} is that backup itself. Nothing was changed; say where the office shall be.",
    "restore.present_open": (
        "Another program has {path} open. Nothing was restored and nothing was changed; close the office "
        "there, then restore again."
    ),
    "restore.present_shut": (
        "The file at {path} doesn’t open with this passphrase: it is another office, or damaged. Nothing "
        "was restored and it was not touched. Move it elsewhere, or restore under another name."
    ),
    "recovery.mistyped": (
        "That is not the code of this office’s recovery sheet: a letter is mistyped, or the sheet "
        "belongs to another office. Nothing was opened; compare it group by group."
    ),
    "undo.no_such_step": "There is no step {step} in this office. Nothing was changed; “liaison history” lists them.",
    "undo.final": "Step {step} can’t be undone: it made the office, finalised a record, or erased something for good.",
    "undo.waits": (
        "Step {step} builds on steps of another copy that have not arrived yet. Nothing was changed; "
        "take in what is missing, then undo it."
    ),
    "conflict.settled": (
        "There is no open conflict there any more. Nothing was changed; look at the record as it is now."
    ),
    "parcel.step_altered": (
        "Step {step} is not what was sealed when it was written. Nothing was taken in; ask for the "
        "steps again, and if they come altered again, for a copy of that office’s file."
    ),
    "parcel.newer": (
        "These steps were written by a newer Liaison (format {theirs}, this one reads {ours}). "
        "Nothing was taken in; update Liaison here and take them in again."
    ),
    "parcel.other_office": (
        "These steps belong to another office. Nothing was taken in; to bring its records over, export "
        "them there and import the file here."
    ),
    "parcel.written_twice": (
        "Two files wrote step {step} differently: one is a copy of the other that went on under its "
        "name. Nothing was taken in and both are as they were; bring what is only in that file over "
        "as a workbook, and go on from one of them."
    ),
    "parcel.clone": (
        "Somebody wrote step {step} under the name of this very copy: a copy of this file is in use "
        "elsewhere, or this is an older state of it. Nothing was taken in; bring what is only in "
        "that file over as a workbook, and go on from one of them."
    ),
    "undo.moved_on": (
        "{count} things have moved on since that step, so nothing was undone. "
        "Undo the rest and keep those (--keep), or restore all (--force)."
    ),
    "erase.held": "{ref} is under a legal hold. Nothing was erased; lift the hold first.",
    "erase.no_such_row": "That {table} is not in this office. Nothing was erased.",
    "check.pages": (
        "Damaged pages: {count}; the first: {first}. Restore the latest backup; or save what can be read "
        "with “liaison check FILE --save-into NEWFILE”."
    ),
    "check.history_lost": (
        "{count} steps lost some or all of their history with the damaged pages of the file that this one "
        "was saved from; undo and history don’t reach them."
    ),
    "salvage.sound": (
        "No page of {path} is damaged, so there is nothing to save from it. Nothing was written; for a copy "
        "use “liaison backup”."
    ),
    "salvage.unreadable": (
        "The pages of {path} that say where everything stands are damaged, or it is no office. Nothing "
        "was saved and it was not touched; restore the latest backup."
    ),
    "salvage.not_sound": (
        "What can be read of {path} doesn’t fit together. Nothing was saved and it was not touched; "
        "restore the latest backup, and keep the damaged file for whoever can look into it."
    ),
    "check.step_missing": "A step before {step} is missing from the journal.",
    "check.step_altered": "Step {step} is not what was sealed when it was written.",
    "check.differs": "The {table} {id} shows something else in “{cell}” than the journal says.",
    "check.waiting": "{count} changes wait for others that have not arrived yet.",
    "check.step_awaited": "The steps of another copy before {step} have not arrived yet.",
    "check.conflicts": "{count} facts were changed differently in two copies. Settle which one holds.",
    "check.erasure_held": "{count} facts were erased in another copy but are kept here under a legal hold.",
    "check.merge_closed": "{ref} was merged into a record that was merged into it. Undo one of the merges.",
    "check.held_but_erased": "Facts of {ref} were erased in one copy while another put it under a legal hold.",
    "check.ref_twice": "Two records share the reference {ref}.",
    "check.own_ancestor": "{ref} stands above itself.",
    "check.link_to_deleted": "{count} rows of {table} point to deleted records ({column}).",
    "check.tenures_overlap": "Two holders of {ref} {title} at the same time.",
}
