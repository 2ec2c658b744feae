"""Reports as references: what the formats of bibliographies share."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from provenance.dates import Date
from provenance.export.figure import Export
from provenance.graph import NodeKind
from provenance.model import Change, Outlet, Report
from provenance.safe import visible

_NOT_IN_ADDRESSES = frozenset('"<>\\^`{|}')
_SINGLE = re.compile(r"(-?[0-9]{4}|Y-?[0-9]+)(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_DECADES = re.compile(r"-?[0-9]{2}[0-9X]X")
_SEASONS = (21, 22, 23, 24)  # of EDTF: spring to winter


@dataclass(frozen=True, slots=True)
class Reference:
    """A report, its outlet, and what was done to the report by the date of the export."""

    report: Report
    outlet: Outlet
    changes: tuple[tuple[Change, Date], ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written, or as much of it as is: a month, a year, a season (1 spring to 4 winter). No time of day."""

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None


def references_of(export: Export) -> tuple[Reference, ...]:
    """Give the reports in an export, each once: by date, the undated last, then by id."""
    as_of = export.answers[0].as_of if export.answers else None
    ids = dict.fromkeys(node.id for node in export.nodes if node.kind in (NodeKind.STATEMENT, NodeKind.REPORT))
    workspace = export.tracer.workspace
    reports = [workspace.reports[id_] for id_ in ids]
    return tuple(Reference(report, workspace.outlet_of(report.id), report.changes_by(as_of)) for report in reports)


def days_of(date: Date) -> tuple[Day | None, ...]:
    """Give the day that a date is, or both ends of an interval (None where one is open or unknown)."""
    ends = [found for end in date.text.split("/") for found in _days(end.rstrip("?~%"))]
    return (ends[0], ends[-1]) if len(ends) > 1 else tuple(ends)


def encoded(url: str) -> str:
    """Percent-encode what no address may have (RFC 3986): blanks, controls, quotes, brackets that are not its own."""
    return "".join(_encoded(character) for character in url)


def host(url: str) -> str | None:
    """Name the host of an address, None where it has none."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _days(text: str) -> tuple[Day | None, ...]:
    if _DECADES.fullmatch(text):
        first, last = sorted(int(text.replace("X", digit)) for digit in "09")
        return Day(first), Day(last)
    found = _SINGLE.match(text)
    if found is None:
        return (None,)
    year, month, day = (int(part.removeprefix("Y")) if part else None for part in found.groups())
    assert year is not None
    if month in _SEASONS:
        return (Day(year, season=_SEASONS.index(month) + 1),)
    return (Day(year, month, day),)


def _encoded(character: str) -> str:
    if character.isspace() or character in _NOT_IN_ADDRESSES or character != visible(character):
        return quote(character, safe="", errors="surrogatepass")
    return character
