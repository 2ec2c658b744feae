"""What is proposed to a person: records that may still be changed, and notes of what could not be placed.

A record is held as the YAML it becomes: text, lists and mappings, under the field names of docs/reference/records.md.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from provenance.value import value

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""What a field can hold: every scalar of a record is text."""


class Flag(str):
    """`true` or `false`, which alone are written without quotes."""

    __slots__ = ()


COMMENT = "#"
"""Under this name a mapping holds the comment that stands above it, line by line; no field is called so."""


@value
class Note:
    """What could not be placed, and where it stands: `FILE:LINE`, or `FILE#POINTER` (RFC 6901) in JSON."""

    where: str
    what: str


@dataclass(slots=True)
class Entry:
    """One proposed record; `remarks` are comments for the person who reviews it.

    `duplicate_of` says where (`file:line`) what is likely the same record stands: it is written as a comment.
    A section without ids (`responses`) is a list; the id then only tells its entries apart.
    """

    section: str
    id: str
    where: str
    fields: dict[str, Value] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    duplicate_of: str | None = None

    def remark(self, words: str) -> None:
        """Add a comment, once."""
        if words not in self.remarks:
            self.remarks.append(words)


@value
class Proposal:
    """The records proposed, in the order they are written, and what of the input is not among them.

    `files` are what was read; `known` says which records were there already and are not proposed again. `warnings`
    stand as comments at the head, `remains` at the end.
    """

    files: tuple[str, ...]
    entries: tuple[Entry, ...]
    notes: tuple[Note, ...]
    known: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    remains: tuple[str, ...] = ()
