"""What a lost copy of an office held."""

TEXTS: dict[str, str] = {
    "exposure.title": "What this copy of {office} ({home}) holds",
    "exposure.file": "File: {path}, {size}, format {format}",
    "exposure.locked": (
        "All of it is encrypted with the passphrase of the office, or the code of its recovery sheet. "
        "Whoever has neither sees nothing of it; no hint of either is kept in the file. If one of them "
        "may have been lost with it, change the passphrase of every copy that is left."
    ),
    "exposure.sheet": (
        "A recovery sheet of it was saved or printed (see the end): whoever has that sheet as well opens "
        "the file. Make sure that it is still where it should be."
    ),
    "exposure.officers": "Written in by: {names}",
    "exposure.last": "Last step: {at}, {by}",
    "exposure.journal": (
        "Journal since {first}: {steps:,} steps, {changes:,} changes, written by {copies} copies. It "
        "holds what was changed or deleted meanwhile, too, unless it was erased."
    ),
    "exposure.records": "Records",
    "exposure.deleted": "and {count:,} deleted, still in the file",
    "exposure.people": "People",
    "exposure.people.all": "all, those deleted too",
    "exposure.people.ours": "of our own side",
    "exposure.people.with_email": "with an e-mail address",
    "exposure.people.with_phone": "with a phone",
    "exposure.people.with_biography": "with a biography",
    "exposure.people.with_portrait": "portraits",
    "exposure.people.with_vetting": "with vetting notes",
    "exposure.people.with_private_facts": "with private facts",
    "exposure.notes": "What only our own side reads (texts filled in)",
    "exposure.confidence": "In confidence (records)",
    "exposure.with": "with {party}",
    "exposure.ours_alone": "our own side alone",
    "exposure.markings": "Markings",
    "exposure.usual_marking": "Usual marking: {marking}",
    "exposure.files": "Files, and what else is kept",
    "exposure.attached": "attached files: {count:,}, {size}",
    "exposure.drafts": "pages typed and not saved",
    "exposure.imported": "rows of imported lists, as they stood there",
    "exposure.held": "records under legal hold",
    "exposure.packets": "Packets made from it, with their copies",
    "exposure.version": "version {version}",
    "exposure.content_inside": "its content is in the file",
    "exposure.copy": "copy {number}: {holder}",
    "exposure.handed": "handed out {on}",
    "exposure.returned": "returned {on}",
    "exposure.destroyed": "destroyed {on}",
    "exposure.out": "still out",
    "exposure.readable": (
        "Readable files that had left it, without any passphrase: look whether they lay on the same "
        "machine"
    ),
    "exposure.untold": "not on record on which computer",
    "exposure.names": "People with private facts, an e-mail address or a phone",
    "exposure.ours": "our own side",
}
