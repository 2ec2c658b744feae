"""Many claims as a table: what needs a person most stands first."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from provenance.report.lines import Line, Style, line
from provenance.report.tables import table
from provenance.wording.numbers import plural

_TITLES = ("claim", "status", "origins", "supported by", "newest", "note")
_NOTES = {
    "circular": "circular",
    "retracted_support": "rests on what was retracted",
    "anonymous_only": "anonymous only",
    "bounded": "the count is a bound",
}
_GRAVE = ("contested", "circular", "retracted")


def triage_lines(rows: Sequence[Mapping[str, Any]], claims: int, width: int) -> Iterator[Line]:
    """Lay out the first rows, and say how many there are."""
    if rows:
        yield from table(_TITLES, [_cells(row) for row in rows], width)
        yield line()
        yield from (line((row["claim"], Style.STRONG), " – ", row["text"], rest="  ") for row in rows if row["text"])
        yield line()
    shown = "" if len(rows) == claims else f"; the first {len(rows):,} are shown"
    yield line(f"{plural(claims, 'claim')}{shown}. How independently each is reported, never whether it is true.")


def _cells(row: Mapping[str, Any]) -> list[tuple[str, Style]]:
    if row["error"] is not None:
        blank = [("", Style.PLAIN)] * 3
        return [(row["claim"], Style.STRONG), ("not traced", Style.BAD), *blank, (row["error"], Style.PLAIN)]
    least, greatest = row["origins_min"], row["origins_max"]
    notes = [words for name, words in _NOTES.items() if row[name]]
    if row["common_link"] is not None:
        notes.append(f"{row['common_link_reports']:,} fall without {row['common_link']}")
    if row["unconfirmed"]:
        one = row["unconfirmed"] == 1
        notes.append(
            "1 party neither confirms nor denies" if one else f"{row['unconfirmed']:,} parties neither confirm nor deny"
        )
    return [
        (row["claim"], Style.STRONG),
        (_status(row), Style.BAD if row["status"] in _GRAVE else Style.PLAIN),
        (str(least) if least == greatest else f"{least} to {greatest}", Style.PLAIN),
        (f"{row['supporting']:,} of {row['reports']:,}", Style.PLAIN),
        (row["newest"] or "undated", Style.FAINT),
        ("; ".join(notes), Style.PLAIN),
    ]


def _status(row: Mapping[str, Any]) -> str:
    known = row["independence"]
    return str(row["status"]) if known is None else f"{row['status']} (independence {known})"


_OUTLETS = ("outlet", "claims", "statements", "origin", "relays", "hardens", "drops attribution", "loops", "median lag")


def outlet_lines(rows: Sequence[Mapping[str, Any]], outlets: int, width: int) -> Iterator[Line]:
    """Lay out the first outlets, by name, and say what the numbers are not."""
    if rows:
        yield from table(_OUTLETS, [_outlet_cells(row) for row in rows], width)
        yield line()
    shown = "" if len(rows) == outlets else f"; the first {len(rows):,} are shown"
    words = "Shares with their 95 % intervals. The rows stand by name: this ranks nothing, truth least of all."
    yield line(f"{plural(outlets, 'outlet')}{shown}. {words}")


def _outlet_cells(row: Mapping[str, Any]) -> list[tuple[str, Style]]:
    lag = row["lag_hours_median"]
    shares = [
        (_share(row, name), Style.PLAIN) for name in ("origin", "relays", "hardens", "drops_attribution", "in_loops")
    ]
    return [
        (row["name"], Style.STRONG),
        (f"{row['claims']:,}", Style.PLAIN),
        (f"{row['statements']:,}", Style.PLAIN),
        *shares,
        ("" if lag is None else f"{lag:g} h of {row['lag_statements']:,}", Style.PLAIN),
    ]


def _share(row: Mapping[str, Any], name: str) -> str:
    low, high = row[f"{name}_low"], row[f"{name}_high"]
    return "–" if low is None else f"{row[name]:,} ({low:.0%}–{high:.0%})"
