"""Every way in which the doubts of a workspace may turn out, tried one after the other."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, combinations, product

from tests.oracle.ties import Tie, Ties
from tests.oracle.walks import Cites, Groups, Node, subsets
from tests.oracle.world import World, cites_of


@dataclass(frozen=True)
class Way:
    """One way: `picks` is which way each doubtful citation turns out, `cites` what then cites what."""

    picks: tuple[int, ...]
    cites: Cites
    groupings: tuple[tuple[frozenset[int], Groups], ...]
    """For each part of the possible ties, by number, the groups if those hold; none of them first."""


def resolutions(world: World) -> int:
    """Count the ways in which the doubts of a workspace can turn out."""
    number: int = 2 ** len(Ties(world).possible)
    for doubt in world.doubts:
        number *= len(doubt.ways)
    return number


class Ways:
    """All ways in which the doubts of a workspace may turn out; or, of too many, a few drawn at random."""

    def __init__(self, world: World, most: int) -> None:
        self.world = world
        self.ties = Ties(world)
        self.complete = resolutions(world) <= most
        self._known: dict[tuple[Tie, ...], tuple[tuple[frozenset[int], Groups], ...]] = {}
        parts = [tuple(range(len(doubt.ways))) for doubt in world.doubts]
        every = list(range(len(self.ties.possible)))
        if self.complete:
            picks, self._held_ties = list(product(*parts)), list(map(frozenset, subsets(every)))
        else:
            draw = random.Random(0)
            first, last = tuple(0 for _ in parts), tuple(part[-1] for part in parts)
            picks = [first, last, *(tuple(map(draw.choice, parts)) for _ in range(most // 4))]
            some = [frozenset(one for one in every if draw.random() < 0.5) for _ in range(2)]
            self._held_ties = [frozenset(), frozenset(every), *some]
        self.all = [self._way(pick) for pick in picks]

    def _way(self, picks: tuple[int, ...]) -> Way:
        sure = [edge for edge in self.world.edges if not edge.in_doubt]
        held = (doubt.ways[pick] for doubt, pick in zip(self.world.doubts, picks, strict=True))
        cites = cites_of([*sure, *chain.from_iterable(held)])
        return Way(picks, cites, self._groupings(tuple(self.ties.of_families(self.ties.ends(cites)))))

    def _groupings(self, families: tuple[Tie, ...]) -> tuple[tuple[frozenset[int], Groups], ...]:
        if families not in self._known:
            self._known[families] = tuple(
                (held, self.ties.groups([*families, *(self.ties.possible[number] for number in sorted(held))]))
                for held in self._held_ties
            )
        return self._known[families]

    def together(self, one: Node, other: Node) -> bool:
        """Tell whether two nodes are surely one origin: in every way in which citations end at both."""
        met = [way for way in self.all if not way.cites.get(one) and not way.cites.get(other)]
        return all(groups[one] == groups[other] for way in met or self.all for _, groups in way.groupings[:1])

    def bearing_ties(self, origins: set[Node]) -> Iterator[int]:
        """Give the numbers of the possible ties that can make a difference to the groups of `origins`."""
        for number in range(len(self.ties.possible)):
            if any(
                _partition(dict(way.groupings)[held - {number}], origins) != _partition(groups, origins)
                for way in self.all
                for held, groups in way.groupings
                if number in held
            ):
                yield number


def _partition(groups: Groups, nodes: set[Node]) -> set[tuple[Node, Node]]:
    return {(one, other) for one, other in combinations(sorted(nodes), 2) if groups[one] == groups[other]}
