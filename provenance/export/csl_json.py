"""CSL-JSON (https://github.com/citation-style-language/schema): the reports as references, for Zotero and Pandoc."""

from provenance.dates import Date
from provenance.export import Output
from provenance.export.figure import Export
from provenance.export.references import Day, Reference, days_of, host, references_of
from provenance.json_text import dump_json
from provenance.model import OutletKind

_TYPES = {
    OutletKind.MAGAZINE: "article-magazine",
    OutletKind.SPECIALIST: "article-magazine",
    OutletKind.BLOG: "post-weblog",
    OutletKind.PLATFORM: "post",
    OutletKind.WIKI: "entry-encyclopedia",
    OutletKind.GOVERNMENT: "webpage",
    OutletKind.COMPANY: "webpage",
    OutletKind.NGO: "webpage",
    OutletKind.AGGREGATOR: "webpage",
}
_NEWS = "article-newspaper"


def render(export: Export) -> tuple[Output, ...]:
    """Write every report of the graph as an item; what is not recorded is left out."""
    return (Output("", dump_json([_item(reference) for reference in references_of(export)])),)


def _item(reference: Reference) -> dict[str, object]:
    report = reference.report
    item = {
        "id": report.id,
        "type": _TYPES.get(reference.outlet.kind, _NEWS) if reference.outlet.kind else _NEWS,
        "title": report.title,
        "author": [{"literal": report.author}] if report.author else None,
        "container-title": reference.outlet.name,
        "issued": _date(report.published),
        "accessed": _date(report.accessed),
        "URL": report.url,
        "archive": host(report.archived) if report.archived else None,
        "archive_location": report.archived,
        "language": report.language,
        "status": "; ".join(f"{change} {date.text}" for change, date in reference.changes) or None,
    }
    return {name: value for name, value in item.items() if value is not None}


def _date(date: Date | None) -> dict[str, object] | None:
    """Give date-parts, of an interval both; an end that is open or unknown cannot be said but in words."""
    if date is None:
        return None
    days = [day for day in days_of(date) if day is not None]
    found: dict[str, object] = {"date-parts": [_parts(day) for day in days]}
    if len(days) < len(days_of(date)):
        found = {"literal": date.text}
    elif len(days) == 1 and days[0].season:
        found["season"] = days[0].season
    return found | ({"circa": True} if date.qualified else {})


def _parts(day: Day) -> list[int]:
    return [part for part in (day.year, day.month, day.day) if part is not None]
