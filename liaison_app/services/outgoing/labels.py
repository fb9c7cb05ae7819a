"""Codes in words, as papers and sheets print them."""

from liaison_app.system.messages import TEXTS


def label(list_name: str, code: str | None) -> str:
    """The label of a code; one that no catalogue has (from a newer copy) as it reads."""
    if not code:
        return ""
    return TEXTS.get(f"code.{list_name}.{code}") or code.replace("_", " ").capitalize()


def language(code: str | None) -> str:
    """The name of a language of ISO 639; its code where it has no name here."""
    if not code:
        return ""
    return TEXTS.get(f"language.{code.lower()}") or code
