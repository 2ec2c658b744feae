"""Ties between claims, sources and origins that cannot be meant."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from provenance.claims import implications
from provenance.model import Claim, DependenceKind, Workspace
from provenance.problems import Place, Problem, Severity


def tie_cycles(workspace: Workspace) -> Iterator[Problem]:
    """Find claims that are stronger than, or part of, themselves by way of others.

    Iterative depth-first walk over the implication order (a claim implies what it is stronger than;
    a whole implies its parts); each cycle is reported once, at its smallest id.
    """
    implies = implications(workspace.claims)
    done: set[str] = set()
    for start in workspace.claims:
        path: dict[str, None] = {}
        stack = [(start, False)]
        while stack:
            claim, leaving = stack.pop()
            if leaving:
                done.add(claim)
                del path[claim]
            elif claim in path:
                loop = list(path)
                yield _cycle(workspace.claims, loop[loop.index(claim) :])
            elif claim not in done:
                path[claim] = None
                stack.append((claim, True))
                stack += [(weaker, False) for weaker, _ in reversed(implies[claim])]


def self_references(workspace: Workspace) -> Iterator[Problem]:
    """Find sources that are the same as themselves, and same_as ties that unmask an anonymous source."""
    for source in workspace.sources.values():
        for tie in source.same_as:
            other = workspace.sources.get(tie.source)
            if tie.source == source.id:
                yield _error(
                    "self-reference",
                    tie.place,
                    f"'{source.id}' is said to be the same as itself",
                    "name another source",
                )
            elif other is not None and (source.kind == "anonymous") != (other.kind == "anonymous"):
                message = f"this ties an anonymous source to one that is not: '{source.id}' and '{other.id}'"
                hint = "an anonymous source may only be the same as another anonymous one (source protection)"
                yield _error("anonymous-identity", tie.place, message, hint)


def contradicting_dependences(workspace: Workspace) -> Iterator[Problem]:
    """Find pairs that are declared independent and tied by another record."""
    tied = {
        pair: record
        for record in workspace.dependences
        if record.kind is not DependenceKind.DECLARED_INDEPENDENT
        for pair in combinations(sorted(record.between), 2)
    }
    for record in workspace.dependences:
        if record.kind is DependenceKind.DECLARED_INDEPENDENT:
            for pair in combinations(sorted(record.between), 2):
                if pair in tied:
                    message = f"'{pair[0]}' and '{pair[1]}' are declared independent, but {tied[pair].place} ties them"
                    hint = "the tie counts; delete the declaration or the tie"
                    yield Problem(
                        code="contradicting-dependence",
                        severity=Severity.WARNING,
                        place=record.place,
                        message=message,
                        hint=hint,
                    )


def _cycle(claims: Mapping[str, Claim], loop: list[str]) -> Problem:
    first = loop.index(min(loop))
    ordered = loop[first:] + loop[:first]
    chain = " → ".join([*ordered, ordered[0]])
    return _error(
        "tie-cycle",
        claims[ordered[0]].place,
        f"this claim implies itself: {chain}",
        "`stronger_than` names the weaker version, `part_of` the whole; mend one of them",
    )


def _error(code: str, place: Place, message: str, hint: str) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, place=place, message=message, hint=hint)
