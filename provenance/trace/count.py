"""The origin count: the least and the greatest number of origin groups over all ways to resolve doubt."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from provenance.graph import Node
from provenance.trace.answer import OriginCount
from provenance.trace.doubts import Choice, Doubts, Outcome, count_doubts, find_hubs, reduce_doubts, union
from provenance.trace.ends import certain_ends, possible_ends
from provenance.trace.groups import Groups, Partition, Tie
from provenance.trace.search import Budget, Group, TooManyStepsError, fewest_groups, most_groups
from provenance.trace.support import Support, why_it_ends

MAX_DOUBTS = 16
"""How many doubts are resolved exactly; with more an outer interval is given."""


class Count(NamedTuple):
    """The origin count with the origins behind it: those of every resolution, and those of any."""

    interval: OriginCount
    certain: frozenset[Node]
    possible: frozenset[Node]


class _Ties(NamedTuple):
    """The ties that bear on a count.

    `certain` hold in any case, `possible` each may hold. `own` ties a statement to its owner's
    family if it loses all its citations.
    """

    certain: Partition
    possible: tuple[Tie, ...]
    own: tuple[Tie, ...]


def count_origins(support: Support, groups: Groups) -> Count:
    """Count the origin groups of a claim as an interval; name the doubts that decide it."""
    hubs, possible = find_hubs(support), possible_ends(support)
    certain = certain_ends(support) if hubs else possible
    nothing = {node for node in possible if why_it_ends(support.graph, node).may_be_nothing}
    ties = _bearing_ties(groups, possible)
    exact = None
    if count_doubts(support, hubs) + len(ties.possible) <= MAX_DOUBTS:
        exact = _exact(reduce_doubts(support) if hubs else Doubts(Outcome(possible), {}, {}), ties, nothing)
    least, greatest = exact.interval if exact else _outer(ties, certain - nothing, possible)
    deciding: set[str] = set()
    if least < greatest:
        deciding = _open_records(groups, possible, nothing) | (exact.deciding if exact else set())
        deciding = deciding | _in_doubt(hubs, ties) if exact is None or not deciding else deciding
    interval = OriginCount(min=least, max=greatest, bounded=exact is None, decided_by=tuple(sorted(deciding)))
    return Count(interval, certain, possible)


class _Exact(NamedTuple):
    interval: tuple[int, int]
    deciding: set[str]


def _exact(doubts: Doubts, ties: _Ties, nothing: set[Node]) -> _Exact | None:
    """Count exactly, and name what decides the count; None where that takes too many steps.

    Origins whose groups no doubt touches are counted apart, so that a search is of the size of the doubt.
    """
    budget = Budget()
    apart = _untouched(doubts, ties)
    least, greatest = ({ties.certain.find(node) for node in counted} for counted in (apart - nothing, apart))
    doubts = doubts._replace(sure=doubts.sure._replace(origins=doubts.sure.origins - apart))
    try:
        whole = _interval(doubts, ties, nothing, budget)
    except TooManyStepsError:
        return None
    try:
        deciding = set() if whole[0] == whole[1] else _deciding(doubts, ties, nothing, whole, budget)
    except TooManyStepsError:
        deciding = _in_doubt(doubts.choices, ties)
    return _Exact((whole[0] + len(least), whole[1] + len(greatest)), deciding)


def _untouched(doubts: Doubts, ties: _Ties) -> frozenset[Node]:
    """Give the surely reached origins whose groups neither a citation in doubt leads to nor a tie in doubt joins."""
    ways = [way for choices in doubts.choices.values() for choice in choices for way in choice.ways]
    ways += [way for more in doubts.extra.values() for way in more]
    ends = (end for tie in (*ties.possible, *ties.own) for end in tie)
    touched = {ties.certain.find(item) for item in (*union(ways).origins, *ends)}
    return frozenset(node for node in doubts.sure.origins if ties.certain.find(node) not in touched)


def _outer(ties: _Ties, certain: frozenset[Node], possible: frozenset[Node]) -> tuple[int, int]:
    """Bound the count: surely reached origins with every tie, to all possible origins with the certain ties alone."""
    merged = ties.certain.joined((*ties.possible, *ties.own))
    return len({merged.find(node) for node in certain}), len({ties.certain.find(node) for node in possible})


def _interval(doubts: Doubts, ties: _Ties, nothing: set[Node], budget: Budget) -> tuple[int, int]:
    """Count exactly, over every way in which statements with a tie of their own keep or lose their citations."""
    found = [
        _interval_with(settled, certain.joined(ties.possible), certain, nothing, budget)
        for settled, certain in _settled(doubts, ties)
    ]
    return min(least for least, _ in found), max(greatest for _, greatest in found)


def _interval_with(
    doubts: Doubts, merged: Partition, certain: Partition, nothing: set[Node], budget: Budget
) -> tuple[int, int]:
    def counting(node: Node) -> Group | None:
        return None if node in nothing else merged.find(node)

    return fewest_groups(doubts, counting, budget), most_groups(doubts, certain.find, budget)


def _settled(doubts: Doubts, ties: _Ties) -> Iterator[tuple[Doubts, Partition]]:
    """Settle for each tie in `own` whether its statement loses its citations: what is left, and what is then tied."""
    for loses in product((False, True), repeat=len(ties.own)):
        choices = dict(doubts.choices)
        for (node, _), lost in zip(ties.own, loses, strict=True):
            choices[node] = tuple(left for choice in choices[node] if (left := _keep_or_lose(choice, lost=lost)))
        if all(choices[node] for node, _ in ties.own):
            lost_ties = [tie for tie, lost in zip(ties.own, loses, strict=True) if lost]
            yield doubts._replace(choices=choices), ties.certain.joined(lost_ties)


def _keep_or_lose(choice: Choice, *, lost: bool) -> Choice | None:
    """Give what is left of the choice of a statement that loses all its citations, or does not; None if it cannot."""
    own = Outcome(frozenset({choice.at}))
    if lost:
        return Choice(choice.at, (own,)) if own in choice.ways else None
    held = tuple(outcome for outcome in choice.outcomes if outcome != own)
    return Choice(choice.at, held) if held else None


def _deciding(doubts: Doubts, ties: _Ties, nothing: set[Node], whole: tuple[int, int], budget: Budget) -> set[str]:
    """Name the records whose doubt, settled one way, narrows the interval `whole`."""
    found = {at for at, fixed in _resolved(doubts) if _interval(fixed, ties, nothing, budget) != whole}
    return found | {tie[0].id for tie, fixed in _untied(ties) if _interval(doubts, fixed, nothing, budget) != whole}


def _in_doubt(hubs: Iterable[Node], ties: _Ties) -> set[str]:
    """Name every record with a doubt: where none narrows the interval alone, they decide it together."""
    return {hub.id for hub in hubs} | {first.id for first, _ in ties.possible}


def _open_records(groups: Groups, possible: frozenset[Node], nothing: set[Node]) -> set[str]:
    """Name the origins that count as 0 or 1 and stand in no group with one that counts."""
    counted = {groups.certain.find(node) for node in possible - nothing}
    return {node.id for node in nothing if groups.certain.find(node) not in counted}


def _bearing_ties(groups: Groups, possible: frozenset[Node]) -> _Ties:
    """Keep the ties that lie between groups of origins: what hangs loose cannot join any.

    The tie of a statement that no origin of this claim can be is a doubt of its own.
    """
    apart = [(node, tied) for node, tied in groups.if_lost if groups.certain.find(node) != groups.certain.find(tied)]
    own = tuple(tie for tie in apart if tie[0] in possible)
    loose = [tie for tie in apart if tie[0] not in possible]
    certain = groups.certain
    ends = {certain.find(item) for item in (*possible, *(item for tie in own for item in tie))}
    between = [tie for tie in (*groups.possible, *loose) if certain.find(tie[0]) != certain.find(tie[1])]
    return _Ties(certain, tuple(_joining(certain, _without_leaves(certain, between, ends), ends)), own)


def _without_leaves(certain: Partition, ties: list[Tie], ends: set[Group]) -> list[Tie]:
    """Drop ties to groups that neither hold an origin nor lead on, until none is left."""
    at: dict[Group, set[int]] = {}
    for number, tie in enumerate(ties):
        for group in map(certain.find, tie):
            at.setdefault(group, set()).add(number)
    loose = [group for group in at if group not in ends]
    while loose:
        here = loose.pop()
        if len(at[here]) == 1:
            number = at[here].pop()
            for group in map(certain.find, ties[number]):
                if number in at[group]:
                    at[group].remove(number)
                    loose += () if group in ends else (group,)
    return [tie for number, tie in enumerate(ties) if number in at[certain.find(tie[0])]]


def _joining(certain: Partition, ties: list[Tie], ends: set[Group]) -> list[Tie]:
    """Keep the ties of those clusters that hold two origins or more."""
    clusters = Partition().joined((certain.find(first), certain.find(second)) for first, second in ties)
    together: dict[Group, int] = {}
    for end in ends:
        together[clusters.find(end)] = together.get(clusters.find(end), 0) + 1
    return [tie for tie in ties if together.get(clusters.find(certain.find(tie[0])), 0) > 1]


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


def _untied(ties: _Ties) -> Iterator[tuple[Tie, _Ties]]:
    """Resolve one possible tie at a time, each way: the tie, and the ties that are then left."""
    for number, tie in enumerate(ties.possible):
        others = (*ties.possible[:number], *ties.possible[number + 1 :])
        yield tie, ties._replace(certain=ties.certain.joined([tie]), possible=others)
        yield tie, ties._replace(possible=others)
