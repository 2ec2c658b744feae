"""From a workspace in memory to a corpus."""

import json
from pathlib import Path
from typing import Any

from provenance.corpus.beginning import begun
from provenance.corpus.finishing import Imported, bucket_count, counted, whole_file, write_shared
from provenance.corpus.formats import require_arrow
from provenance.corpus.rejecting import write_rejects
from provenance.corpus.spreading import Plan
from provenance.corpus.store import (
    BUCKETS,
    REJECTS,
    REST,
    Family,
    claim_families,
    family_of,
    write_bucket,
    write_manifest,
)
from provenance.corpus.working import Advance
from provenance.model import Workspace
from provenance.packing import pack
from provenance.slices import Key, Needs, RecordKind, part, reached
from provenance.value import replaced


def import_workspace(workspace: Workspace, corpus: Path, *, advance: Advance | None = None) -> Imported:
    """Make a corpus of a workspace that is in memory: the same families as its tables give."""
    require_arrow()
    with begun(corpus, ""):
        buckets = bucket_count(len(workspace.reports))
        plan = Plan(work="", partitions=1, buckets=buckets, families=claim_families(workspace.claims))
        found = _write_families(workspace, corpus, plan, advance or (lambda _stage, _done, _total: None))
        with whole_file(corpus / REST) as rest:
            for report in workspace.reports.values():
                if not report.says:
                    rest.write(json.dumps(pack(report), ensure_ascii=False, separators=(",", ":")) + "\n")
        write_rejects(corpus / REJECTS, ())
        shared = replaced(workspace, reports={})
        write_shared(corpus, shared)
        says = [said for report in workspace.reports.values() for said in report.says]
        counts = {"reports": len(workspace.reports), "statements": len(says), "citations": sum(map(_cited, says))}
        done = Imported(counts=counted(counts, shared, found), rejected=0)
        write_manifest(corpus, buckets, done.counts, done.rejected)
    return done


def _write_families(workspace: Workspace, corpus: Path, plan: Plan, advance: Advance) -> int:
    """Write the buckets, and give how many families there are."""
    together: dict[int, dict[str, list[str]]] = {number: {} for number in range(plan.buckets)}
    for claim in sorted(workspace.claims):
        together[plan.bucket_of(claim)].setdefault(plan.family_of(claim), []).append(claim)
    needs = Needs(workspace)
    (corpus / BUCKETS).mkdir(exist_ok=True)
    for bucket, found in together.items():
        made = (_family(workspace, needs, id_, claims) for id_, claims in found.items())
        write_bucket(corpus / BUCKETS / f"{bucket:04}.parquet", made)
        advance("closing", bucket + 1, plan.buckets)
    return sum(map(len, together.values()))


def _family(workspace: Workspace, needs: Needs, id_: str, claims: list[str]) -> Family:
    keys = reached(Key(RecordKind.CLAIM, claims[0]), needs.of)
    mine = set(claims)
    reports = {key.id for key in keys if key.kind is RecordKind.REPORT}
    citations = sum(_cited(one) for name in reports for one in workspace.reports[name].says if one.claim in mine)
    return family_of(id_, claims, citations, part(workspace, keys))


def _cited(statement: Any) -> int:
    return sum(len(getattr(entry, "alternatives", (entry,))) for entry in statement.cites)
