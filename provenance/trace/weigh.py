"""A claim weighed, however it is seen: its verdict, the origins behind it, and what is said of their independence."""

from provenance.graph import Node
from provenance.trace import Tracer
from provenance.trace.answer import Status, Verdict
from provenance.trace.count import count_origins
from provenance.trace.origins import list_origins
from provenance.trace.responses import list_responses
from provenance.trace.status import find_status
from provenance.trace.support import Support
from provenance.value import value


@value
class Weighed:
    """A verdict with the origins of all resolutions.

    `declared_by` are the bases on which every pair of several origin groups is declared independent, None where some
    pair is not, or there are not surely several.
    """

    verdict: Verdict
    origins: frozenset[Node]
    declared_by: tuple[str, ...] | None

    def differs(self, other: "Weighed") -> bool:
        """Tell whether status or count are others; what decides the count makes no difference."""
        return self.short != other.short

    @property
    def short(self) -> tuple[Status, int, int, bool]:
        """The status and the count, without what decides it."""
        count = self.verdict.origin_count
        return self.verdict.status, count.min, count.max, count.bounded


def weigh(tracer: Tracer, support: Support) -> Weighed:
    """Weigh a claim: at a date, with nodes taken as fallen, or in records that differ in nothing that ties origins."""
    count = count_origins(support, tracer.groups)
    origins = list_origins(support, tracer.groups, count)
    status = find_status(support, list_responses(support), origins, count.interval)
    verdict = Verdict(status=status, origin_count=count.interval, supporting=len(support.supporting))
    return Weighed(verdict=verdict, origins=count.possible, declared_by=tracer.declared(origins, count.interval))
