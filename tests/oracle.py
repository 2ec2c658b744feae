"""A second, slow reading of docs/explanation/model.md, to hold `provenance.trace` against.

It works on the plain mappings that a YAML file holds, tries every resolution of doubt one after the other, and prefers
the obvious to the fast. It shares nothing with `provenance.trace` but the reading of dates. `expect` gives the answer
that the model asks for as a `View`; `seen` gives the same view of a real answer, so that the two can be compared.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations, pairwise, product
from typing import Any

from provenance.dates import Date, parse_date
from provenance.trace.answer import Finding, FindingKind, Origin, Trace

Records = dict[str, Any]
"""The sections of a workspace as YAML gives them: `{"claims": {...}, "reports": {...}, ...}`."""

Node = tuple[str, ...]
"""("statement", REPORT, CLAIM), ("report", REPORT), ("source", ID), ("party", ID), ("outlet", ID) or
("unnamed", REPORT, CLAIM, NUMBER)."""

View = dict[str, Any]
"""The parts of an answer that are compared, by name; every list in it is sorted."""

PASSES_ON = ("aggregator", "platform")
WEAK = ("unattributed", "unrecorded", "unlocated")
MAYBE_NOTHING = ("unrecorded", "unlocated")
FAMILY = ("own-reporting", "unattributed")
STRENGTH = {"certain": 3, "probable": 2, "possible": 1, "uncommitted": 0}
STANCES = ("supports", "denies", "questions", "comments")


@dataclass(frozen=True)
class Edge:
    """A citation; `number` tells two citations of one statement apart."""

    citing: Node
    cited: Node
    number: tuple[int, ...]
    not_said: bool = False


Tie = tuple[Node, Node]
Cites = dict[Node, list[Node]]
Groups = dict[Node, int]
Doubt = list[frozenset[Edge]]
"""The ways one doubtful citation may turn out: in each, the edges that hold."""


def expect(world: "World", claim: str, as_of: Date | None) -> View:
    """Answer for one claim of a workspace without faults."""
    return _Answer(world, claim, as_of).view()


def resolutions(records: Records) -> int:
    """Count the ways in which the doubts of a workspace can turn out."""
    world = World(records)
    ways: int = 2 ** len(world.possible_ties)
    for doubt in world.doubts:
        ways *= len(doubt)
    return ways


class World:
    """What all claims of a workspace share: edges, doubts and ties."""

    def __init__(self, records: Records) -> None:
        self.outlets: Records = records.get("outlets", {})
        self.parties: Records = records.get("parties", {})
        self.sources: Records = records.get("sources", {})
        self.reports: Records = records.get("reports", {})
        self.responses: list[Records] = records.get("responses", [])
        self.dependences: list[Records] = records.get("dependences", [])
        self.claims: Records = {
            id_: {"text": claim} if isinstance(claim, str) else claim
            for id_, claim in records.get("claims", {}).items()
        }
        self.implicit = _spellings(records)
        self.statements: dict[tuple[str, str], Records] = {
            (id_, statement["claim"]): statement
            for id_, report in self.reports.items()
            for statement in _statements(report)
        }
        self.edges: list[Edge] = []
        self.doubts: list[Doubt] = []
        for report, claim in self.statements:
            self._read_citations(report, claim)
        self.nodes = self._all_nodes()
        self.certain_ties, self.possible_ties = self._all_ties()

    # Names ----------------------------------------------------------------------------------------------------------

    def outlet_id(self, written: str) -> str:
        """Give the outlet that an id, a name or an alias stands for."""
        if written in self.outlets:
            return written
        for key in ("name", "aliases"):
            for id_, outlet in self.outlets.items():
                if written.casefold() in (name.casefold() for name in _listed(outlet.get(key, []))):
                    return id_
        return self.implicit[written.casefold()]

    def outlet_of(self, report: str) -> str:
        return self.outlet_id(self.reports[report]["outlet"])

    def agent_of(self, id_: str) -> str:
        """Give whom a source or party stands for."""
        party: str = self.sources.get(id_, {}).get("party") or id_
        return party

    # Citations ------------------------------------------------------------------------------------------------------

    def _read_citations(self, report: str, claim: str) -> None:
        unnamed = 0
        target: Node
        for number, written in enumerate(_listed(self.statements[report, claim].get("cites", []))):
            unclear = isinstance(written, dict) and "unclear" in written
            found: list[Edge] = []
            for part, citation in enumerate(_listed(written["unclear"]) if unclear else [written]):
                if isinstance(citation, dict) and citation.get("outlet") == "unnamed":
                    unnamed += 1
                    target, not_said = ("unnamed", report, claim, str(unnamed)), False
                else:
                    target, not_said = self._cited(report, claim, citation)
                found.append(Edge(("statement", report, claim), target, (number, part), not_said))
            self.edges += found
            if unclear:
                self.doubts.append([frozenset(some) for some in _subsets(found) if some])
            elif isinstance(written, dict) and written.get("attribution") == "unclear":
                self.doubts.append([frozenset(), frozenset(found)])

    def _cited(self, report: str, claim: str, citation: str | Records) -> tuple[Node, bool]:
        """Give the node that a citation in a statement leads to, and whether the cited report does not say it."""
        kind, id_ = self.named(citation)
        if kind != "report":
            return (kind, id_), False
        said = self.chosen(id_, claim)
        if said is None:
            return ("report", id_), True
        supporting = _stance(self.statements[report, claim]) == "supports"
        if supporting and _stance(self.statements[id_, said]) != "supports":
            return ("report", id_), True
        return ("statement", id_, said), False

    def named(self, citation: str | Records) -> tuple[str, str]:
        """Give the kind and id of what a citation names."""
        if isinstance(citation, str):
            tables = {"report": self.reports, "source": self.sources, "party": self.parties}
            kind = next((kind for kind, table in tables.items() if citation in table), "outlet")
            return kind, citation if kind != "outlet" else self.outlet_id(citation)
        kind = next(kind for kind in ("report", "source", "party", "outlet") if kind in citation)
        id_ = citation[kind]
        return kind, self.outlet_id(id_) if kind == "outlet" else id_

    def chosen(self, report: str, claim: str) -> str | None:
        """Give the claim on which a report cited for `claim` is read: the claim itself, or the best tied one."""
        candidates = [said for id_, said in self.statements if id_ == report]
        if claim in candidates:
            return claim
        ranked = [
            (has_part, steps, upwards, said)
            for said in candidates
            for upwards in (False, True)
            for has_part, steps in self._paths(claim, said, upwards=upwards)
        ]
        return min(ranked)[-1] if ranked else None

    def below(self, claim: str) -> list[tuple[str, bool]]:
        """List the claims that `claim` implies in one step, and whether by a part_of."""
        weaker = [(other, False) for other in _listed(self.claims[claim].get("stronger_than", []))]
        parts = [(id_, True) for id_, other in self.claims.items() if claim in _listed(other.get("part_of", []))]
        return weaker + parts

    def above(self, claim: str) -> list[tuple[str, bool]]:
        """List the claims that imply `claim` in one step, and whether by a part_of."""
        return [(id_, part) for id_ in self.claims for other, part in self.below(id_) if other == claim]

    def _paths(self, start: str, end: str, *, upwards: bool) -> Iterator[tuple[bool, int]]:
        """Give (does it use a part_of, length) of every simple path in one direction."""
        stack: list[tuple[list[str], bool]] = [([start], False)]
        while stack:
            path, has_part = stack.pop()
            if path[-1] == end and len(path) > 1:
                yield has_part, len(path) - 1
            for other, part in self.above(path[-1]) if upwards else self.below(path[-1]):
                if other not in path:
                    stack.append(([*path, other], has_part or part))

    def implies(self, claim: str, other: str) -> bool:
        return any(self._paths(claim, other, upwards=False))

    def neighbours(self, claim: str) -> set[str]:
        """Give the claims joined to `claim` by ties in either direction, through any number of others."""
        found = {claim}
        while True:
            more = {other for here in found for other, _ in self.below(here) + self.above(here)} - found
            if not more:
                return found - {claim}
            found |= more

    # Nodes and ties -------------------------------------------------------------------------------------------------

    def _all_nodes(self) -> set[Node]:
        nodes: set[Node] = {("statement", report, claim) for report, claim in self.statements}
        nodes |= {("report", id_) for id_ in self.reports}
        nodes |= {("source", id_) for id_ in self.sources}
        nodes |= {("party", id_) for id_ in self.parties}
        nodes |= {("outlet", id_) for id_ in (*self.outlets, *self.implicit.values())}
        return nodes | {edge.cited for edge in self.edges}

    def kind(self, node: Node) -> str:
        """Say why a walk ends at `node`, if it does."""
        if node[0] in ("statement", "report"):
            return self._kind_of_report(node)
        if node[0] == "source":
            kind: str = self.sources[node[1]]["kind"]
            return kind
        return "party" if node[0] == "party" else "unlocated"

    def _kind_of_report(self, node: Node) -> str:
        if self.outlets.get(self.outlet_of(node[1]), {}).get("kind") in PASSES_ON:
            return "unlocated"
        if node[0] == "report":
            return "unrecorded"
        statement = self.statements[node[1], node[2]]
        if _listed(statement.get("cites", [])):
            return "unattributed"  # of the citations, all in doubt, none holds
        return {"own_reporting": "own-reporting", "unattributed": "unattributed", None: "unrecorded"}[
            statement.get("basis")
        ]

    def family(self, outlet: str) -> tuple[str, str]:
        owner = self.outlets.get(outlet, {}).get("owner")
        return ("owner", owner) if owner else ("outlet", outlet)

    def nodes_of(self, id_: str) -> set[Node]:
        """Give the nodes that an id in a dependence stands for."""
        if id_ in self.reports:
            return {node for node in self.nodes if node[0] in ("statement", "report") and node[1] == id_}
        if id_ in self.sources or id_ in self.parties:
            return {("source" if id_ in self.sources else "party", id_)}
        reports = [report for report in self.reports if self.outlet_of(report) == id_]
        return {("outlet", id_)}.union(*(self.nodes_of(report) for report in reports))

    def _all_ties(self) -> tuple[list[Tie], list[Tie]]:
        """Give the ties that hold in every resolution, and the possible ones of sources; not those of families."""
        certain: list[Tie] = []
        possible: list[Tie] = []
        for id_, source in self.sources.items():
            if source.get("party"):
                certain.append((("source", id_), ("party", source["party"])))
            for other in _listed(source.get("same_as", [])):
                if isinstance(other, str):
                    certain.append((("source", id_), ("source", other)))
                else:
                    ties = certain if other["how"] == "certain" else possible
                    ties.append((("source", id_), ("source", other["source"])))
        for dependence in self.dependences:
            if dependence["kind"] != "declared_independent":
                tied = sorted(set[Node]().union(*(self.nodes_of(id_) for id_ in dependence["between"])))
                certain += [(tied[0], other) for other in tied[1:]]
        return certain, possible

    def family_ties(self, cites: Cites) -> list[Tie]:
        """Give the ties of one owner, as far as what holds leaves statements that rest on nobody."""
        ends = [node for node in sorted(self.nodes) if node[0] == "statement" and not cites.get(node)]
        own = [node for node in ends if self.kind(node) in FAMILY]
        family = {node: self.family(self.outlet_of(node[1])) for node in own}
        return [(one, other) for one, other in combinations(own, 2) if family[one] == family[other]]

    def groups(self, ties: Iterable[Tie]) -> Groups:
        """Number the groups that certain and further ties make of all nodes."""
        group = {node: number for number, node in enumerate(sorted(self.nodes))}
        for one, other in chain(self.certain_ties, ties):
            old, new = group[one], group[other]
            if old != new:
                group = {node: new if number == old else number for node, number in group.items()}
        return group

    @cached_property
    def holding(self) -> list[Cites]:
        """What every node cites, in every resolution of the doubtful citations."""
        certain = [edge for edge in self.edges if edge not in self.doubtful]
        return [_cites([*certain, *chain.from_iterable(ways)]) for ways in product(*self.doubts)]

    @cached_property
    def cites(self) -> Cites:
        """What every node cites if every recorded citation holds."""
        return _cites(self.edges)

    @cached_property
    def doubtful(self) -> set[Edge]:
        return {edge for doubt in self.doubts for way in doubt for edge in way}

    @cached_property
    def groupings(self) -> list[list[Groups]]:
        """The groups in every resolution of the possible ties (none of them first), for each of `holding`."""
        known: dict[tuple[Tie, ...], list[Groups]] = {}
        found = []
        for cites in self.holding:
            family = tuple(self.family_ties(cites))
            if family not in known:
                known[family] = [self.groups([*family, *ties]) for ties in _subsets(self.possible_ties)]
            found.append(known[family])
        return found

    @cached_property
    def least_groups(self) -> Groups:
        """The groups by the ties that hold in every resolution."""
        families = [set(self.family_ties(cites)) for cites in self.holding]
        return self.groups(sorted(set.intersection(*families)))

    def together(self, one: Node, other: Node) -> bool:
        """Tell whether two origins are surely one: in every resolution in which citations end at both."""
        met = [
            groups[0][one] == groups[0][other]
            for cites, groups in zip(self.holding, self.groupings, strict=True)
            if not cites.get(one) and not cites.get(other)
        ]
        return all(met) if met else self.least_groups[one] == self.least_groups[other]


class _Answer:
    """The answer for one claim at one date."""

    def __init__(self, world: World, claim: str, as_of: Date | None) -> None:
        self.world = world
        self.claim = claim
        self.as_of = as_of
        self.fallen = {id_ for id_ in world.reports if self._has_fallen(id_)}
        self.on_claim = [
            ("statement", report, said)
            for report, said in world.statements
            if said == claim and self._is_in(world.reports[report].get("published"))
        ]
        self.supporting = [node for node in self.on_claim if self._stance(node) == "supports"]
        self.live = [node for node in self.supporting if node[1] not in self.fallen]
        self.graph = _walk(self.on_claim, world.cites)
        self.graph_edges = [edge for edge in world.edges if edge.citing in self.graph]
        self.responses = [one for one in world.responses if self._is_in(one.get("date"))]
        self._resolve()

    def _is_in(self, written: str | None) -> bool:
        return self.as_of is None or written is None or parse_date(written).in_by(self.as_of)

    def _has_fallen(self, report: str) -> bool:
        status = self.world.reports[report].get("status", {})
        return isinstance(status, dict) and any(
            self._is_in(date) for change, date in status.items() if change in ("retracted", "withdrawn")
        )

    def _stance(self, node: Node) -> str:
        return _stance(self.world.statements[node[1], node[2]])

    def _is_live(self, node: Node) -> bool:
        return node[0] not in ("statement", "report") or node[1] not in self.fallen

    # Origins and their count ----------------------------------------------------------------------------------------

    def _resolve(self) -> None:
        found: list[set[Node]] = []
        self.reached: set[Node] = set()
        self.reached_from_live: set[Node] = set()
        self.reached_by: dict[Node, set[str]] = {}
        counts: set[int] = set()
        for cites, groupings in zip(self.world.holding, self.world.groupings, strict=True):
            origins: set[Node] = set()
            for start in self.live:
                mine = {node for node in _walk([start], cites, self._is_live) if not cites.get(node)}
                origins |= mine
                for node in mine:
                    self.reached_by.setdefault(node, set()).add(start[1])
            found.append(origins)
            self.reached |= {node for node in _walk(self.supporting, cites) if not cites.get(node)}
            self.reached_from_live |= {node for node in _walk(self.live, cites) if not cites.get(node)}
            sure = {node for node in origins if self.world.kind(node) not in MAYBE_NOTHING}
            for group in groupings:
                counts.add(len({group[node] for node in sure}))
                counts.add(len({group[node] for node in origins}))
        self.in_some = set[Node]().union(*found)
        self.in_all = set(self.in_some).intersection(*found)
        self.listed = sorted(self.in_some | self.reached)
        self.min, self.max = min(counts), max(counts)
        pairs = [pair for pair in combinations(self.listed, 2) if self.world.together(*pair)]
        self.groups = self.world.groups(pairs)

    def origins(self) -> list[tuple[Any, ...]]:
        return sorted(map(self._origin, self.listed), key=str)

    def _origin(self, node: Node) -> tuple[Any, ...]:
        doubt = None if node in self.in_all else "unclear" if node in self.in_some else "retracted"
        own = {node[1]} if node[0] in ("statement", "report") else set()
        reached_by = sorted(self.reached_by.get(node, set()) - own)
        claim = node[2] if node[0] == "statement" else None
        outlet = None
        if node[0] in ("statement", "report"):
            outlet = self.world.outlet_of(node[1])
        elif node[0] == "outlet":
            outlet = node[1]
        return (_id(node), self.world.kind(node), claim, outlet, doubt, reached_by)

    def partition(self, groups: Groups) -> list[list[str]]:
        by_group: dict[int, list[str]] = {}
        for node in self.listed:
            claim = node[2] if node[0] == "statement" else None
            by_group.setdefault(groups[node], []).append(str((_id(node), claim)))
        return sorted(map(sorted, by_group.values()))

    def declared(self, groups: Groups) -> bool:
        """Tell whether every pair of groups of live origins has a declaration."""
        labels = sorted({groups[node] for node in self.in_some})
        pairs: set[frozenset[int]] = set()
        for dependence in self.world.dependences:
            if dependence["kind"] == "declared_independent":
                for one, other in combinations(dependence["between"], 2):
                    ends = product(self.world.nodes_of(one), self.world.nodes_of(other))
                    pairs |= {frozenset((groups[a], groups[b])) for a, b in ends}
        return all(frozenset(pair) in pairs for pair in combinations(labels, 2))

    # Responses and status -------------------------------------------------------------------------------------------

    def standing(self, claim: str) -> list[tuple[str, Records]]:
        """Give (agent, response) of the responses to a claim that no surely later one replaces."""
        mine = [(self.world.agent_of(one["by"]), one) for one in self.responses if one["claim"] == claim]
        return [
            (agent, one)
            for agent, one in mine
            if not any(agent == who and _surely_before(one.get("date"), later.get("date")) for who, later in mine)
        ]

    def status(self) -> str:  # noqa: PLR0911 - a row of conditions, as the model lists them
        if not self.supporting:
            return "no-reports"
        standing = self.standing(self.claim)
        confirm = [(agent, one) for agent, one in standing if one["stance"] == "confirms"]
        deny = [(agent, one) for agent, one in standing if one["stance"] == "denies"]
        knowing = _listed(self.world.claims[self.claim].get("could_confirm", []))
        if any(one != other for one, _ in confirm for other, _ in deny):
            return "contested"
        if any(agent in knowing and one.get("on_record") is True for agent, one in confirm):
            return "confirmed"
        if any(agent in knowing and one.get("on_record") is True for agent, one in deny) and not confirm:
            return "denied"
        if not self.live or (self.reached_from_live and not self.in_some):
            return "retracted"
        if not self.in_some:
            return "circular"
        if all(self.world.kind(node) in WEAK for node in self.in_some):
            return "unattributed"
        if self.max == 1:
            return "single-origin"
        return "origin-in-doubt" if self.min <= 1 else "multiple-origins"

    # Links and findings ---------------------------------------------------------------------------------------------

    def common_links(self) -> list[tuple[str, int]]:
        cites = self.world.cites

        def reaching(without: Node | None) -> set[Node]:
            """Give the live supporting statements that reach an origin, with every citation taken to hold."""

            def may(node: Node) -> bool:
                return node != without and self._is_live(node)

            return {start for start in self.live if any(not cites.get(node) for node in _walk([start], cites, may))}

        before = reaching(None)
        fallen = {node: before - reaching(node) - {node} for node in self.graph}
        return sorted((_id(node), len(those)) for node, those in fallen.items() if len(those) > 1)

    def circular(self) -> list[list[str]]:
        loops = [{_id(node) for node in loop} for loop in self._statement_loops()]
        return [list(loop) for loop in sorted({tuple(sorted(loop)) for loop in loops + self._agent_loops()})]

    def _statement_loops(self) -> list[set[Node]]:
        return _loops({(edge.citing, edge.cited) for edge in self.graph_edges})

    def _agent(self, node: Node) -> Node:
        if node[0] in ("statement", "report"):
            return ("outlet", self.world.outlet_of(node[1]))
        if node[0] in ("source", "party"):
            return ("agent", self.world.agent_of(node[1]))
        return node

    def _agent_loops(self) -> list[set[str]]:
        arrows = {(self._agent(edge.citing), self._agent(edge.cited)) for edge in self.graph_edges}
        mirrors = []
        for loop in self._statement_loops():
            inside = [edge for edge in self.graph_edges if edge.citing in loop and edge.cited in loop]
            mirrors.append({(self._agent(edge.citing), self._agent(edge.cited)) for edge in inside})
        for response in self.responses:
            if response["claim"] == self.claim:
                for citation in _bare_citations(response):
                    kind, id_ = self.world.named(citation)
                    arrows.add((("agent", self.world.agent_of(response["by"])), self._agent((kind, id_))))
        arrows = {(one, other) for one, other in arrows if one != other}
        return [
            {node[1] for node in loop}
            for loop in _loops(arrows)
            if any(
                not any(cycle <= mirror for mirror in mirrors)
                for cycle in _simple_cycles({arrow for arrow in arrows if arrow[0] in loop and arrow[1] in loop})
            )
        ]

    def drift(self) -> list[tuple[str, ...]]:
        found = set()
        for edge in self.graph_edges:
            if edge.cited[0] != "statement" or self._stance(edge.citing) != "supports":
                continue
            if self.world.implies(edge.citing[2], edge.cited[2]):
                found.add((edge.citing[1], edge.cited[1], "claim", edge.cited[2], edge.citing[2]))
            after = self.world.statements[edge.citing[1], edge.citing[2]].get("certainty")
            before = self.world.statements[edge.cited[1], edge.cited[2]].get("certainty")
            if before and after and STRENGTH[after] > STRENGTH[before]:
                found.add((edge.citing[1], edge.cited[1], "certainty", before, after))
        return sorted(found)

    def not_in_cited(self) -> list[tuple[str, str]]:
        return sorted({(edge.citing[1], edge.cited[1]) for edge in self.graph_edges if edge.not_said})

    def chronology(self) -> list[tuple[str, str]]:
        found = set()
        for edge in self.graph_edges:
            if edge.cited[0] in ("statement", "report"):
                citing, cited = (self.world.reports[node[1]].get("published") for node in (edge.citing, edge.cited))
                if _surely_before(citing, cited):
                    found.add((edge.citing[1], edge.cited[1]))
        return sorted(found)

    def retracted_support(self) -> list[tuple[str, str]]:
        """Give (live report, retracted report) where support reaches the one, and it rests on the other.

        Between them stand live reports only: of retracted ones in a row the first is named.
        """
        found = set()
        for start in filter(self._is_live, _walk(self.supporting, self.world.cites)):
            passed = _walk([start], self.world.cites, self._is_live)
            cited = {edge.cited for edge in self.world.edges if edge.citing in passed}
            found |= {(start[1], node[1]) for node in cited if not self._is_live(node)}
        return sorted(found)

    def shared_owner(self) -> list[list[str]]:
        families: dict[str, list[Node]] = {}
        for node in self.in_some:
            if node[0] == "statement" and self.world.kind(node) in FAMILY:
                how, name = self.world.family(self.world.outlet_of(node[1]))
                if how == "owner":
                    families.setdefault(name, []).append(node)
        return sorted(
            sorted({node[1] for node in nodes})
            for nodes in families.values()
            if len({self.world.outlet_of(node[1]) for node in nodes}) > 1
        )

    def off_target_denials(self) -> list[tuple[str, str]]:
        """Give (who denies, claim) of the standing denials of neighbouring claims."""
        return sorted(
            {
                (one["by"], claim)
                for claim in self.world.neighbours(self.claim)
                for _, one in self.standing(claim)
                if one["stance"] == "denies"
            }
        )

    def attribution_conflicts(self) -> list[tuple[str, str]]:
        """Give (agent, claim) of responses on and off the record on one day, to this claim or a neighbour."""
        conflicts = set()
        about = {self.claim, *self.world.neighbours(self.claim)}
        for one, other in combinations(self.responses, 2):
            agents = {self.world.agent_of(response["by"]) for response in (one, other)}
            records = {one.get("on_record"), other.get("on_record")}
            same_date = one.get("date") is not None and one.get("date") == other.get("date")
            if one["claim"] == other["claim"] in about and len(agents) == 1 and same_date and records == {True, False}:
                conflicts.add((agents.pop(), one["claim"]))
        return sorted(conflicts)

    def rating_not_allowed(self) -> bool:
        return str(self.world.claims[self.claim].get("credibility")) == "1" and self.min < 2

    # Gaps -----------------------------------------------------------------------------------------------------------

    def gaps(self) -> list[tuple[str, str]]:
        found = {("no-confirmation", party) for party in self._unconfirmed()}
        found |= {(kind, self.claim) for kind in self._gaps_of_claim()}
        for node in self.in_some:
            kind = {
                "unattributed": "unattributed-origin",
                "unrecorded": "unrecorded-origin",
                "unlocated": "unlocated-report",
            }
            if self.world.kind(node) in kind:
                found.add((kind[self.world.kind(node)], _id(node)))
        for id_ in self._reports():
            report = self.world.reports[id_]
            if report.get("read", "original") != "original":
                found.add(("unread-original", id_))
            if "published" not in report:
                found.add(("undated", id_))
            if "archived" not in report:
                found.add(("unarchived", id_))
        counted = _walk(self.live, self.world.cites, self._is_live)
        found |= {
            ("unclear-attribution", edge.citing[1])
            for edge in self.graph_edges
            if edge in self.world.doubtful and edge.citing in counted
        }
        return sorted(found)

    def _reports(self) -> set[str]:
        return {node[1] for node in self.graph if node[0] in ("statement", "report")}

    def _unconfirmed(self) -> set[str]:
        answered = {agent for agent, one in self.standing(self.claim) if one["stance"] in ("confirms", "denies")}
        return set(_listed(self.world.claims[self.claim].get("could_confirm", []))) - answered

    def _gaps_of_claim(self) -> Iterator[str]:
        if self.max == 1:
            yield "single-origin"
        if self.max == 0 and self.supporting:
            yield "no-origin"
        if self.in_some and all(self.world.kind(node) == "anonymous" for node in self.in_some):
            yield "anonymous-only"
        if self.min > 1 and not (self.declared(self.groups) and self.declared(self.world.least_groups)):
            yield "independence-not-established"

    def view(self) -> View:
        stances = Counter(self._stance(node) for node in self.on_claim if self._is_live(node))
        return {
            "status": self.status(),
            "reports": len(self._reports()),
            "supporting": len(self.live),
            "stances": {stance: stances[stance] for stance in STANCES},
            "origins": self.origins(),
            "groups": self.partition(self.groups),
            "least groups": self.partition(self.world.least_groups),
            "open": any(
                self.groups[one] == self.groups[other] and not self.world.together(one, other)
                for one, other in combinations(self.listed, 2)
            ),
            "perhaps gaps": [("independence-not-established", self.claim)] if self.min > 1 else [],
            "count": (self.min, self.max, False),
            "decided": self.min != self.max,
            "common_links": self.common_links(),
            "circular": self.circular(),
            "drift": self.drift(),
            "not-in-cited": self.not_in_cited(),
            "chronology": self.chronology(),
            "retracted-support": self.retracted_support(),
            "shared-owner": self.shared_owner(),
            "off-target-denial": self.off_target_denials(),
            "attribution-conflict": self.attribution_conflicts(),
            "rating-not-allowed": self.rating_not_allowed(),
            "gaps": self.gaps(),
        }


def settle(expected: View, got: View) -> View:
    """Give the expected view with `groups` as got, where the model leaves them open and that is within bounds.

    Two origins of one owner, of which one may not be an origin, are surely one where both are; but a third that is
    tied to the doubtful one is surely one with neither. The numbered groups can't say so.
    """
    settled = dict(expected)
    least, perhaps = settled.pop("least groups"), settled.pop("perhaps gaps")
    if _refines(least, got["groups"]) and _refines(got["groups"], expected["groups"]) and settled.pop("open"):
        settled["groups"] = got["groups"]
        settled["gaps"] = sorted({*expected["gaps"], *perhaps} - (set(perhaps) - set(got["gaps"])))
    settled.pop("open", None)
    return settled


def _refines(one: list[list[str]], other: list[list[str]]) -> bool:
    return all(any(set(small) <= set(large) for large in other) for small in one)


# The same view of a real answer ---------------------------------------------------------------------------------------


def seen(trace: Trace) -> View:
    """Give what of a real answer is compared."""
    facts: dict[str, list[tuple[Finding, dict[str, Any]]]] = {str(kind): [] for kind in FindingKind}
    for finding in trace.findings:
        facts[str(finding.kind)].append((finding, dict(finding.facts)))
    groups: dict[int, list[str]] = {}
    for origin in trace.origins:
        groups.setdefault(origin.group, []).append(str((origin.id, origin.claim)))
    return {
        "status": str(trace.status),
        "reports": trace.reports,
        "supporting": trace.supporting,
        "stances": {str(stance): number for stance, number in trace.stances},
        "origins": sorted(map(_seen_origin, trace.origins), key=str),
        "groups": sorted(map(sorted, groups.values())),
        "count": (trace.origin_count.min, trace.origin_count.max, trace.origin_count.bounded),
        "decided": bool(trace.origin_count.decided_by),
        "common_links": sorted((link.id, link.reports) for link in trace.common_links),
        "circular": sorted(sorted({finding.at, *fact["loop"]}) for finding, fact in facts["circular"]),
        "drift": sorted(
            (finding.at, fact["from"], fact["what"], fact["before"], fact["after"])
            for finding, fact in facts["drift"]
            if fact["what"] in ("claim", "certainty")
        ),
        "not-in-cited": sorted((finding.at, fact["from"]) for finding, fact in facts["not-in-cited"]),
        "chronology": sorted((finding.at, fact["from"]) for finding, fact in facts["chronology"]),
        "retracted-support": sorted((finding.at, fact["from"]) for finding, fact in facts["retracted-support"]),
        "shared-owner": sorted(sorted({finding.at, *fact["origins"]}) for finding, fact in facts["shared-owner"]),
        "off-target-denial": sorted({(finding.at, fact["claim"]) for finding, fact in facts["off-target-denial"]}),
        "attribution-conflict": sorted((finding.at, fact["claim"]) for finding, fact in facts["attribution-conflict"]),
        "rating-not-allowed": bool(facts["rating-not-allowed"]),
        "gaps": sorted({(str(gap.kind), gap.subject) for gap in trace.gaps}),
    }


def _seen_origin(origin: Origin) -> tuple[Any, ...]:
    doubt = None if origin.doubt is None else str(origin.doubt)
    return (origin.id, str(origin.kind), origin.claim, origin.outlet, doubt, list(origin.reached_by))


# Small things ---------------------------------------------------------------------------------------------------------


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _statements(report: Records) -> list[Records]:
    says = report.get("says", [])
    if isinstance(says, str):
        return [{"claim": says, "cites": report.get("cites", [])}]
    return _listed(says)


def _stance(statement: Records) -> str:
    stance: str = statement.get("stance", "supports")
    return stance


def _bare_citations(record: Records) -> list[str | Records]:
    """Give every citation, those of unclear ones too."""
    found: list[str | Records] = []
    for written in _listed(record.get("cites", [])):
        unclear = isinstance(written, dict) and "unclear" in written
        found += _listed(written["unclear"]) if unclear else [written]
    return [one for one in found if not (isinstance(one, dict) and one.get("outlet") == "unnamed")]


def _spellings(value: Any) -> dict[str, str]:
    """Give the first spelling of every text that stands as the value of an `outlet` key."""
    found: dict[str, str] = {}
    stack = [value]
    while stack:
        here = stack.pop()
        if isinstance(here, Mapping):
            stack += [one for key, one in here.items() if key != "details"]
            name = here.get("outlet")
            if isinstance(name, str) and name != "unnamed":
                found[name.casefold()] = min(name, found.get(name.casefold(), name))
        elif isinstance(here, list):
            stack += here
    return found


def _id(node: Node) -> str:
    if node[0] == "unnamed":
        return f"unnamed:{node[1]}" + (f":{node[3]}" if node[3] != "1" else "")
    return node[1]


def _surely_before(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and parse_date(one).surely_before(parse_date(other))


def _subsets(items: list[Any]) -> Iterator[tuple[Any, ...]]:
    return chain.from_iterable(combinations(items, size) for size in range(len(items) + 1))


def _cites(edges: Iterable[Edge]) -> Cites:
    found: Cites = {}
    for edge in edges:
        found.setdefault(edge.citing, []).append(edge.cited)
    return found


def _walk(starts: Iterable[Node], cites: Cites, may: Callable[[Node], bool] = lambda _: True) -> set[Node]:
    """Give the nodes reached from `starts`, themselves included, through nodes that `may` be passed."""
    found: set[Node] = set()
    stack = [start for start in starts if may(start)]
    while stack:
        here = stack.pop()
        if here not in found:
            found.add(here)
            stack += [node for node in cites.get(here, []) if may(node)]
    return found


def _loops(arrows: set[tuple[Node, Node]]) -> list[set[Node]]:
    """Give the sets of nodes that reach each other, and the nodes that reach themselves."""
    reach = {(one, other) for one, other in arrows}
    while True:
        more = {(a, d) for a, b in reach for c, d in arrows if b == c} - reach
        if not more:
            break
        reach |= more
    on_loop = {one for one, other in reach if one == other}
    sets = {frozenset(b for a, b in reach if a == node and (b, a) in reach) for node in on_loop}
    return [set(loop) for loop in sets]


def _simple_cycles(arrows: set[tuple[Node, Node]]) -> Iterator[set[tuple[Node, Node]]]:
    """Give the arrows of every cycle that passes no node twice (more than once each)."""
    stack = [[one, other] for one, other in arrows]
    while stack:
        path = stack.pop()
        for one, other in arrows:
            if one != path[-1]:
                continue
            if other == path[0]:
                whole = [*path, other]
                yield set(pairwise(whole))
            elif other not in path:
                stack.append([*path, other])
