"""Ids as a person would make them: out of names, and never one that is taken."""

import re
import unicodedata
from collections.abc import Container

from provenance.model import UNNAMED
from provenance.read import ID_PATTERN

_LONGEST = 48
_LONG = 4


def slug(words: str, otherwise: str) -> str:
    """Turn a name into an id; `otherwise` where no letter or digit of it can stand in one."""
    letters = unicodedata.normalize("NFKD", words[:500].casefold().replace("\u0131", "i"))  # dotless i has no base
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    found = re.sub(r"(?:[^a-z0-9.]|\.(?![a-z0-9]))+", "-", plain).strip("-.")
    if len(found) > _LONGEST:
        found = found[: _LONGEST + 1].rpartition("-")[0] or found[:_LONGEST]
    return found if found and found != UNNAMED else otherwise


def report_id(outlet: str, day: str | None, title: str, taken: Container[str]) -> str:
    """Make the id of a report: outlet, date, and of the title the first long word, or as many as it takes to be new."""
    wanted = "-".join((slug(outlet, "report") if outlet else "report", day or "undated"))
    for word in slug(title, "").split("-") if title else ():
        if len(word) >= _LONG:
            wanted = f"{wanted}-{word}"
            if wanted not in taken:
                break
    return wanted


def is_id(words: str) -> bool:
    """Tell whether a text can be an id as it is."""
    return bool(ID_PATTERN.fullmatch(words)) and words != UNNAMED


def free(wanted: str, *taken: Container[str]) -> str:
    """Give `wanted`, or with the first number behind it that makes it an id nobody has."""
    if not any(wanted in ids for ids in taken):
        return wanted
    number = 2
    while any(f"{wanted}-{number}" in ids for ids in taken):
        number += 1
    return f"{wanted}-{number}"
