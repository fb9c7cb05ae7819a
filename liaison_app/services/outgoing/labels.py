"""Codes in words, as papers and sheets print them."""

import re

from liaison_app.system.messages import TEXTS

_is_code = re.compile(r"[a-z][a-z0-9_]*").fullmatch


def label(list_name: str, code: str | None) -> str:
    """The label of a code; one that no catalogue has (from a newer copy) as it reads."""
    if not code:
        return ""
    known = TEXTS.get(f"code.{list_name}.{code}")
    if known or not _is_code(code):
        return known or code
    return code.replace("_", " ").capitalize()


def inline(list_name: str, code: str | None) -> str:
    """The label of a code within a sentence; words that people wrote stay as written."""
    said = label(list_name, code)
    return said[:1].lower() + said[1:] if code and _is_code(code) else said


def language(code: str | None) -> str:
    """The name of a language of ISO 639; its code where it has no name here."""
    if not code:
        return ""
    return TEXTS.get(f"language.{code.lower()}") or code
