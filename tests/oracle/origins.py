"""The origins of a claim: which there are, how they group, how many there are, and what decides it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from typing import Any

from tests.oracle.claim_at import ClaimAt
from tests.oracle.pending import follows
from tests.oracle.walks import IN_REPORTS, Node, by_id, id_of, walk
from tests.oracle.ways import Way, Ways

MAYBE_NOTHING = ("unrecorded", "unlocated")


@dataclass(frozen=True)
class Counted:
    """One way to settle everything, and the least and greatest count it leaves: silent records count 0 or 1."""

    picks: tuple[int, ...]
    ties: frozenset[int]
    least: int
    greatest: int


class Origins:
    """The origins of one claim at one date."""

    def __init__(self, at: ClaimAt, ways: Ways) -> None:
        self.at = at
        self.ways = ways
        self.kind = ways.ties.kind
        self.reached: set[Node] = set()
        self.reached_from_live: set[Node] = set()
        self.reached_by: dict[Node, set[str]] = {}
        self.outcomes: list[Counted] = []
        found = [self._try(way) for way in ways.all]
        self.in_some = set[Node]().union(*found)
        self.in_all = set(self.in_some).intersection(*found)
        self.min = min(outcome.least for outcome in self.outcomes)
        self.max = max(outcome.greatest for outcome in self.outcomes)

    def _try(self, way: Way) -> set[Node]:
        origins: set[Node] = set()
        for start in self.at.live:
            mine = {node for node in walk([start], way.cites, self.at.stands) if not way.cites.get(node)}
            origins |= mine
            for node in mine:
                self.reached_by.setdefault(node, set()).add(start[1])
        self.reached |= {node for node in walk(self.at.supporting, way.cites) if not way.cites.get(node)}
        self.reached_from_live |= {node for node in walk(self.at.live, way.cites) if not way.cites.get(node)}
        sure = {node for node in origins if self.kind(node) not in MAYBE_NOTHING}
        for held, group in way.groupings:
            least, greatest = len({group[node] for node in sure}), len({group[node] for node in origins})
            self.outcomes.append(Counted(way.picks, held, least, greatest))
        return origins

    # The list -------------------------------------------------------------------------------------------------------

    @cached_property
    def counted(self) -> list[Node]:
        """The origins that are one in some way, by id."""
        return sorted(self.in_some, key=by_id)

    @cached_property
    def retracted(self) -> list[Node]:
        """The origins reached only through reports that have fallen, by id."""
        return sorted(self.reached - self.in_some, key=by_id)

    @cached_property
    def group(self) -> dict[Node, int]:
        """The number of each origin's group, by the smallest id, those that count first.

        Ties of one owner hold as if every origin was one; of those that fell only where no dependence names them too,
        since they would join groups that count as two.
        """
        fallen = set(self.retracted) - self.ways.ties.named
        ends = self.ways.ties.ends(self.at.world.cites) | self.in_some | fallen
        groups = self.ways.ties.groups(self.ways.ties.of_families(ends))
        first = dict.fromkeys(groups[node] for node in (*self.counted, *self.retracted))
        numbers = {group: number for number, group in enumerate(first, 1)}
        return {node: numbers[groups[node]] for node in (*self.counted, *self.retracted)}

    def listed(self) -> list[Node]:
        """Give all origins by group, then id."""
        return sorted([*self.counted, *self.retracted], key=lambda node: (self.group[node], by_id(node)))

    def answer(self) -> list[dict[str, Any]]:
        """Give the list as JSON holds it."""
        return [
            {
                "id": id_of(node),
                "kind": self.kind(node),
                "group": self.group[node],
                "outlet": self.at.world.outlet_of(node),
                "reached_by": self._reached_by(node),
                "claim": node[2] if node[0] == "statement" else None,
                "doubt": self.doubt(node),
            }
            for node in self.listed()
        ]

    def doubt(self, node: Node) -> str | None:
        """Tell why an origin may not count, None where it does."""
        if node not in self.in_some:
            return "retracted"
        return None if node in self.in_all else "unclear"

    def _reached_by(self, node: Node) -> list[str]:
        own = {node[1]} if node[0] in IN_REPORTS else set()
        return sorted(self.reached_by.get(node, set()) - own)

    # The count ------------------------------------------------------------------------------------------------------

    def count(self) -> dict[str, Any]:
        """Give the count as JSON holds it; where not every way was tried, the one found, and nothing that decides it."""
        decided_by = sorted(self.decided_by()) if self.ways.complete else []
        return {"min": self.min, "max": self.max, "bounded": False, "decided_by": decided_by}

    def decided_by(self) -> set[str]:
        """Name the records whose doubt, settled one way, narrows the interval; all in doubt where none alone does."""
        if self.min == self.max:
            return set()
        narrowing = {record for record, settled in self._settled() if self._interval(settled) != (self.min, self.max)}
        return narrowing | self._silent() or self.in_doubt()

    def in_doubt(self) -> set[str]:
        """Name the records with a doubt that bears on the claim."""
        ties = self.ways.bearing_ties(self.in_some)
        citing = {doubt.citing[1] for doubt in self.at.world.doubts if doubt.citing in self.at.counted}
        return citing | {self.ways.ties.possible[number][0][1] for number in ties}

    def _settled(self) -> Iterator[tuple[str, list[Counted]]]:
        """Settle each doubt each way: the record it is in, and what is then left."""
        for number, doubt in enumerate(self.at.world.doubts):
            for pick in range(len(doubt.ways)):
                yield doubt.citing[1], [one for one in self.outcomes if one.picks[number] == pick]
        if follows("loss-as-one"):
            yield from self._losses()
        for number, (first, _) in enumerate(self.ways.ties.possible):
            for holds in (True, False):
                yield first[1], [one for one in self.outcomes if (number in one.ties) is holds]

    def _losses(self) -> Iterator[tuple[str, list[Counted]]]:
        """Settle for each statement that is no origin whether it loses all it cites."""
        for node in self.ways.ties.named - self.in_some:
            lost = [way.picks for way in self.ways.all if not way.cites.get(node)]
            if 0 < len(lost) < len(self.ways.all):
                for loses in (True, False):
                    yield node[1], [one for one in self.outcomes if (one.picks in lost) is loses]

    @staticmethod
    def _interval(outcomes: Iterable[Counted]) -> tuple[int, int]:
        found = list(outcomes)
        return min(one.least for one in found), max(one.greatest for one in found)

    def _silent(self) -> set[str]:
        """Name the origins that count as 0 or 1 and stand in no group with one that counts."""
        sure = {self.group[node] for node in self.in_some if self.kind(node) not in MAYBE_NOTHING}
        return {id_of(node) for node in self.in_some if self.group[node] not in sure}

    # Declared independence ------------------------------------------------------------------------------------------

    def declared_by(self) -> list[str] | None:
        """Give all bases on which two origins that count, if not surely one, are declared independent; None if not all are."""
        apart = [pair for pair in combinations(self.counted, 2) if not self.ways.together(*pair)]
        found = [list(self._declared(*pair)) for pair in apart]
        return sorted({basis for bases in found for basis in bases if basis}) if all(found) else None

    def _declared(self, one: Node, other: Node) -> Iterator[str]:
        """Give the basis, or "", of each record that declares the groups of two origins independent."""
        for dependence in self.at.world.dependences:
            if dependence["kind"] == "declared_independent":
                for pair in combinations(dependence["between"], 2):
                    for ends in product(*map(self.ways.ties.nodes_of, pair)):
                        if any(
                            self.ways.together(ends[first], one) and self.ways.together(ends[1 - first], other)
                            for first in (0, 1)
                        ):
                            yield dependence.get("basis", "")
