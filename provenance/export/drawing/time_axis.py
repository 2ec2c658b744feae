"""The rows of a drawing: time runs down, in bands of dates, and what is cited stands above who cites it.

A report stands in the band of its date. One whose date allows several stands at the earliest of them that is not
before what it cites. The undated have a band of their own below all others; sources, parties and outlets, which have
no date, stand above the band of the first report that cites them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil, inf, sqrt

from provenance.dates import Date, DateError, parse_date
from provenance.export.drawing.loops import cited_first
from provenance.export.figure import Figure, FigureNode
from provenance.graph import NodeKind

UNDATED = "undated"
_DAY = 86_400
_FEWEST_BANDS, _FEWEST_IN_A_ROW = 24, 5
_REPORTS = (NodeKind.STATEMENT, NodeKind.REPORT)


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """A stretch of the time axis: its dates as text, and the rows of its own; `above` are rows of what has no date.

    A row holds the numbers of nodes, in the figure's order.
    """

    label: str
    above: tuple[tuple[int, ...], ...]
    rows: tuple[tuple[int, ...], ...]


def bands(figure: Figure, cites: Sequence[Sequence[int]]) -> tuple[Band, ...]:
    """Give the bands from the top; `cites` gives what each node cites."""
    dates = [date_of(node) for node in figure.nodes]
    instants = _instants(dates, cites)
    labels, band_of = _banded(dates, instants, ceil(max(_FEWEST_BANDS, sqrt(len(dates)))))
    agents = _place_agents(figure, cites, band_of)
    widest = ceil(max(_FEWEST_IN_A_ROW, sqrt(len(dates))))
    members: dict[tuple[int, bool], list[int]] = {}
    for node in sorted(range(len(dates)), key=lambda one: (instants[one], one)):
        members.setdefault((band_of[node], node in agents), []).append(node)
    found = (
        Band(
            label=label,
            above=_rows(members.get((band, True), []), cites, widest),
            rows=_rows(members.get((band, False), []), cites, widest),
        )
        for band, label in enumerate((*labels, UNDATED))
    )
    return tuple(band for band in found if band.above or band.rows)


def date_of(node: FigureNode) -> Date | None:
    """Read the date of a node, None where it has none or it is none."""
    if node.published is None:
        return None
    try:
        return parse_date(node.published)
    except DateError:
        return None


def is_exact(node: FigureNode) -> bool:
    """Tell whether a node's date is to the day or finer, or there is none."""
    date = date_of(node)
    if date is None:
        return True
    known = date.earliest is not None and date.latest is not None
    return known and not date.qualified and (date.latest or 0) - (date.earliest or 0) < _DAY


def _instants(dates: Sequence[Date | None], cites: Sequence[Sequence[int]]) -> list[float]:
    """Give the instant at which each node stands; for an undated one that of the latest it cites."""
    found = [-inf] * len(dates)
    order, before = cited_first(range(len(dates)), cites)
    for node in order:
        cited = max((found[one] for one in before[node]), default=-inf)
        date = dates[node]
        if date is None:
            found[node] = cited
        else:
            earliest = -inf if date.earliest is None else date.earliest
            latest = inf if date.latest is None else date.latest
            found[node] = max(earliest, cited) if cited <= latest else earliest
    return found


def _banded(dates: Sequence[Date | None], instants: Sequence[float], most: int) -> tuple[list[str], list[int]]:
    """Give the labels of the bands and the band of each node, by the finest unit that makes few; the undated last."""
    dated = [node for node, date in enumerate(dates) if date is not None]
    for unit in _units(dates):
        keys = {node: unit(node, instants[node]) for node in dated}
        distinct = sorted({key[0] for key in keys.values()})
        if len(distinct) <= most:
            break
    numbers = {key: number for number, key in enumerate(distinct)}
    names: list[set[str]] = [set() for _ in distinct]
    band_of = [len(distinct)] * len(dates)
    for node, (key, name) in keys.items():
        band_of[node] = numbers[key]
        names[numbers[key]].add(name)
    return [_listed(sorted(each)) for each in names], band_of


Key = tuple[float, float]


def _units(dates: Sequence[Date | None]) -> Iterable[Callable[[int, float], tuple[Key, str]]]:
    """Give the ways to put an instant into a band, the finest first: as written, by day, month, year and so on."""

    def as_written(node: int, instant: float) -> tuple[Key, str]:
        date = dates[node]
        assert date is not None
        return (instant, inf if date.latest is None else date.latest), date.text

    yield as_written
    for digits in (_DATE, _MONTH, _YEAR):
        yield lambda _, instant, digits=digits: _calendar(instant, digits)  # type: ignore[misc]
    for years in (10**power for power in range(1, 20)):
        yield lambda _, instant, years=years: _years(instant, years)  # type: ignore[misc]


def _calendar(instant: float, digits: int) -> tuple[Key, str]:
    """Give the day, month or year of an instant."""
    if instant == -inf:
        return (-inf, 0), _EARLIER
    year, month, day = _civil(int(instant) // _DAY)
    parts = (year, month if digits > _YEAR else 0, day if digits > _MONTH else 0)
    text = f"{year:04}" + (f"-{month:02}" if parts[1] else "") + (f"-{day:02}" if parts[2] else "")
    return (parts[0], parts[1] * 100 + parts[2]), text


def _years(instant: float, years: int) -> tuple[Key, str]:
    if instant == -inf:
        return (-inf, 0), _EARLIER
    first = _civil(int(instant) // _DAY)[0] // years * years
    return (first, 0), f"{first:04} to {first + years - 1:04}"


_EARLIER = "earlier"
_DATE, _MONTH, _YEAR = 10, 7, 4
"""How many characters of a date are a day, a month, a year."""


def _civil(days: int) -> tuple[int, int, int]:
    """Give year, month and day of a count of days since 1970-01-01.

    This is civil_from_days of http://howardhinnant.github.io/date_algorithms.html, good for any year.
    """
    days += 719_468
    era, of_era = divmod(days, 146_097)
    year = (of_era - of_era // 1_460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = (shifted + 2) % 12 + 1
    january_on = shifted // 10  # the year of the formula begins in March
    return era * 400 + year + january_on, month, of_year - (153 * shifted + 2) // 5 + 1


def _listed(names: Sequence[str]) -> str:
    """Name a band whose reports write its date in several ways."""
    return names[0] if len(names) == 1 else names[0].rstrip("?~%")


def _place_agents(figure: Figure, cites: Sequence[Sequence[int]], band_of: list[int]) -> set[int]:
    """Put sources, parties and outlets into the band of the first report that cites them; give them."""
    agents = {number for number, node in enumerate(figure.nodes) if node.kind not in _REPORTS}
    for citing, each in enumerate(cites):
        for cited in agents.intersection(each):
            band_of[cited] = min(band_of[cited], band_of[citing])
    return agents


def _rows(members: Sequence[int], cites: Sequence[Sequence[int]], widest: int) -> tuple[tuple[int, ...], ...]:
    """Put nodes into rows of at most `widest`, each below all that it cites; `members` come by time."""
    order, before = cited_first(members, cites)
    depth: dict[int, int] = {}
    for node in order:
        depth[node] = 1 + max((depth[one] for one in before[node]), default=-1)
    row_of: dict[int, int] = {}
    rows: list[list[int]] = []
    for node in sorted(members, key=depth.__getitem__):
        row = 1 + max((row_of[one] for one in before[node]), default=-1)
        while row < len(rows) and len(rows[row]) >= widest:
            row += 1
        if row == len(rows):
            rows.append([])
        rows[row].append(node)
        row_of[node] = row
    return tuple(tuple(row) for row in rows)
