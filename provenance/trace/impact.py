"""What falls if a report, source, party or outlet falls or is retracted, claim by claim."""

from dataclasses import replace
from enum import StrEnum
from functools import cached_property

from provenance.dates import Date
from provenance.graph import CitationGraph, Edge, Node, NodeKind
from provenance.model import Change, CitedKind, Response, Stance, Workspace
from provenance.trace import Tracer
from provenance.trace.answer import Answered
from provenance.trace.footing import Footing, find_footing, find_leading
from provenance.trace.responses import list_responses
from provenance.trace.subject import Subject, Tied, find_tied
from provenance.trace.support import Support
from provenance.trace.weigh import Weighed, weigh
from provenance.value import replaced, value


class Rests(StrEnum):
    """How a report rests on the subject."""

    ITSELF = "itself"
    DIRECTLY = "directly"
    THROUGH_OTHERS = "through-others"


class Fate(StrEnum):
    """What becomes of a supporting report if the subject falls."""

    FALLS = "falls"
    IN_DOUBT = "in-doubt"
    STANDS = "stands"
    NO_WAY = "no-way"
    OUT = "out"


@value
class Fallen:
    """A report of the subject that was retracted or withdrawn already."""

    report: str
    change: Change
    date: Date


@value
class Resting:
    """A report that supports a claim and rests on the subject.

    `sure` tells that it does so however doubts turn out; `uncorrected` that its publisher has done nothing about it:
    where the subject is a report that was retracted, nothing since.
    """

    report: str
    rests: Rests
    sure: bool
    fate: Fate
    changes: tuple[tuple[Change, Date], ...]
    uncorrected: bool


@value
class ClaimImpact:
    """What a fall does to one claim. `origins_lost` are the ids of the origins that are reached no longer.

    `others` rest on the subject without supporting the claim. `responses` are those to the claim that the subject
    gives, or that nobody else reports: they stand in `after`; `unanswered` is the verdict with them gone too (None
    where there are none). `changes` tells whether anything does: status, count, or what a report can rest on.
    """

    claim: str
    text: str
    before: Weighed
    after: Weighed
    origins_lost: tuple[str, ...]
    reports: tuple[Resting, ...]
    others: tuple[tuple[str, Stance], ...]
    responses: tuple[Answered, ...]
    unanswered: Weighed | None
    changes: bool


@value
class Impact:
    """The answer for one subject: `claims` are those whose graph holds it or that it answers, by id."""

    subject: Subject
    as_of: Date | None
    fallen: tuple[Fallen, ...]
    tied: tuple[Tied, ...]
    claims: tuple[ClaimImpact, ...]


def find_impact(tracer: Tracer, subject: Subject, as_of: Date | None = None) -> Impact:
    """Let the subject fall, as if it were retracted, and trace every claim again that it bears on."""
    graph = tracer.graph
    graph.include_everything()
    known = [node for node in subject.nodes if node in graph]
    claims = {node.claim for node in graph.reach(known, down=True) if node.kind is NodeKind.STATEMENT}
    claims |= {response.claim for response in graph.workspace.responses if _is_its_own(subject, response)}
    fallen = _fallen(graph.workspace, subject, as_of)
    found = [_Fall(tracer, Support(graph, claim, as_of), subject, fallen) for claim in sorted(claims)]
    return Impact(
        subject=subject,
        as_of=as_of,
        fallen=fallen,
        tied=find_tied(graph, subject),
        claims=tuple(fall.impact() for fall in found if fall.held or fall.responses),
    )


def _fallen(workspace: Workspace, subject: Subject, as_of: Date | None) -> tuple[Fallen, ...]:
    ids = sorted({node.id for node in subject.nodes if node.kind is NodeKind.REPORT})
    changes = [(id_, change, date) for id_ in ids for change, date in workspace.reports[id_].changes_by(as_of)]
    return tuple(
        Fallen(report=id_, change=change, date=date) for id_, change, date in changes if change is not Change.CORRECTED
    )


class _Fall:
    """One claim with the subject, and without it."""

    def __init__(self, tracer: Tracer, support: Support, subject: Subject, fallen: tuple[Fallen, ...]) -> None:
        self._tracer = tracer
        self._subject = subject
        self._since = [one.date for one in fallen] if subject.kind is CitedKind.REPORT else []
        self._before = support
        self._after = Support(support.graph, support.claim, support.as_of, without=subject.nodes)
        self.held = support.nodes & subject.nodes
        own = (found for found in list_responses(support) if found.addresses)
        self.responses = tuple(found for found in own if _is_its_own(subject, found.response))

    @property
    def _graph(self) -> CitationGraph:
        return self._before.graph

    def impact(self) -> ClaimImpact:
        before, after = weigh(self._tracer, self._before), weigh(self._tracer, self._after)
        unanswered = self._unanswered() if self.responses else None
        resting = self._leading.possible | self._citing
        others = [
            (node.id, stance) for node in self._before.statements if (stance := self._other_stance(node, resting))
        ]
        return ClaimImpact(
            claim=self._before.claim,
            text=self._graph.workspace.claims[self._before.claim].text,
            before=before,
            after=after,
            origins_lost=tuple(sorted({node.id for node in before.origins - after.origins})),
            reports=tuple(self._resting(node) for node in self._before.all_supporting if node in resting),
            others=tuple(others),
            responses=self.responses,
            unanswered=unanswered,
            changes=self._footing_changes() or any(before.differs(then) for then in (after, unanswered) if then),
        )

    @cached_property
    def _leading(self) -> Footing:
        """What rests on the subject through reports that stand."""
        standing = frozenset(node for node in self._before.nodes if not self._before.fell(node))
        return find_leading(self._graph, self.held, standing | self.held)

    @cached_property
    def _citing(self) -> frozenset[Node]:
        """What cites what rests on the subject: of the claim, what rests on it too, and what fell by itself."""
        return frozenset(by for node in self._leading.possible for by in self._graph.cited_by(node))

    @cached_property
    def _footings(self) -> tuple[Footing, Footing]:
        return find_footing(self._before), find_footing(self._after)

    def _footing_changes(self) -> bool:
        """Tell whether a supporting report falls, loses its ways to an origin, or is no longer sure of one."""
        supporting, (before, after) = frozenset(self._before.supporting), self._footings
        lost = before.possible - after.possible, before.sure - after.sure, self._subject.nodes
        return any(supporting & nodes for nodes in lost)

    def _other_stance(self, node: Node, resting: frozenset[Node]) -> Stance | None:
        stance = self._before.stance(node)
        return stance if node in resting and stance is not Stance.SUPPORTS else None

    def _resting(self, node: Node) -> Resting:
        report = self._graph.workspace.reports[node.id]
        changes = report.changes_by(self._before.as_of)
        return Resting(
            report=node.id,
            rests=self._how(node),
            sure=node in self._leading.sure or any(edge.cited in self._leading.sure for edge in self._sure_edges(node)),
            fate=self._fate(node),
            changes=changes,
            uncorrected=all(any(date.surely_before(fell) for fell in self._since) for _, date in changes),
        )

    def _sure_edges(self, node: Node) -> list[Edge]:
        return [edge for edge in self._graph.edges_from(node) if not edge.in_doubt]

    def _how(self, node: Node) -> Rests:
        if node in self._subject.nodes:
            return Rests.ITSELF
        direct = any(cited in self._subject.nodes for cited in self._graph.cites(node))
        return Rests.DIRECTLY if direct else Rests.THROUGH_OTHERS

    def _fate(self, node: Node) -> Fate:
        before, after = self._footings
        if self._before.fell(node):
            return Fate.OUT
        if node in self._subject.nodes:
            return Fate.FALLS
        if node not in before.possible:
            return Fate.NO_WAY
        if node not in after.possible:
            return Fate.FALLS
        return Fate.STANDS if node in after.sure else Fate.IN_DOUBT

    def _unanswered(self) -> Weighed:
        """Trace again without the responses, the subject fallen as well."""
        gone = [found.response for found in self.responses]
        left = tuple(response for response in self._graph.workspace.responses if response not in gone)
        graph = CitationGraph(replaced(self._graph.workspace, responses=left))  # responses tie no origins: same groups
        return weigh(self._tracer, replace(self._after, graph=graph))


def _is_its_own(subject: Subject, response: Response) -> bool:
    """Tell whether the subject, or what falls with it, gave the response or is alone in reporting it."""
    ids = {node.id for node in subject.nodes}
    return response.by in ids or (bool(response.reported_by) and ids.issuperset(response.reported_by))
