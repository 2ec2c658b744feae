r"""BibTeX with the dates of biblatex (https://ctan.org/pkg/biblatex): the reports as entries.

Keys are the reports' ids: of small letters, digits, `.`, `_` and `-`, they are keys as they are. In text everything
that LaTeX takes for more than text is written as a command, and `{}` keeps apart what it would draw as one letter;
addresses, which biblatex takes as they stand, are percent-encoded.
"""

import re
from collections.abc import Mapping

from provenance.dates import Date
from provenance.export import Output
from provenance.export.figure import Export
from provenance.export.references import Reference, days_of, encoded, references_of
from provenance.safe import one_line

_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "#$%&_"},
}
_ACTING = str.maketrans(_COMMANDS)
_DRAWN_AS_ONE = re.compile(r"([-'`,<>])(?=\1)|[?!](?=`)")
_TIME = re.compile(r"T[^/?~%]*")


def render(export: Export) -> tuple[Output, ...]:
    """Write every report of the graph as an `@article`; what is not recorded is left out."""
    return (Output("", "\n".join(_entry(reference) for reference in references_of(export))),)


def _entry(reference: Reference) -> str:
    report = reference.report
    changes = "; ".join(f"{change} {date.text}" for change, date in reference.changes)
    archived = _text(f"Archived: {encoded(report.archived)}") if report.archived else ""
    fields = {
        "author": f"{{{_text(report.author)}}}" if report.author else None,
        "title": f"{{{_text(report.title)}}}" if report.title else None,
        "journal": _text(reference.outlet.name),
        "date": _date(report.published),
        "year": _year(report.published),
        "url": encoded(report.url or ""),
        "urldate": _date(report.accessed),
        "language": _text(report.language or ""),
        "note": ". ".join(note for note in (changes, archived) if note),
    }
    return f"@article{{{report.id},\n{_lines(fields)}\n}}\n"


def _lines(fields: Mapping[str, str | None]) -> str:
    return ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)


def _text(text: str) -> str:
    return _DRAWN_AS_ONE.sub(r"\g<0>{}", one_line(text).translate(_ACTING))


def _year(date: Date | None) -> str | None:
    """Give the year for styles that read no `date`: of an interval the first."""
    days = [day for day in days_of(date) if day] if date else []
    return str(days[0].year) if days else None


def _date(date: Date | None) -> str | None:
    """Give a date as biblatex reads it: EDTF too, but without the time of day."""
    return _TIME.sub("", date.text) if date else None
