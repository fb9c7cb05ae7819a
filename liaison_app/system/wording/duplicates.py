"""What is said of records that may be the same, and of parting them again."""

TEXTS = {
    **{
        f"{tense}.{kind}.not_same": f"{verb} that {{subject}} and another record are not the same"
        for tense, verb in (("step", "Say"), ("done", "Said"))
        for kind in ("person", "organization", "jurisdiction")
    },
    "alike.same_name": "same name",
    "alike.other_order": "same name, words in another order",
    "alike.other_spelling": "same name, spelled otherwise",
    "alike.sounds_alike": "names sound alike",
    "alike.name_within": "one name within the other",
    "alike.same_word": "a word of the name",
    "alike.same_email": "same e-mail",
    "alike.same_phone": "same phone",
    "alike.same_office": "same office held",
    "alike.same_jurisdiction": "same jurisdiction",
    "alike.different_name": "but another name",
    "alike.different_native_name": "but another name in its own script",
    "alike.different_email": "but another e-mail",
    "alike.different_jurisdiction": "but another jurisdiction",
    "alike.different_fact": "but other facts",
    "import.alike": "Row {row}: {title} looks like {who} ({why}). Nothing is merged by itself.",
    "duplicates.none": "No two records look like the same.",
    "duplicates.kind": "Duplicates are looked for among people, organizations and jurisdictions.",
    "unmerge.not_merged": "{ref} is not a merged record. Nothing was changed.",
    "unmerge.several": "{ref} has several records merged into it: {which}. Say which; nothing was changed.",
    "unmerge.done": "{other} is a record of its own again (step {step}).",
    "merge.not_same": "{one} and {other} are kept apart and not proposed again (step {step}).",
    "merge.taken": "Taken over from {other}: {fields}.",
}
