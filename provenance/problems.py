"""Faults in the records: where they are, what they are, what to do."""

from enum import StrEnum
from typing import NamedTuple

from provenance.value import value


class Severity(StrEnum):
    """How much a problem matters: an error stops every answer, a warning and an info do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Place(NamedTuple):
    """A stretch of one line in a file; lines and columns count from 1, in code points.

    `line` 0 means the file (or folder) as a whole.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 1

    def __str__(self) -> str:
        """Give `file:line:column`, or the file alone."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@value
class Problem:
    """One fault in what the user wrote.

    `code` is stable and documented in docs/reference/problems.md; `excerpt` is the line it stands
    in, as written, or None where no line can be shown.
    """

    code: str
    severity: Severity
    place: Place
    message: str
    hint: str | None = None
    excerpt: str | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order by place, then by text."""
        return (self.place.file, self.place.line, self.place.column, self.code, self.message)
