"""From tables to a corpus: stages that each leave whole files, so that a killed import goes on."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from provenance.corpus.beginning import WORK, begun
from provenance.corpus.closing import Closing
from provenance.corpus.columns import HELD
from provenance.corpus.finding import TableFile, find_tables
from provenance.corpus.finishing import Imported, bucket_count, counted, whole_file, write_shared
from provenance.corpus.formats import require_arrow, row_count, rows
from provenance.corpus.heading import Names, find_heads
from provenance.corpus.joining import join
from provenance.corpus.leaving_out import Held
from provenance.corpus.rejecting import CorpusError, Reject, write_rejects
from provenance.corpus.shared import (
    OutletNames,
    outlet_uses,
    plain_claims,
    possible_reports,
    read_listed,
    read_named,
)
from provenance.corpus.spilling import read_part
from provenance.corpus.spreading import Plan, pieces_of, spread
from provenance.corpus.store import (
    BUCKETS,
    FORMAT,
    REJECTS,
    REST,
    claim_families,
    write_manifest,
)
from provenance.corpus.working import Advance, Worker, cores, work
from provenance.model import Report, Workspace
from provenance.packing import FORMAT as PACKING
from provenance.packing import unpack
from provenance.program import made_by
from provenance.slices import Key, Needs, RecordKind
from provenance.value import replaced

_IMPORTERS = ("", "corpus", "read")

_ROWS_A_PARTITION = 400_000
_MOST_PARTITIONS = 1024


def import_tables(
    folder: Path, corpus: Path, *, processes: int = 0, strict: bool = False, advance: Advance | None = None
) -> Imported:
    """Make a corpus of the tables in `folder`. `processes` 0 means one for each core.

    Raises CorpusError where the tables cannot be used, with `strict` also where one row cannot.
    """
    require_arrow()
    files = find_tables(folder)
    if not any(file.table == "reports" for file in files):
        raise CorpusError(f"'{folder}' holds no table `reports` (reports.parquet, reports.csv or reports.jsonl)")
    return _Import(files, corpus, processes or cores(), advance or (lambda _stage, _done, _total: None)).run(
        strict=strict
    )


class _Import:
    """One import: its files, its plan, and what is known so far."""

    def __init__(self, files: list[TableFile], corpus: Path, processes: int, advance: Advance) -> None:
        self._files = files
        self._corpus = corpus
        self._work = corpus / WORK
        self._rejects: list[Reject] = []
        sizes = {number: row_count(file) for number, file in enumerate(files) if file.table not in HELD}
        total = sum(sizes.values())
        citations = sum(count for number, count in sizes.items() if files[number].table == "citations")
        self._processes = processes if total > _ROWS_A_PARTITION // 2 else 1
        self._advance = advance
        self._partitions = max(1, min(_MOST_PARTITIONS, total // _ROWS_A_PARTITION + 1))
        self._buckets = bucket_count(citations)

    def run(self, *, strict: bool) -> Imported:
        """Go through the stages."""
        with begun(self._corpus, self._key()):
            return self._stages(strict=strict)

    def _stages(self, *, strict: bool) -> Imported:
        for stage in ("rows", "heads", "joined"):
            (self._work / stage).mkdir(exist_ok=True)
        held = self._held()
        shared = read_named(held, self._rejects)
        plan = Plan(
            work=str(self._work),
            partitions=self._partitions,
            buckets=self._buckets,
            families=claim_families(shared.claims),
        )
        uses, claims = self._spread(plan)
        shared = self._named(shared, held, uses, claims)
        names = self._names(shared, held, uses)
        shared = self._find_heads(plan, names, shared, held)
        shared, counts = self._join(plan, names, shared)
        if strict and self._rejects:
            self._refuse()
        self._close(plan, shared)
        return self._finish(counts, replaced(shared, reports={}), len(set(map(plan.family_of, shared.claims))))

    def _key(self) -> str:
        """Name the input and the plan: what was begun for another one is of no use."""
        stats = [(file.name, (stat := Path(file.path).stat()).st_size, stat.st_mtime_ns) for file in self._files]
        what = [stats, self._partitions, self._buckets, FORMAT, PACKING, made_by(*_IMPORTERS)]
        return blake2b(json.dumps(what).encode(), digest_size=16).hexdigest()

    def _held(self) -> dict[str, list[Held]]:
        held: dict[str, list[Held]] = {}
        for file in self._files:
            if file.table in HELD:
                found = [(file.name, row, cells) for row, cells in rows(file, self._rejects)]
                held.setdefault(file.table, []).extend(found)
        return held

    def _run(self, stage: str, worker: Worker, numbers: Iterable[Any]) -> None:
        work(worker, list(numbers), self._processes, lambda done, total: self._advance(stage, done, total))

    def _spread(self, plan: Plan) -> tuple[set[str], set[str]]:
        pieces = list(pieces_of(self._files))
        self._run("reading", Worker(spread, plan), pieces)
        uses: set[str] = set()
        claims: set[str] = set()
        for piece in pieces:
            path = self._work / "rows" / f"{piece.number:06}" / "found"
            uses.update(read_part(path, 0))
            claims.update(read_part(path, 1))
            self._rejects += [Reject(*one) for one in read_part(path, 2)]
        return uses, claims

    def _named(self, shared: Workspace, held: Mapping[str, list[Held]], uses: set[str], claims: set[str]) -> Workspace:
        """Add what is in no table: claims that only statements name, outlets without a row."""
        uses.update(outlet_uses(held))
        changes: dict[str, Any] = {
            "outlets": dict(sorted({**shared.outlets, **OutletNames(shared, uses).implicit()}.items()))
        }
        if not any(file.table == "claims" for file in self._files):
            changes["claims"] = plain_claims(claims, (*shared.outlets, *shared.parties, *shared.sources))
        return replaced(shared, **changes)

    def _names(self, shared: Workspace, held: Mapping[str, list[Held]], uses: set[str]) -> Names:
        recorded = {id_: outlet for id_, outlet in shared.outlets.items() if not outlet.implicit}
        return Names(
            outlets=OutletNames(replaced(shared, outlets=recorded), {*uses, *shared.outlets}).ids(),
            parties=frozenset(shared.parties),
            sources=frozenset(shared.sources),
            claims=frozenset(shared.claims),
            recorded=frozenset((*recorded, *shared.parties, *shared.sources, *shared.claims)),
            wanted=frozenset(possible_reports(held)),
            files=tuple(file.name for file in self._files),
            has_claims=any(file.table == "claims" for file in self._files),
        )

    def _find_heads(self, plan: Plan, names: Names, shared: Workspace, held: Mapping[str, list[Held]]) -> Workspace:
        self._run("finding", Worker(find_heads, plan, names), range(plan.partitions))
        found: set[str] = set()
        for number in range(plan.partitions):
            path = self._work / "heads" / f"{number:06}"
            found.update(read_part(path, 1))
            self._rejects += [Reject(*one) for one in read_part(path, 2)]
        if not held.get("responses") and not held.get("dependences"):
            return shared
        return read_listed(held, shared, sorted(found), self._rejects)

    def _join(self, plan: Plan, names: Names, shared: Workspace) -> tuple[Workspace, dict[str, int]]:
        """Join reports with what they say; those that small tables name are given back with the small tables."""
        needs = Needs(replaced(shared, reports={}))
        listed = [Key(RecordKind.RESPONSE, "", number) for number in range(len(shared.responses))]
        wanted = {key.id for one in listed for key in needs.of(one) if key.kind is RecordKind.REPORT}
        between = {id_ for tie in shared.dependences for id_ in tie.between}
        tied = frozenset(id_ for id_ in between & shared.outlets.keys() if not shared.outlets[id_].passes_on_only)
        known = {*shared.outlets, *shared.parties, *shared.sources}
        own = frozenset(wanted | (between - known))
        self._run("joining", Worker(join, plan, names, own, tied), range(plan.partitions))
        reports: dict[str, Report] = {}
        counts = dict.fromkeys(("reports", "statements", "citations"), 0)
        with whole_file(self._corpus / REST) as rest:
            for number in range(plan.partitions):
                path = self._work / "joined" / f"{number:06}"
                rest.writelines(f"{line}\n" for line in read_part(path, 0))
                found = [unpack(Report, json.loads(text)) for text in read_part(path, 1)]
                reports |= {report.id: report for report in found}
                self._rejects += [Reject(*one) for one in read_part(path, 2)]
                for name, count in zip(counts, read_part(path, 3), strict=True):
                    counts[name] += count
        return replaced(shared, reports=dict(sorted(reports.items()))), counts

    def _close(self, plan: Plan, shared: Workspace) -> None:
        folder = self._corpus / BUCKETS
        folder.mkdir(exist_ok=True)
        self._run("closing", Worker(_close, plan, shared, str(folder)), range(plan.buckets))

    def _refuse(self) -> None:
        count = write_rejects(self._corpus / REJECTS, self._rejects)
        raise CorpusError(f"{count:,} rows cannot be used; '{self._corpus / REJECTS}' says which and why")

    def _finish(self, counts: Mapping[str, int], shared: Workspace, found: int) -> Imported:
        rejected = write_rejects(self._corpus / REJECTS, self._rejects)
        write_shared(self._corpus, shared)
        codes = Counter((one.table, one.code) for one in self._rejects)
        done = Imported(counts=counted(counts, shared, found), rejected=rejected, codes=codes)
        write_manifest(self._corpus, self._buckets, done.counts, done.rejected)
        return done


_CLOSINGS: dict[tuple[str, int], Closing] = {}


def _close(plan: Plan, shared: Workspace, folder: str, bucket: int) -> None:
    """Close one bucket; what all buckets share is prepared once in each process."""
    key = (plan.work, id(shared))
    if key not in _CLOSINGS:
        _CLOSINGS.clear()
        _CLOSINGS[key] = Closing(plan, shared)
    _CLOSINGS[key].close(Path(folder), bucket)
