"""The order of fields in each kind of record: that of the tables they are read by, and of docs/reference/records.md."""

from collections.abc import Mapping, Sequence

from provenance.read.records import CASE, CLAIM, DEPENDENCE, OUTLET, PARTY, REPORT, RESPONSE, SAME_AS, SOURCE
from provenance.read.statements import CITATION, STATEMENT

FILE = "file"
"""Where the sections stand: in the order the person gave them, as the records of each section do."""

_RECORDS: Mapping[str, Sequence[str]] = {
    "outlets": tuple(OUTLET),
    "parties": tuple(PARTY),
    "sources": tuple(SOURCE),
    "claims": tuple(CLAIM),
    "reports": tuple(REPORT),
    "responses": tuple(RESPONSE),
    "dependences": tuple(DEPENDENCE),
}
_BELOW: Mapping[str, Sequence[str]] = {
    "says": tuple(STATEMENT),
    "cites": tuple(CITATION),
    "unclear": tuple(CITATION),
    "same_as": tuple(SAME_AS),
}
_LISTS = ("responses", "dependences")


def below(place: str, key: str) -> str:
    """Give the place of what stands under a key, for `ordered`; a list and its items are one place."""
    if place == FILE:
        return key if key in ("case", *_LISTS) else f"{key}/"
    if place.endswith("/"):
        return place[:-1]
    return f".{key}" if key in _BELOW else ""


def ordered(place: str, keys: Sequence[str]) -> list[int]:
    """Give the numbers of the keys of a mapping in the order they should stand; as they are where any is unknown."""
    fields = (
        tuple(CASE) if place == "case" else _BELOW.get(place[1:], ()) if place[:1] == "." else _RECORDS.get(place, ())
    )
    if not all(key in fields for key in keys):
        return list(range(len(keys)))
    return sorted(range(len(keys)), key=lambda number: fields.index(keys[number]))
