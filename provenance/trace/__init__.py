"""From the citation graph to answers: where a claim starts, how many origins it has, what is missing."""

import sys
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import Any

from provenance.dates import Date
from provenance.graph import CitationGraph
from provenance.model import Stance, Workspace
from provenance.trace import facts
from provenance.trace.answer import (
    Answered,
    CommonLink,
    Doubt,
    Finding,
    FindingKind,
    Gap,
    Origin,
    OriginCount,
    Trace,
)
from provenance.trace.chronology import find_chronology
from provenance.trace.count import count_origins
from provenance.trace.drift import find_drift
from provenance.trace.gaps import Found, find_gaps, sort_gaps, stale_gap
from provenance.trace.groups import Groups
from provenance.trace.links import find_common_links
from provenance.trace.loops import find_loops
from provenance.trace.origins import list_origins
from provenance.trace.responses import list_responses
from provenance.trace.status import find_status
from provenance.trace.support import Clock, Support
from provenance.trace.tree import ALL, Shape, claim_tree, report_tree

__all__ = ["ALL", "Shape", "Tracer", "claim_tree", "report_tree", "sort_gaps"]


class Tracer:
    """Traces claims of one workspace; what claims share (graph, origin groups) is built once."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.graph = CitationGraph(workspace)

    @cached_property
    def groups(self) -> Groups:
        """The origin groups of the workspace."""
        return Groups(self.graph)

    def support(self, claim: str, as_of: Date | None = None) -> Support:
        """Give the claim's graph as seen at a date. Raises UnknownClaimError when it is used."""
        return Support(self.graph, claim, as_of)

    def trace(self, claim: str, as_of: Date | None = None, clock: Clock = Clock.PUBLISHED) -> Trace:
        """Answer for one claim. Raises UnknownClaimError."""
        support = Support(self.graph, claim, as_of, clock=clock)
        count = count_origins(support, self.groups)
        origins = list_origins(support, self.groups, count)
        responses = list_responses(support)
        links = find_common_links(support)
        declared = self.declared(origins, count.interval)
        found = Found(
            support=support, origins=origins, count=count.interval, responses=responses, declared=declared is not None
        )
        return Trace(
            claim=claim,
            text=self.workspace.claims[claim].text,
            as_of=as_of,
            status=find_status(support, responses, origins, count.interval),
            reports=len(support.reports),
            supporting=len(support.supporting),
            stances=_stances(support),
            origins=origins,
            origin_count=count.interval,
            responses=responses,
            common_links=links,
            findings=self._findings(support, origins, count.interval, responses, links),
            gaps=find_gaps(found),
            tree=claim_tree(support),
            declared_by=declared,
        )

    def stale(self, answer: Trace, today: Date, days: int) -> Gap | None:
        """Give the gap of a claim with no report in the last `days` before `today`, None where it has one."""
        return stale_gap(self.support(answer.claim, answer.as_of), answer.status, today, days)

    def _findings(
        self,
        support: Support,
        origins: tuple[Origin, ...],
        count: OriginCount,
        responses: tuple[Answered, ...],
        links: tuple[CommonLink, ...],
    ) -> tuple[Finding, ...]:
        found = [
            *find_loops(support, responses),
            *find_drift(support),
            *facts.find_not_in_cited(support),
            *find_chronology(support),
            *facts.find_detail_conflicts(support),
            *facts.find_retracted_support(support),
            *facts.find_common_links(links),
            *facts.find_shared_owners(self.groups, origins),
            *facts.find_response_conflicts(responses),
            *facts.find_rating_not_allowed(support, count),
        ]
        severity = {kind: number for number, kind in enumerate(FindingKind)}
        unique = {(finding.kind, finding.at, finding.facts): finding for finding in found}
        return tuple(sorted(unique.values(), key=lambda one: (severity[one.kind], one.at, str(one.facts))))

    def declared(self, origins: tuple[Origin, ...], count: OriginCount) -> tuple[str, ...] | None:
        """Give the bases on which every pair of several groups is declared independent.

        None where some pair is not, or there are not surely several.
        """
        if count.min <= 1:
            return None
        return self.groups.declared(origin.node for origin in origins if origin.doubt is not Doubt.RETRACTED)


def _stances(support: Support) -> tuple[tuple[Stance, int], ...]:
    standing = [support.stance(node) for node in support.statements if not support.fell(node)]
    return tuple((stance, standing.count(stance)) for stance in Stance)


class _Room(ModuleType):
    """This room has the name of the function of `from provenance import trace`; so it can be called as that."""

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return import_module("provenance.notebook").trace(*arguments, **named)


sys.modules[__name__].__class__ = _Room
