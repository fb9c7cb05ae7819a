"""Personal names: never first and last assumed; each person says how theirs is ordered and sorted.

Source: W3C, Personal names around the world (DOMAIN S76).
"""


def order_by(
    sort_as: str | None,
    name_order: str | None,
    family: str | None,
    given: str | None,
    full_name: str | None,
) -> str:
    """The text that a person is sorted by.

    What the person asked for comes first; then family and given where they are known. Without them,
    or where ``name_order`` is ``given_only`` (Icelandic patronymics, mononyms), the name as written.
    """
    if sort_as:
        return sort_as
    if family and name_order != "given_only":
        return f"{family} {given or ''}".strip()
    return full_name or ""
