"""Wiki references: the reports as `{{cite news}}` (https://en.wikipedia.org/wiki/Template:Cite_news), one a line.

In text everything that MediaWiki takes for more than text is written as `&#NN;`, the character's number.
"""

import re
from collections.abc import Mapping

from provenance.dates import Date
from provenance.export import Output
from provenance.export.figure import Export
from provenance.export.references import Day, Reference, days_of, encoded, references_of
from provenance.safe import one_line

_ACTING = re.compile(
    r"[&<>\[\]{|}]"  # entities, tags, links, templates
    r"|'(?=')|_(?=_)|~(?=~)"  # bold and italic, behaviour switches, signatures
    r"|(?<=\w):(?=\S)"  # addresses
    r"|(?<=RF)C(?= )|(?<=PMI)D(?= )|(?<=ISB)N(?= )",  # what becomes a link by itself
    re.ASCII,
)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BRACKETS = str.maketrans({"[": "%5B", "]": "%5D", "'": "%27"})
_WAYBACK = re.compile(r"https?://web\.archive\.org/web/([0-9]{4})([0-9]{2})([0-9]{2})[0-9]{6}/")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")


def render(export: Export) -> tuple[Output, ...]:
    """Write every report of the graph as a named reference; what is not recorded is left out, a title left blank."""
    return (Output("", "".join(f"{_ref(reference)}\n" for reference in references_of(export))),)


def _ref(reference: Reference) -> str:
    report = reference.report
    url, archived = _address(report.url), _address(report.archived)
    stamp = _WAYBACK.match(archived)
    inside = url and stamp
    fields = {
        "author": _text(report.author or ""),
        "work": _text(reference.outlet.name),
        "date": _date(report.published),
        "url": url,
        "language": _text(report.language or ""),
        "access-date": _full(report.accessed),
        "archive-url": archived if inside else "",
        "archive-date": "-".join(stamp.groups()) if inside and stamp else "",
    }
    notes = [f"[{archived} Archived copy]."] if archived and not inside else []
    notes += [_text(f"{change.capitalize()} {date.text}.") for change, date in reference.changes]
    template = f"{{{{cite news |title={_text(report.title or '')}{_parameters(fields)}}}}}"
    return f'<ref name="{_name(report.id)}">{" ".join([template, *notes])}</ref>'


def _name(id_: str) -> str:
    """Give a reference's name: the report's id; a number alone is no name to MediaWiki."""
    return f"report-{id_}" if id_.isdigit() else id_


def _parameters(fields: Mapping[str, str]) -> str:
    return "".join(f" |{name}={value}" for name, value in fields.items() if value)


def _text(text: str) -> str:
    return _ACTING.sub(lambda found: f"&#{ord(found.group())};", one_line(text))


def _address(url: str | None) -> str:
    return _ENTITY.sub("&amp;", encoded(url or "").translate(_BRACKETS))


def _date(date: Date | None) -> str:
    """Give a date as the template takes it: of an uncertain one the year, of an open one nothing."""
    days = days_of(date) if date else ()
    known = [day for day in days if day is not None]
    if date is None or len(known) < len(days):
        return ""
    if date.qualified:
        return f"c. {_years(known)}"
    return _said(known[0]) if len(known) == 1 else _span(known[0], known[1])


def _span(first: Day, last: Day) -> str:
    if first.month is None or last.month is None:
        return _years([first, last])
    return f"{_said(first)}{' – ' if first.day or last.day else '–'}{_said(last)}"


def _years(days: list[Day]) -> str:
    return "–".join(dict.fromkeys(str(day.year) for day in days))


def _said(day: Day) -> str:
    words = [str(day.day) if day.day else "", _MONTHS[day.month - 1] if day.month else "", str(day.year)]
    return f"{_SEASONS[day.season - 1]} {day.year}" if day.season else " ".join(word for word in words if word)


def _full(date: Date | None) -> str:
    """Give a day that is known in full; the template takes no other for when a page was read."""
    days = days_of(date) if date and not date.qualified else ()
    return _said(days[0]) if len(days) == 1 and days[0] and days[0].day else ""
