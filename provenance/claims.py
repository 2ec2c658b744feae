"""How claims are tied: by `stronger_than` (versions of one story) and `part_of` (parts and wholes).

One order underlies both ties: a claim *implies* what it is stronger than, and a whole implies its
parts. Ties chain in one direction of that order; going down and up again does not tie two claims.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from provenance.model import Claim


class Tie(NamedTuple):
    """How far and which way a claim lies from another; smaller is nearer (the order of a walk).

    `across_parts` tells that a `part_of` is on the way; `upwards` that the tied claim is the
    stronger one, or the whole.
    """

    across_parts: bool
    steps: int
    upwards: bool


class ClaimTies:
    """The ties between the claims of a workspace."""

    def __init__(self, claims: Mapping[str, Claim]) -> None:
        self._down = implications(claims)
        self._tied: dict[str, dict[str, Tie]] = {}

    def tied_to(self, claim: str) -> Mapping[str, Tie]:
        """Give every claim that `claim` implies or is implied by, with the tie; without itself."""
        if claim not in self._tied:
            self._tied[claim] = self._find(claim)
        return self._tied[claim]

    def hardens(self, citing: str, cited: str) -> bool:
        """Tell whether `citing` is stronger than `cited`, or the whole of it."""
        tie = self.tied_to(citing).get(cited)
        return tie is not None and not tie.upwards

    def neighbours(self, claim: str) -> frozenset[str]:
        """Give every claim joined to `claim` by ties in either direction, however many; without itself."""
        found = {claim}
        waiting = deque([claim])
        while waiting:
            here = waiting.popleft()
            for other, _ in (*self._down[here], *self._up[here]):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return frozenset(found - {claim})

    @cached_property
    def _up(self) -> dict[str, list[tuple[str, bool]]]:
        up: dict[str, list[tuple[str, bool]]] = {claim: [] for claim in self._down}
        for claim, implied in self._down.items():
            for weaker, is_part in implied:
                up[weaker].append((claim, is_part))
        return up

    def _find(self, claim: str) -> dict[str, Tie]:
        best: dict[str, Tie] = {}
        for upwards, steps in ((False, self._down), (True, self._up)):
            for across_parts in (False, True):
                for other, distance in _distances(steps, claim, across_parts=across_parts).items():
                    tie = Tie(across_parts, distance, upwards)
                    best[other] = min(tie, best.get(other, tie))
        best.pop(claim, None)
        return best


def implications(claims: Mapping[str, Claim]) -> dict[str, list[tuple[str, bool]]]:
    """Map each claim to what it implies directly: pairs of a claim and whether it is a part (not a version)."""
    implied: dict[str, list[tuple[str, bool]]] = {claim: [] for claim in claims}
    for claim in claims.values():
        implied[claim.id] += [(weaker, False) for weaker in claim.stronger_than if weaker in claims]
        for whole in claim.part_of:
            if whole in implied:
                implied[whole].append((claim.id, True))
    return {claim: sorted(found) for claim, found in implied.items()}


def _distances(steps: Mapping[str, Iterable[tuple[str, bool]]], start: str, *, across_parts: bool) -> dict[str, int]:
    """Breadth-first distances from `start`; cycles end at what was met before."""
    distances = {start: 0}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for other, is_part in steps[here]:
            if other not in distances and (across_parts or not is_part):
                distances[other] = distances[here] + 1
                waiting.append(other)
    return distances
