"""Stage four of an import: the families of one bucket, each with everything its answers come from."""

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from provenance.corpus.joining import BUCKETS_FROM, Joined
from provenance.corpus.spilling import read_part
from provenance.corpus.spreading import Plan
from provenance.corpus.store import Family, write_bucket
from provenance.model import CitedKind, Workspace
from provenance.packing import pack
from provenance.slices import OF_CITED, Key, Needs, RecordKind, reached
from provenance.spelling import folded

_SECTIONS = (
    ("outlets", RecordKind.OUTLET),
    ("parties", RecordKind.PARTY),
    ("sources", RecordKind.SOURCE),
    ("claims", RecordKind.CLAIM),
)


class Closing:
    """Makes families out of joined reports and the small tables, which also hold the shared reports."""

    def __init__(self, plan: Plan, shared: Workspace) -> None:
        self._plan = plan
        self._shared = shared
        self._needs = Needs(shared)
        self._known: dict[Key, list[Key]] = {}
        self._packed: dict[Key, str] = {}

    def close(self, folder: Path, bucket: int) -> None:
        """Write one bucket of the corpus."""
        path = folder / f"{bucket:04}.parquet"
        if path.exists():
            return
        reports: dict[str, Joined] = {}
        for part in sorted((Path(self._plan.work) / "joined").glob("[0-9]*")):
            for joined in read_part(part, BUCKETS_FROM + bucket) or ():
                reports[joined[0]] = joined
        write_bucket(path, self._families(bucket, reports))

    def _families(self, bucket: int, reports: Mapping[str, Joined]) -> Iterator[Family]:
        said: dict[str, list[Joined]] = {}
        for joined in reports.values():
            for claim, *_ in joined[3]:
                said.setdefault(claim, []).append(joined)
        for family, claims in self._claims.get(bucket, {}).items():
            yield self._family(family, claims, reports, said)

    @cached_property
    def _claims(self) -> dict[int, dict[str, list[str]]]:
        """The claims of each family of each bucket, in order."""
        found: dict[int, dict[str, list[str]]] = {}
        for claim in sorted(self._shared.claims):
            family = self._plan.families.get(claim, claim)
            found.setdefault(self._plan.bucket_of(claim), {}).setdefault(family, []).append(claim)
        return found

    def _family(
        self, id_: str, claims: list[str], reports: Mapping[str, Joined], said: Mapping[str, list[Joined]]
    ) -> Family:
        citations = 0
        first: set[Key] = set()
        for claim in claims:
            first.update(self._of(Key(RecordKind.CLAIM, claim)))
            for joined in said.get(claim, ()):
                first.add(Key(RecordKind.REPORT, joined[0]))
                for about, count, cited, others, named in joined[3]:
                    if about == claim:
                        citations += count
                        first.update(Key(RecordKind.REPORT, one) for one in cited)
                        first.update(Key(OF_CITED[CitedKind(kind)], one) for kind, one in others)
                        first.update(self._said_to_be_first(named, reports))
        start = Key(RecordKind.CLAIM, claims[0])
        shared = self._shared.reports
        own = {key for key in first if key.kind is RecordKind.REPORT and key.id not in shared}
        for key in own:
            first.update(self._of_report(reports[key.id]))
        first -= own
        keys = reached(start, lambda key: first if key == start else () if key in own else self._of(key))
        return Family(id=id_, claims=tuple(claims), citations=citations, slice=self._slice(keys | own, reports))

    def _of(self, key: Key) -> list[Key]:
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._needs.of(key)
        return found

    def _of_report(self, joined: Joined) -> list[Key]:
        """Give what a report needs that no small table names."""
        found = [Key(RecordKind.OUTLET, joined[1])]
        return found + [Key(RecordKind.MENTION, claim) for claim, *_ in joined[3]]

    def _said_to_be_first(self, named: str | None, reports: Mapping[str, Joined]) -> Iterator[Key]:
        if named is None:
            return
        outlets = self._outlet_names
        if named in reports or named in self._shared.reports:
            yield Key(RecordKind.REPORT, named)
        elif folded(named) in outlets:
            yield Key(RecordKind.OUTLET, outlets[folded(named)])

    def _slice(self, keys: set[Key], reports: Mapping[str, Joined]) -> bytes:
        """Write what `pack_workspace` gives for the part of these records (provenance/slices.py)."""
        ids: dict[RecordKind, set[str]] = {kind: set() for kind in RecordKind}
        numbers: dict[RecordKind, list[int]] = {RecordKind.RESPONSE: [], RecordKind.DEPENDENCE: []}
        for key in keys:
            kind = RecordKind.CLAIM if key.kind is RecordKind.MENTION else key.kind
            if kind in numbers:
                numbers[kind].append(key.number)
            else:
                ids[kind].add(key.id)
        written = {section: [self._text(Key(kind, id_)) for id_ in sorted(ids[kind])] for section, kind in _SECTIONS}
        written["reports"] = [
            reports[id_][2] if id_ in reports else self._text(Key(RecordKind.REPORT, id_))
            for id_ in sorted(ids[RecordKind.REPORT])
        ]
        for section, kind in (("responses", RecordKind.RESPONSE), ("dependences", RecordKind.DEPENDENCE)):
            written[section] = [self._text(Key(kind, "", number)) for number in sorted(numbers[kind])]
        parts = (f'"{section}":[{",".join(texts)}]' for section, texts in written.items() if texts)
        return f"{{{','.join(parts)}}}".encode()

    def _text(self, key: Key) -> str:
        found = self._packed.get(key)
        if found is None:
            record = self._record(key)
            found = self._packed[key] = json.dumps(pack(record), ensure_ascii=False, separators=(",", ":"))
        return found

    def _record(self, key: Key) -> object:
        if key.kind is RecordKind.RESPONSE:
            return self._shared.responses[key.number]
        if key.kind is RecordKind.DEPENDENCE:
            return self._shared.dependences[key.number]
        return self._by_id[key.kind][key.id]

    @cached_property
    def _outlet_names(self) -> dict[str, str]:
        return self._shared.outlet_names

    @cached_property
    def _by_id(self) -> dict[RecordKind, Mapping[str, object]]:
        found: dict[RecordKind, Mapping[str, object]] = {
            kind: getattr(self._shared, section) for section, kind in _SECTIONS
        }
        return {**found, RecordKind.REPORT: self._shared.reports}
