"""The two searches behind an origin count: the fewest groups that doubts allow, and the most.

Adding citations only adds origins, so the most come where every alternative holds, the fewest where
one of each does. What is left to search is, for the fewest, which alternative (a hitting-set
problem: branch and bound), and for the most, which statements lose all their citations and stand on
their own.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import reduce
from operator import or_

from provenance.graph import Node
from provenance.trace.doubts import Choice, Doubts, Outcome, union

Group = Hashable
Label = Callable[[Node], Group | None]

MAX_STEPS = 50_000
"""Steps that all searches for one claim may take together: some seconds; few claims need a hundred."""


class TooManyStepsError(Exception):
    """The doubts of a claim are too entangled to be counted exactly in reasonable time."""


class Budget:
    """The steps that are left."""

    def __init__(self, steps: int = MAX_STEPS) -> None:
        self._left = steps

    def spend(self) -> None:
        """Take one step. Raises TooManyStepsError where none is left."""
        self._left -= 1
        if self._left < 0:
            raise TooManyStepsError


def fewest_groups(doubts: Doubts, label: Label, budget: Budget) -> int:
    """Give the least number of groups; `label` gives an origin's group, None for one that need not count."""
    return _Least(doubts, label, budget).search()


def most_groups(doubts: Doubts, label: Label, budget: Budget) -> int:
    """Give the greatest number of groups; `label` gives an origin's group."""
    return _Greatest(doubts, label, budget).search()


class _Search:
    """States of a search: the groups counted so far, the hubs met, and the choices still open.

    A set of groups is a number with a bit for each.
    """

    def __init__(self, doubts: Doubts, label: Label, budget: Budget) -> None:
        self._budget = budget
        self._doubts = doubts
        self._label = label
        self._bits: dict[Group, int] = {}
        self._groups: dict[Outcome, int] = {}

    def groups(self, outcome: Outcome) -> int:
        """Give the groups an outcome counts."""
        if outcome not in self._groups:
            counted = 0
            for label in map(self._label, outcome.origins):
                if label is not None:
                    counted |= self._bits.setdefault(label, 1 << len(self._bits))
            self._groups[outcome] = counted
        return self._groups[outcome]

    def opened(self, hubs: frozenset[Node], seen: frozenset[Node]) -> list[Choice]:
        """Give the choices that newly met hubs bring up."""
        return [choice for hub in sorted(hubs - seen) for choice in self._doubts.choices.get(hub, ())]

    def reachable(self, ways: Iterable[Outcome]) -> int:
        """Give all groups that `ways` may lead to."""
        possible = 0
        seen: set[Node] = set()
        waiting = list(ways)
        while waiting:
            way = waiting.pop()
            possible |= self.groups(way)
            for hub in way.hubs - seen:
                waiting += [further for choice in self._doubts.choices.get(hub, ()) for further in choice.ways]
                waiting += self._doubts.extra.get(hub, ())
            seen |= way.hubs
        return possible


class _Least(_Search):
    """Finds the fewest groups: branch and bound, the bound by packing choices that share no group."""

    def search(self) -> int:
        sure = self._doubts.sure
        self._best = 1 + self.reachable([sure]).bit_count()
        self._branch(self.groups(sure), sure.hubs, self.opened(sure.hubs, frozenset()))
        return self._best

    def _branch(self, counted: int, seen: frozenset[Node], waiting: list[Choice]) -> None:
        self._budget.spend()
        waiting = [choice for choice in waiting if not self._free(choice, counted, seen)]
        if not waiting:
            self._best = min(self._best, counted.bit_count())
            return
        if counted.bit_count() + self._needed(waiting, counted) >= self._best:
            return
        choice = min(waiting, key=lambda open_: (len(open_.ways), open_.at))
        rest = [other for other in waiting if other is not choice]
        for way in sorted(choice.ways, key=lambda way: (self.groups(way) & ~counted).bit_count()):
            self._branch(counted | self.groups(way), seen | way.hubs, rest + self.opened(way.hubs, seen))

    def _free(self, choice: Choice, counted: int, seen: frozenset[Node]) -> bool:
        return any(not self.groups(way) & ~counted and way.hubs <= seen for way in choice.ways)

    def _needed(self, waiting: list[Choice], counted: int) -> int:
        """Count choices that each need a further group and share none: a lower bound on what is to come."""
        used = 0
        needed = 0
        for choice in waiting:
            more = [self.groups(option) & ~counted for option in choice.ways]
            all_more = reduce(or_, more, 0)
            if all(more) and not all_more & used:
                used |= all_more
                needed += 1
        return needed


class _Greatest(_Search):
    """Finds the most groups: everything holds, but for statements that count more on their own."""

    def search(self) -> int:
        sure = self._doubts.sure
        self._best = 0
        self._branch(*self._settle(self.groups(sure), frozenset(), sure.hubs, []))
        return self._best

    def _branch(self, counted: int, seen: frozenset[Node], waiting: list[Choice]) -> None:
        self._budget.spend()
        if not waiting:
            self._best = max(self._best, counted.bit_count())
            return
        reachable = self.reachable(way for choice in waiting for way in choice.ways)
        if (counted | reachable).bit_count() <= self._best:
            return
        choice, rest = waiting[0], waiting[1:]
        assert choice.own is not None
        held, own = choice.all_hold, self.groups(choice.own) & ~counted
        if self.groups(held) & ~counted or not held.hubs <= seen or not own:
            self._branch(*self._settle(counted | self.groups(held), seen, held.hubs, rest))
        if own:
            self._branch(counted | own, seen, rest)

    def _settle(
        self, counted: int, seen: frozenset[Node], hubs: frozenset[Node], waiting: list[Choice]
    ) -> tuple[int, frozenset[Node], list[Choice]]:
        """Meet hubs: let everything hold that costs nothing, keep what is to be decided."""
        waiting = list(waiting)
        while hubs - seen:
            met = hubs - seen
            opened = self.opened(met, seen)
            seen |= met
            waiting += [choice for choice in opened if choice.own is not None]
            holds = [choice.all_hold for choice in opened if choice.own is None]
            holds += [outcome for hub in met for outcome in self._doubts.extra.get(hub, ())]
            outcome = union(holds)
            counted |= self.groups(outcome)
            hubs = outcome.hubs
        return counted, seen, waiting
