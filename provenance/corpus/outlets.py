"""Outlets compared over all claims of a corpus: counts with intervals, and who feeds whom. No ranking of truth."""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from math import sqrt
from pathlib import Path
from typing import Any

from provenance.corpus.rows import Options
from provenance.corpus.store import BUCKETS, Family, bucket_paths, read_bucket
from provenance.corpus.tracing import answers_folder, kept_answers
from provenance.corpus.working import Worker, work
from provenance.model import Change, Outlet
from provenance.trace import Tracer
from provenance.trace.conduct import Conduct, conduct
from provenance.value import value

RATES = {
    "origin": "supporting",
    "relays": "statements",
    "hardens": "relays",
    "drops_attribution": "relays",
    "in_loops": "statements",
    "corrects": "reports",
    "retracts": "reports",
}
"""What is counted of an outlet, and of what it is a share."""

COUNTS = ("claims", "reports", "statements", "supporting", *RATES)

_Z = 1.959964  # of a normal distribution, for 95 %


@value
class Compared:
    """The outlets of a corpus, a row each, by name.

    `feeds` says how many statements of one outlet cite another: (citing, cited, statements).
    """

    rows: tuple[dict[str, Any], ...]
    feeds: tuple[tuple[str, str, int], ...]


class _Tally:
    """Counts that add up over families and buckets."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {}
        self.lags: dict[str, Counter[int]] = {}
        self.feeds: Counter[tuple[str, str]] = Counter()
        self.names: dict[str, str] = {}

    def add_family(self, family: Family) -> None:
        """Count a family. A report in several families is counted in that of the first claim it states, by id."""
        records = family.workspace()
        tracer = Tracer(records)
        mine = set(family.claims)
        for report in records.reports.values():
            if report.says and min(said.claim for said in report.says) in mine:
                acts = {change for change, _ in report.changes}
                count = self._of(records.outlets[report.outlet])
                count["reports"] += 1
                count["corrects"] += Change.CORRECTED in acts
                count["retracts"] += bool(acts & {Change.RETRACTED, Change.WITHDRAWN})
        for claim in family.claims:
            said = list(conduct(tracer, claim))
            for one in said:
                self._add(records.outlets[one.outlet], one)
                for cited in one.feeds:
                    self._of(records.outlets[cited])
            for outlet in {one.outlet for one in said}:
                self.counts[outlet]["claims"] += 1

    def _of(self, outlet: Outlet) -> Counter[str]:
        self.names[outlet.id] = outlet.name
        return self.counts.setdefault(outlet.id, Counter())

    def _add(self, outlet: Outlet, one: Conduct) -> None:
        count = self._of(outlet)
        count["statements"] += 1
        count["supporting"] += one.supports
        count["origin"] += one.origin
        count["relays"] += one.relays
        count["hardens"] += one.hardens
        count["drops_attribution"] += one.drops_attribution
        count["in_loops"] += one.in_loop
        self.feeds.update((one.outlet, cited) for cited in one.feeds if cited != one.outlet)
        if one.lag is not None:
            self.lags.setdefault(one.outlet, Counter())[one.lag] += 1

    def packed(self) -> str:
        """Give what was counted, as JSON."""
        outlets = [
            [id_, self.names[id_], dict(sorted(count.items())), sorted(self.lags.get(id_, Counter()).items())]
            for id_, count in sorted(self.counts.items())
        ]
        return json.dumps([outlets, sorted([*pair, number] for pair, number in self.feeds.items())])

    def add_packed(self, text: str) -> None:
        """Add what another process counted."""
        outlets, feeds = json.loads(text)
        for id_, name, count, lags in outlets:
            self.names[id_] = name
            self.counts.setdefault(id_, Counter()).update(count)
            if lags:
                self.lags.setdefault(id_, Counter()).update(dict(map(tuple, lags)))
        for citing, cited, number in feeds:
            self.feeds[citing, cited] += number


def compare_outlets(corpus: Path, processes: int, advance: Callable[[int, int], None]) -> Compared:
    """Count what each outlet did over all claims. Raises CorpusError for what is no corpus; goes on where it was."""
    with kept_answers(answers_folder(corpus, Options(), "outlets")) as folder:
        return _compared(corpus, folder, processes, advance)


def _compared(corpus: Path, folder: Path, processes: int, advance: Callable[[int, int], None]) -> Compared:
    names = [path.with_suffix(".json").name for path in bucket_paths(corpus)]
    missing = [name for name in names if not _is_whole(folder / name)]
    work(Worker(_count_bucket, str(corpus), str(folder)), missing, processes, advance)
    whole = _Tally()
    for name in names:
        whole.add_packed((folder / name).read_text(encoding="utf-8"))
    rows = (_row(whole, id_) for id_ in sorted(whole.counts, key=lambda id_: (whole.names[id_].casefold(), id_)))
    return Compared(rows=tuple(rows), feeds=tuple((*pair, number) for pair, number in sorted(whole.feeds.items())))


def wilson(count: int, of: int) -> tuple[float, float] | None:
    """Give the 95 % interval of a share (Wilson 1927, score interval); None of nothing."""
    if not of:
        return None
    share, square = count / of, _Z * _Z
    middle = share + square / (2 * of)
    reach = _Z * sqrt(share * (1 - share) / of + square / (4 * of * of))
    low, high = ((middle - reach) / (1 + square / of), (middle + reach) / (1 + square / of))
    return (max(0.0, round(low, 4)), min(1.0, round(high, 4)))


def column_names() -> tuple[str, ...]:
    """Give the columns of a row, in order."""
    shares = (f"{name}_{end}" for name in RATES for end in ("low", "high"))
    return ("outlet", "name", *COUNTS, *shares, "lag_hours_median", "lag_statements")


def _row(whole: _Tally, id_: str) -> dict[str, Any]:
    count, lags = whole.counts[id_], whole.lags.get(id_, Counter())
    row: dict[str, Any] = {"outlet": id_, "name": whole.names[id_], **{name: count[name] for name in COUNTS}}
    for name, of in RATES.items():
        row[f"{name}_low"], row[f"{name}_high"] = wilson(count[name], count[of]) or (None, None)
    return {**row, "lag_hours_median": _median(lags), "lag_statements": lags.total()}


def _median(counted: Counter[int]) -> float | None:
    """Give the median of counted numbers, the mean of the two in the middle."""
    if not counted:
        return None
    middle = {(counted.total() - 1) // 2, counted.total() // 2}
    found = list(_at(counted, middle))
    return sum(found) / len(found)


def _at(counted: Counter[int], places: Iterable[int]) -> Iterator[int]:
    for place in places:
        before = 0
        for number in sorted(counted):
            before += counted[number]
            if place < before:
                yield number
                break


def _is_whole(path: Path) -> bool:
    """Tell whether the counts of a bucket are there and can be read; a file that cannot is made anew."""
    try:
        json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return True


def _count_bucket(corpus: str, folder: str, name: str) -> None:
    tally = _Tally()
    for family in read_bucket((Path(corpus) / BUCKETS / name).with_suffix(".parquet")):
        tally.add_family(family)
    target = Path(folder) / name
    temporary = target.with_name(f".{name}.{os.getpid()}.part")
    temporary.write_text(tally.packed(), encoding="utf-8")
    os.replace(temporary, target)  # noqa: PTH105
