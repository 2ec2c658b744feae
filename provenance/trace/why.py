"""Why a claim rests on a report, source, party or outlet: the ways, what carries them, what would change it."""

from collections.abc import Iterator, Mapping
from itertools import islice, pairwise

from provenance.dates import Date
from provenance.graph import Edge, Node
from provenance.trace import Tracer
from provenance.trace.answer import Finding
from provenance.trace.carriers import Carrier, find_carriers
from provenance.trace.drift import find_drift
from provenance.trace.subject import Subject
from provenance.trace.ways import Way, Ways
from provenance.trace.weigh import Weighed, weigh
from provenance.trace.what_if import WhatIf, try_changes
from provenance.value import value


@value
class Stop:
    """One node of a way, with the citations that lead to it from the one before, and what hardens or changes there.

    `fallen` tells that its report was retracted or withdrawn, which only the last one's can be.
    """

    node: Node
    edges: tuple[Edge, ...]
    drift: tuple[Finding, ...]
    fallen: bool


Stops = tuple[Stop, ...]


@value
class Why:
    """The answer for a claim and a subject.

    `held` tells that the claim's graph holds the subject. `number` counts the ways, `exact`ly or at least; `ways` are
    the first of them, and `complete` where these are all. With no way, what carries and changes it is not asked.
    """

    claim: str
    text: str
    subject: Subject
    as_of: Date | None
    now: Weighed
    held: bool
    number: int
    exact: bool
    ways: tuple[Stops, ...]
    complete: bool
    carriers: tuple[Carrier, ...]
    what_ifs: tuple[WhatIf, ...]


class Reasons:
    """Answers why one claim, seen at a date, rests on one subject. Raises UnknownClaimError when it is used."""

    def __init__(self, tracer: Tracer, claim: str, subject: Subject, as_of: Date | None = None) -> None:
        self._tracer = tracer
        self._subject = subject
        self._support = tracer.support(claim, as_of)
        self._ways = Ways(self._support, subject.nodes)

    def ways(self) -> Iterator[Stops]:
        """Give every way, shortest first, then by ids; each is found only when it is asked for."""
        drift: dict[tuple[Node, Node], list[Finding]] = {}
        for finding in find_drift(self._support):
            assert finding.edge is not None
            drift.setdefault((finding.edge.citing, finding.edge.cited), []).append(finding)
        return (tuple(self._stops(way, drift)) for way in self._ways.shortest())

    def answer(self, most: int) -> Why:
        """Answer with the first ways, at most so many. One way more is looked for, to know whether they are all."""
        support, subject = self._support, self._subject
        ways = tuple(islice(self.ways(), most + 1))
        number, exact = self._ways.number
        complete = len(ways) <= most
        carriers = find_carriers(self._ways)
        return Why(
            claim=support.claim,
            text=self._tracer.workspace.claims[support.claim].text,
            subject=subject,
            as_of=support.as_of,
            now=weigh(self._tracer, support),
            held=bool(support.nodes & subject.nodes),
            number=max(number, len(ways)),
            exact=exact or complete,
            ways=ways[:most],
            complete=complete,
            carriers=carriers,
            what_ifs=try_changes(self._tracer, support, subject, carriers) if number else (),
        )

    def _stops(self, way: Way, drift: Mapping[tuple[Node, Node], list[Finding]]) -> Iterator[Stop]:
        yield self._stop(way[0], (), [])
        for citing, cited in pairwise(way):
            edges = tuple(edge for edge in self._support.graph.edges_from(citing) if edge.cited == cited)
            yield self._stop(cited, edges, drift.get((citing, cited), []))

    def _stop(self, node: Node, edges: tuple[Edge, ...], drift: list[Finding]) -> Stop:
        return Stop(node=node, edges=edges, drift=tuple(drift), fallen=self._support.fell(node))
