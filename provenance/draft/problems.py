"""Faults in what is to be imported: each says where, and what to do."""

from provenance.draft.proposal import Note
from provenance.problems import Place, Problem, Severity


class UnreadableError(Exception):
    """What was given cannot be read as its format; carries every fault found, and notes of what was not placed."""

    def __init__(self, *problems: Problem, notes: tuple[Note, ...] = ()) -> None:
        super().__init__(problems[0].message)
        self.problems = problems
        self.notes = notes


def no_csv(place: Place, message: str, hint: str, excerpt: str | None = None) -> Problem:
    """Make the problem of a table that cannot be read."""
    return _problem("not-csv", place, message, hint, excerpt)


def missing_column(place: Place, message: str, hint: str, excerpt: str | None = None) -> Problem:
    """Make the problem of a table without a column that it needs."""
    return _problem("missing-column", place, message, hint, excerpt)


def no_json(place: Place, message: str, hint: str, excerpt: str | None = None) -> Problem:
    """Make the problem of JSON that cannot be read, or is not of the shape its format has."""
    return _problem("not-json", place, message, hint, excerpt)


def no_xml(place: Place, message: str, hint: str, excerpt: str | None = None) -> Problem:
    """Make the problem of XML that cannot be read, or is not of the shape its format has."""
    return _problem("not-xml", place, message, hint, excerpt)


def unknown_format(place: Place, message: str, hint: str) -> Problem:
    """Make the problem of a file that is in no format that can be imported."""
    return _problem("unknown-format", place, message, hint)


def nothing_to_place(place: Place, message: str, hint: str) -> Problem:
    """Make the problem of a file that holds no record."""
    return _problem("nothing-to-place", place, message, hint)


def _problem(code: str, place: Place, message: str, hint: str, excerpt: str | None = None) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, place=place, message=message, hint=hint, excerpt=excerpt)
