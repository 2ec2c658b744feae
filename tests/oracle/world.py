"""The records as they are written, and what all claims share: names, ties of claims, citations."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from provenance.dates import Date, parse_date
from tests.oracle.walks import Cites, Node, subsets

Records = dict[str, Any]
"""The sections of a workspace as YAML gives them: `{"claims": {...}, "reports": {...}, ...}`."""

PASSES_ON = ("aggregator", "platform")


@dataclass(frozen=True)
class Edge:
    """A citation; `number` tells two citations of one statement apart."""

    citing: Node
    cited: Node
    number: tuple[int, ...]
    not_said: bool
    choice: bool
    unclear: bool
    mode: str | None
    quote: str | None

    @property
    def in_doubt(self) -> bool:
        """Tell whether it is one of the alternatives of an unclear citation, or its attribution is unclear."""
        return self.choice or self.unclear


@dataclass(frozen=True)
class Doubt:
    """A doubtful citation in a statement, and the ways it may turn out: in each, the edges that hold."""

    citing: Node
    ways: tuple[frozenset[Edge], ...]


class World:
    """What all claims of a workspace without faults share."""

    def __init__(self, records: Records) -> None:
        self.outlets = _filled(records, "outlets")
        self.parties = _filled(records, "parties")
        self.sources = _filled(records, "sources")
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

    # Names ----------------------------------------------------------------------------------------------------------

    def outlet_id(self, written: str) -> str:
        """Give the outlet that an id, a name or an alias stands for; a name without a record for itself."""
        found = self.known_outlet(written)
        assert found is not None
        return found

    def known_outlet(self, written: str) -> str | None:
        """Give the outlet that a text names, None where it names none."""
        if written in self.outlets:
            return written
        for key in ("name", "aliases"):
            for id_, outlet in self.outlets.items():
                if written.casefold() in (name.casefold() for name in listed(outlet.get(key, []))):
                    return id_
        if written.casefold() in self.outlets:
            return written.casefold()
        return self.implicit.get(written.casefold())

    def outlet_of(self, node: Node) -> str | None:
        """Give the outlet that published a node's report, or that the node is."""
        if node[0] in ("statement", "report"):
            return self.outlet_id(self.reports[node[1]]["outlet"])
        return node[1] if node[0] == "outlet" else None

    def passes_on(self, node: Node) -> bool:
        """Tell whether a node's report stands on an aggregator or platform."""
        outlet = self.outlet_of(node)
        return outlet is not None and self.outlets.get(outlet, {}).get("kind") in PASSES_ON

    def agent_of(self, id_: str) -> str:
        """Give whom a source or party stands for: its party, else that of one that is surely the same.

        Several sources that are the same and speak for nobody stand under the smallest of their ids.
        """
        if id_ not in self.sources or "party" in self.sources[id_]:
            return str(self.sources.get(id_, {}).get("party", id_))
        same = {id_}
        while more := {one for pair in self._same for one in pair if not same.isdisjoint(pair)} - same:
            same |= more
        return min([self.sources[one]["party"] for one in same if "party" in self.sources[one]] or same)

    @cached_property
    def _same(self) -> list[tuple[str, str]]:
        """The pairs of sources that are certainly the same."""
        pairs = [(id_, other) for id_, source in self.sources.items() for other in listed(source.get("same_as", []))]
        return [
            (id_, other if isinstance(other, str) else other["source"])
            for id_, other in pairs
            if isinstance(other, str) or other["how"] == "certain"
        ]

    # Statements and citations ---------------------------------------------------------------------------------------

    def statement(self, node: Node) -> Records:
        """Give the record of a statement."""
        return self.statements[node[1], node[2]]

    def stance(self, node: Node) -> str | None:
        """Give a statement's stance, None for other nodes."""
        return self.statement(node).get("stance", "supports") if node[0] == "statement" else None

    def published(self, report: str) -> Date | None:
        """Give a report's date."""
        return date_of(self.reports[report], "published")

    @cached_property
    def cites(self) -> Cites:
        """What every node cites if every recorded citation holds."""
        return cites_of(self.edges)

    @cached_property
    def doubtful(self) -> set[Edge]:
        """The citations that need not hold."""
        return {edge for edge in self.edges if edge.in_doubt}

    def edges_from(self, node: Node) -> list[Edge]:
        """Give the citations of one statement."""
        return [edge for edge in self.edges if edge.citing == node]

    def named(self, citation: str | Records) -> tuple[str, str]:
        """Give the kind and id of what a citation names."""
        if isinstance(citation, str):
            tables = {"report": self.reports, "source": self.sources, "party": self.parties}
            kind = next((kind for kind, table in tables.items() if citation in table), "outlet")
            return kind, citation if kind != "outlet" else self.outlet_id(citation)
        kind = next(kind for kind in ("report", "source", "party", "outlet") if kind in citation)
        id_ = citation[kind]
        return kind, self.outlet_id(id_) if kind == "outlet" else id_

    def _read_citations(self, report: str, claim: str) -> None:
        node = ("statement", report, claim)
        unnamed = 0
        for number, written in enumerate(listed(self.statements[report, claim].get("cites", []))):
            choice = isinstance(written, dict) and "unclear" in written
            found: list[Edge] = []
            for part, citation in enumerate(listed(written["unclear"]) if choice else [written]):
                full = citation if isinstance(citation, dict) else {}
                unnamed += full.get("outlet") == "unnamed"
                found.append(self._edge(node, citation, (number, part), choice=choice, unnamed=unnamed))
            self.edges += found
            if choice:
                self.doubts.append(Doubt(node, tuple(frozenset(some) for some in subsets(found) if some)))
            elif found[0].unclear:
                self.doubts.append(Doubt(node, (frozenset(), frozenset(found))))

    def _edge(
        self, citing: Node, citation: str | Records, number: tuple[int, ...], *, choice: bool, unnamed: int
    ) -> Edge:
        full = citation if isinstance(citation, dict) else {}
        cited, not_said = self._cited(citing, citation, unnamed)
        unclear = full.get("attribution") == "unclear"
        return Edge(citing, cited, number, not_said, choice, unclear, full.get("mode"), full.get("quote"))

    def _cited(self, citing: Node, citation: str | Records, unnamed: int) -> tuple[Node, bool]:
        """Give the node that a citation in a statement leads to, and whether the cited report does not say it."""
        if isinstance(citation, dict) and citation.get("outlet") == "unnamed":
            return ("unnamed", *citing[1:], str(unnamed)), False
        kind, id_ = self.named(citation)
        if kind != "report":
            return (kind, id_), False
        said = self.chosen(id_, citing[2])
        if said is None:
            return ("report", id_), True
        node = ("statement", id_, said)
        if self.stance(citing) == "supports" and self.stance(node) != "supports":
            return ("report", id_), True
        return node, False

    # Ties of claims -------------------------------------------------------------------------------------------------

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
        weaker = [(other, False) for other in listed(self.claims[claim].get("stronger_than", []))]
        parts = [(id_, True) for id_, other in self.claims.items() if claim in listed(other.get("part_of", []))]
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
        """Tell whether `claim` is stronger than `other`, or the whole of it, in any number of steps."""
        return any(self._paths(claim, other, upwards=False))

    def neighbours(self, claim: str) -> set[str]:
        """Give the claims joined to `claim` by ties in either direction, through any number of others."""
        found = {claim}
        while True:
            more = {other for here in found for other, _ in self.below(here) + self.above(here)} - found
            if not more:
                return found - {claim}
            found |= more


def listed(value: Any) -> list[Any]:
    """Give a list as it is, and a single value as a list of one."""
    return value if isinstance(value, list) else [value]


def cites_of(edges: list[Edge]) -> Cites:
    """Give what every node cites by some edges."""
    found: Cites = {}
    for edge in edges:
        found.setdefault(edge.citing, []).append(edge.cited)
    return found


def date_of(record: Records, key: str) -> Date | None:
    """Give a record's date, None where it has none."""
    return parse_date(record[key]) if key in record else None


def surely_before(one: Date | None, other: Date | None) -> bool:
    """Tell whether both are dated, and one surely before the other."""
    return one is not None and other is not None and one.surely_before(other)


def _filled(records: Records, section: str) -> Records:
    """Give the records of a section, those left blank as empty."""
    return {id_: record or {} for id_, record in records.get(section, {}).items()}


def _statements(report: Records) -> list[Records]:
    says = report.get("says", [])
    if isinstance(says, str):
        return [{"claim": says, "cites": report.get("cites", [])}]
    return listed(says)


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
