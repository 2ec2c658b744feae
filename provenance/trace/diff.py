"""Two states of the records compared by meaning: claim by claim, then what belongs to no single claim."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from provenance.graph import Node, NodeKind
from provenance.model import Workspace
from provenance.trace import Tracer
from provenance.trace.affected import affected_claims
from provenance.trace.answer import Doubt, Finding, FindingKind, Gap, Origin, Trace, Verdict
from provenance.trace.difference import ClaimDifference, Difference, How, OriginDifference, ReportDifference
from provenance.trace.records import compare_records
from provenance.trace.same_outlets import with_outlets_of
from provenance.trace.support import Support
from provenance.trace.weigh import Weighed
from provenance.value import value

T = TypeVar("T")


class Comparison:
    """Two states of the records; `old` has the outlet ids of `new`, so that one outlet has one id in both."""

    def __init__(self, old: Workspace, new: Workspace) -> None:
        aligned = with_outlets_of(old, new)
        self.old, self.new = Tracer(aligned), Tracer(new)
        self._records = compare_records(old, aligned, new)

    def difference(self, advance: Callable[[int, int], None] = lambda _done, _total: None) -> Difference:
        """Find everything in which the two differ. Only claims that a change can bear on are traced.

        `advance` is told how many of these are done, of how many.
        """
        claims = self.old.workspace.claims.keys() | self.new.workspace.claims.keys()
        affected = sorted(affected_claims(self.old.graph, self.new.graph, self._records)) if self._records.found else []
        found: list[ClaimDifference] = []
        for number, claim in enumerate(affected):
            advance(number, len(affected))
            difference = self._claim(claim)
            if _differs(difference):
                found.append(difference)
        return Difference(claims=tuple(found), records=self._records.records, compared=len(claims))

    def _claim(self, claim: str) -> ClaimDifference:
        before, after = _seen(self.old, claim), _seen(self.new, claim)
        seen = [state for state in (before, after) if state is not None]
        nodes = frozenset[Node]().union(*(state.support.nodes for state in seen))
        reports = frozenset[str]().union(*(state.support.reports for state in seen))
        family = frozenset([claim]).union(*(state.support.graph.ties.neighbours(claim) for state in seen))
        moved = tuple(self._reports(before, after))
        moved_ids = {found.id for found in moved}
        findings = [state.answer.findings if state else () for state in (before, after)]
        gaps = [state.answer.gaps if state else () for state in (before, after)]
        return ClaimDifference(
            claim=claim,
            text=seen[-1].answer.text,
            before=before.weighed if before else None,
            after=after.weighed if after else None,
            fields=self._records.claims.get(claim, ()),
            origins=tuple(_origins(before, after)),
            reports=moved,
            acts=tuple(found for found in self._records.acts if found.report in reports),
            statements=tuple(
                found
                for found in self._records.statements
                if Node(NodeKind.STATEMENT, found.report, found.claim) in nodes
                and (found.how is How.CHANGED or found.report not in moved_ids)
            ),
            responses=tuple(found for found in self._records.responses if found.response.claim in family),
            findings_opened=_only_in_first(findings[1], findings[0], _finding_key),
            findings_closed=_only_in_first(findings[0], findings[1], _finding_key),
            gaps_opened=_only_in_first(gaps[1], gaps[0], _gap_key),
            gaps_closed=_only_in_first(gaps[0], gaps[1], _gap_key),
        )

    def _reports(self, before: "_Seen | None", after: "_Seen | None") -> Iterator[ReportDifference]:
        """Compare which reports are in the claim's graph; one may enter or leave it that both states hold."""
        old, new = (state.support.reports if state else frozenset[str]() for state in (before, after))
        for id_ in sorted(old ^ new):
            how, other = (How.ADDED, self.old) if id_ in new else (How.REMOVED, self.new)
            yield ReportDifference(id=id_, how=how, on_record=id_ in other.workspace.reports)


@value
class _Seen:
    """A claim in one of the two states: its answer, and the graph behind it."""

    answer: Trace
    support: Support

    @property
    def weighed(self) -> Weighed:
        answer = self.answer
        verdict = Verdict(status=answer.status, origin_count=answer.origin_count, supporting=answer.supporting)
        origins = frozenset(origin.node for origin in _counted(self))
        return Weighed(verdict=verdict, origins=origins, declared_by=answer.declared_by)


def _seen(tracer: Tracer, claim: str) -> _Seen | None:
    if claim not in tracer.workspace.claims:
        return None
    return _Seen(answer=tracer.trace(claim), support=tracer.support(claim))


def _differs(found: ClaimDifference) -> bool:
    """Tell whether there is anything to say of a claim."""
    if found.before is None or found.after is None or found.before.differs(found.after):
        return True
    lists = (
        *(found.fields, found.origins, found.reports, found.acts, found.statements, found.responses),
        *(found.findings_opened, found.findings_closed, found.gaps_opened, found.gaps_closed),
    )
    return any(lists)


def _counted(state: _Seen | None) -> list[Origin]:
    """Give the origins that count: those that only retracted reports lead to do not."""
    return [origin for origin in state.answer.origins if origin.doubt is not Doubt.RETRACTED] if state else []


def _origins(before: _Seen | None, after: _Seen | None) -> Iterator[OriginDifference]:
    old, new = ({origin.node: origin for origin in _counted(state)} for state in (before, after))
    for node in sorted(old.keys() | new.keys(), key=lambda node: (node.id, node)):
        one, other = old.get(node), new.get(node)
        if one is None or other is None or (one.kind, one.doubt) != (other.kind, other.doubt):
            yield OriginDifference(before=one, after=other)


def _only_in_first(first: Iterable[T], second: Iterable[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    known = set(map(key, second))
    return tuple(found for found in first if key(found) not in known)


def _finding_key(finding: Finding) -> Hashable:
    """Tell findings apart by what they say; a rating that is not allowed is one, however many origins there are."""
    facts = () if finding.kind is FindingKind.RATING_NOT_ALLOWED else finding.facts
    return finding.kind, finding.at, facts


def _gap_key(gap: Gap) -> Hashable:
    """Tell gaps apart by kind and subject: what their words say may change while they stay open."""
    return gap.kind, gap.subject
