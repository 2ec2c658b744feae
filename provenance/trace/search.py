"""The two searches behind an origin count: the fewest groups that doubts allow, and the most.

Adding citations only adds origins, so the most come where every alternative holds, the fewest where
one of each does. What is left to search is, for the fewest, which alternative (a hitting-set
problem: branch and bound), and for the most, which statements lose all their citations and stand on
their own.
"""

from collections.abc import Callable, Hashable

from provenance.graph import Node
from provenance.trace.doubts import Choice, Doubts, Outcome, possible_origins, union

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
    """States of a search: the groups counted so far, the hubs met, and the choices still open."""

    def __init__(self, doubts: Doubts, label: Label, budget: Budget) -> None:
        self._budget = budget
        self._doubts = doubts
        self._label = label
        self._labels: dict[Outcome, frozenset[Group]] = {}

    def groups(self, outcome: Outcome) -> frozenset[Group]:
        """Give the groups an outcome counts."""
        if outcome not in self._labels:
            labels = (self._label(node) for node in outcome.origins)
            self._labels[outcome] = frozenset(label for label in labels if label is not None)
        return self._labels[outcome]

    def opened(self, hubs: frozenset[Node], seen: frozenset[Node]) -> list[Choice]:
        """Give the choices that newly met hubs bring up."""
        return [choice for hub in sorted(hubs - seen) for choice in self._doubts.choices.get(hub, ())]


class _Least(_Search):
    """Finds the fewest groups: branch and bound, the bound by packing choices that share no group."""

    def search(self) -> int:
        sure = self._doubts.sure
        self._best = 1 + len({self._label(node) for node in possible_origins(self._doubts)})
        self._branch(self.groups(sure), sure.hubs, self.opened(sure.hubs, frozenset()))
        return self._best

    def _branch(self, counted: frozenset[Group], seen: frozenset[Node], waiting: list[Choice]) -> None:
        self._budget.spend()
        waiting = [choice for choice in waiting if not self._free(choice, counted, seen)]
        if not waiting:
            self._best = min(self._best, len(counted))
            return
        if len(counted) + self._needed(waiting, counted) >= self._best:
            return
        choice = min(waiting, key=lambda open_: (len(open_.ways), open_.at))
        rest = [other for other in waiting if other is not choice]
        for way in sorted(choice.ways, key=lambda way: len(self.groups(way) - counted)):
            self._branch(counted | self.groups(way), seen | way.hubs, rest + self.opened(way.hubs, seen))

    def _free(self, choice: Choice, counted: frozenset[Group], seen: frozenset[Node]) -> bool:
        return any(self.groups(way) <= counted and way.hubs <= seen for way in choice.ways)

    def _needed(self, waiting: list[Choice], counted: frozenset[Group]) -> int:
        """Count choices that each need a further group and share none: a lower bound on what is to come."""
        used: set[Group] = set()
        needed = 0
        for choice in waiting:
            more = [self.groups(way) - counted for way in choice.ways]
            all_more = frozenset[Group]().union(*more)
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

    def _branch(self, counted: frozenset[Group], seen: frozenset[Node], waiting: list[Choice]) -> None:
        self._budget.spend()
        if not waiting:
            self._best = max(self._best, len(counted))
            return
        if len(counted | self._reachable(waiting)) <= self._best:
            return
        choice, rest = waiting[0], waiting[1:]
        assert choice.own is not None
        held = choice.all_hold
        if not self.groups(held) <= counted or not held.hubs <= seen or self.groups(choice.own) <= counted:
            self._branch(*self._settle(counted | self.groups(held), seen, held.hubs, rest))
        if not self.groups(choice.own) <= counted:
            self._branch(counted | self.groups(choice.own), seen, rest)

    def _settle(
        self, counted: frozenset[Group], seen: frozenset[Node], hubs: frozenset[Node], waiting: list[Choice]
    ) -> tuple[frozenset[Group], frozenset[Node], list[Choice]]:
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

    def _reachable(self, waiting: list[Choice]) -> frozenset[Group]:
        ways = union(way for choice in waiting for way in choice.ways)
        return self.groups(Outcome(possible_origins(self._doubts._replace(sure=ways))))
