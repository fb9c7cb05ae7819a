"""Letters after a name: degrees, orders, seats in a parliament, generations."""

import re

_LETTERS = re.compile(
    r"[\s,]+(?:MP|MSP|MS|AM|MLA|MEP|MPP|TD|QC|KC|SC|JP|DL|Bt|OBE|MBE|CBE|KBE|DBE|GBE|CH|OM|CB|KCB|GCB|DCB|"
    r"CMG|KCMG|DCMG|GCMG|CVO|LVO|MVO|KG|KT|DSO|MC|PC|FRS|FBA|FRSE|Ph\.?\s?D\.?|M\.?D\.?|J\.?D\.?|"
    r"M\.?B\.?A\.?|M\.?P\.?A\.?|M\.?A\.?|B\.?A\.?|M\.?Sc\.?|B\.?Sc\.?|P\.?E\.?|AICP|CPA|Esq\.?|Jr\.?|Sr\.?|"
    r"II|III|IV|USN|USMC|USAF|Ret\.?|\(Ret\.?\))$"
)


def strip_post_nominals(name: str) -> tuple[str, str]:
    """The name without the letters after it, and these, in their order."""
    rest, letters = name.strip(), ""
    while match := _LETTERS.search(rest):
        letters = f"{match[0].strip(' ,')} {letters}".strip()
        rest = rest[: match.start()].rstrip(" ,")
    return rest, letters


_PERSONAL = re.compile(
    r"[\s,]+(?:MP|MSP|MLA|MEP|MPP|QC|KC|OBE|MBE|CBE|KBE|DBE|GBE|CMG|KCMG|DCMG|GCMG|CVO|LVO|MVO|FRS|"
    r"Ph\.?\s?D\.?|Esq\.?|Jr\.?|Sr\.?)$"
)
"""Those that are neither a state (MA, MD, SC) nor a part of a company's name (AM, PC)."""


def strip_personal_letters(name: str) -> str:
    """The name without letters that nothing but a person has after its name."""
    rest = name.strip()
    while match := _PERSONAL.search(rest):
        rest = rest[: match.start()].rstrip(" ,")
    return rest
