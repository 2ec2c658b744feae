"""The origin count: the least and the greatest number of origin groups over all ways to resolve doubt.

Adding citations only adds origins, and tying origins only joins groups. So the greatest number has
every alternative hold and no possible tie; the least takes one alternative of each and every tie.
What is left to search are, for the least, which alternative (a hitting-set problem, branch and
bound), and for the greatest, which statements lose all their citations and stand on their own.
"""

from collections.abc import Callable, Hashable, Iterator
from typing import NamedTuple

from provenance.graph import Node
from provenance.trace.answer import OriginCount
from provenance.trace.doubts import Choice, Doubts, Outcome, certain_origins, possible_origins, union
from provenance.trace.groups import Groups, Partition
from provenance.trace.support import Support, why_it_ends

MAX_DOUBTS = 16
"""How many doubts are resolved exactly; with more an outer interval is given."""

Group = Hashable
_Label = Callable[[Node], Group]


class Count(NamedTuple):
    """The origin count with the origins behind it: those of every resolution, and those of any."""

    interval: OriginCount
    certain: frozenset[Node]
    possible: frozenset[Node]


def count_origins(support: Support, groups: Groups, doubts: Doubts) -> Count:
    """Count the origin groups of a claim as an interval; name the doubts that decide it."""
    certain, possible = certain_origins(doubts), possible_origins(doubts)
    ties = _bearing_ties(groups, possible)
    merged = groups.merged()
    nothing = {node for node in possible if why_it_ends(support.graph, node).may_be_nothing}
    if doubts.citations + len(ties) > MAX_DOUBTS:
        least = len({merged.find(node) for node in certain - nothing})
        greatest = len({groups.certain.find(node) for node in possible})
        by = {at for at, _ in _resolved(doubts)} | {first.id for first, _ in ties}
        by |= _open_records(groups, possible, nothing)
        deciding = tuple(sorted(by)) if least < greatest else ()
        return Count(OriginCount(min=least, max=greatest, bounded=True, decided_by=deciding), certain, possible)
    least, greatest = _interval(doubts, groups.certain, merged, nothing)
    deciding = ()
    if least < greatest:
        by = {
            at
            for at, fixed in _resolved(doubts)
            if _interval(fixed, groups.certain, merged, nothing) != (least, greatest)
        }
        by |= {
            at for at, one, two in _untied(groups, ties) if _interval(doubts, one, two, nothing) != (least, greatest)
        }
        by |= _open_records(groups, possible, nothing)
        deciding = tuple(sorted(by))
    bounded = bool(groups.conditional & possible)
    return Count(OriginCount(min=least, max=greatest, bounded=bounded, decided_by=deciding), certain, possible)


def _interval(doubts: Doubts, certain: Partition, merged: Partition, nothing: set[Node]) -> tuple[int, int]:
    least = _Least(doubts, lambda node: None if node in nothing else merged.find(node)).search()
    return least, _Greatest(doubts, certain.find).search()


def _open_records(groups: Groups, possible: frozenset[Node], nothing: set[Node]) -> set[str]:
    """Name the origins that count as 0 or 1 and stand in no group with one that counts."""
    counted = {groups.certain.find(node) for node in possible - nothing}
    return {node.id for node in nothing if groups.certain.find(node) not in counted}


def _bearing_ties(groups: Groups, possible: frozenset[Node]) -> list[tuple[Node, Node]]:
    """Keep the possible ties that lie between groups of origins: what hangs loose cannot join any."""
    ends = {groups.certain.find(node) for node in possible}
    ties = [(a, b) for a, b in groups.possible if groups.certain.find(a) != groups.certain.find(b)]
    while True:
        degree: dict[Group, int] = {}
        for tie in ties:
            for node in tie:
                group = groups.certain.find(node)
                degree[group] = degree.get(group, 0) + 1
        kept = [
            tie for tie in ties if all(degree[group] > 1 or group in ends for group in map(groups.certain.find, tie))
        ]
        if len(kept) == len(ties):
            return _joining(groups, kept, ends)
        ties = kept


def _joining(groups: Groups, ties: list[tuple[Node, Node]], ends: set[Group]) -> list[tuple[Node, Node]]:
    joined = Partition()
    for first, second in ties:
        joined.join(groups.certain.find(first), groups.certain.find(second))
    together: dict[Group, int] = {}
    for end in ends:
        together[joined.find(end)] = together.get(joined.find(end), 0) + 1
    return [(a, b) for a, b in ties if together.get(joined.find(groups.certain.find(a)), 0) > 1]


def _resolved(doubts: Doubts) -> Iterator[tuple[str, Doubts]]:
    """Resolve one citation in doubt at a time, each way: the citing record's id and what is then left."""
    for hub, choices in doubts.choices.items():
        for number, choice in enumerate(choices):
            for fixed, extra in _decided(choice):
                changed = (*choices[:number], fixed, *choices[number + 1 :])
                more = {**doubts.extra, hub: (*doubts.extra.get(hub, ()), *extra)}
                yield hub.id, doubts._replace(choices={**doubts.choices, hub: changed}, extra=more)
    for hub, outcomes in doubts.extra.items():
        for number, outcome in enumerate(outcomes):
            rest = {**doubts.extra, hub: (*outcomes[:number], *outcomes[number + 1 :])}
            yield hub.id, doubts._replace(extra=rest)
            holds = (*doubts.choices.get(hub, ()), Choice(hub, (outcome,)))
            yield hub.id, doubts._replace(extra=rest, choices={**doubts.choices, hub: holds})


def _decided(choice: Choice) -> Iterator[tuple[Choice, tuple[Outcome, ...]]]:
    """Decide one citation of a choice: what is left of the choice, and what may hold besides."""
    if choice.own is None:
        if len(choice.outcomes) > 1:
            yield choice._replace(outcomes=(choice.all_hold,)), ()
        for outcome in choice.outcomes:
            yield choice._replace(outcomes=(outcome,)), ()
        return
    for number, outcome in enumerate(choice.outcomes):
        others = (*choice.outcomes[:number], *choice.outcomes[number + 1 :])
        yield Choice(choice.at, (outcome,)), others
        yield (choice._replace(outcomes=others) if others else Choice(choice.at, (choice.own,))), ()


def _untied(groups: Groups, ties: list[tuple[Node, Node]]) -> Iterator[tuple[str, Partition, Partition]]:
    """Resolve one possible tie at a time, each way: its record's id, and the partitions then certain and merged."""
    for number, (first, second) in enumerate(ties):
        same = groups.certain.copy()
        same.join(first, second)
        yield first.id, same, groups.merged()
        apart = groups.certain.copy()
        for other in (*ties[:number], *ties[number + 1 :]):
            apart.join(*other)
        yield first.id, groups.certain, apart


class _Search:
    """States of a search: the groups counted so far, the hubs met, and the choices still open."""

    def __init__(self, doubts: Doubts, label: _Label) -> None:
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
