"""Ties between claims, sources and origins that cannot be meant."""

from collections.abc import Iterator, Mapping

from provenance.claims import implications
from provenance.model import Claim, Dependence, DependenceKind, Workspace
from provenance.problems import Place, Problem, Severity

_MOST_CYCLES = 100
_LONGEST_CHAIN = 12


def tie_cycles(workspace: Workspace) -> Iterator[Problem]:
    """Find claims that are stronger than, or part of, themselves by way of others.

    Iterative depth-first walk over the implication order (a claim implies what it is stronger than;
    a whole implies its parts). A cycle is reported, at its smallest id, where it adds a claim to those
    reported before; at most 100 are.
    """
    implies = implications(workspace.claims)
    done: set[str] = set()
    shown: set[str] = set()
    left = _MOST_CYCLES
    for start in workspace.claims:
        path: list[str] = []
        position: dict[str, int] = {}
        stack = [(start, False)]
        while stack:
            claim, leaving = stack.pop()
            if leaving:
                done.add(claim)
                del position[path.pop()]
            elif claim in position:
                if path[-1] not in shown and left:
                    left -= 1
                    loop = path[position[claim] :]
                    shown.update(loop)
                    yield _cycle(workspace.claims, loop)
            elif claim not in done:
                position[claim] = len(path)
                path.append(claim)
                stack.append((claim, True))
                stack += [(weaker, False) for weaker, _ in reversed(implies[claim])]


def self_references(workspace: Workspace) -> Iterator[Problem]:
    """Find records that name themselves, and same_as ties that unmask an anonymous source."""
    for report in workspace.reports.values():
        if report.read is not None and report.read.via == report.id:
            message = f"'{report.id}' is said to have been read through itself"
            hint = "name the report it was read through, or write `read: original`"
            yield _error("self-reference", report.place, message, hint)
    for source in workspace.sources.values():
        for tie in source.same_as:
            other = workspace.sources.get(tie.source)
            if tie.source == source.id:
                message = f"'{source.id}' is said to be the same as itself"
                yield _error("self-reference", tie.place, message, "name another source")
            elif other is not None and (source.kind == "anonymous") != (other.kind == "anonymous"):
                message = f"this ties an anonymous source to one that is not: '{source.id}' and '{other.id}'"
                hint = "an anonymous source may only be the same as another anonymous one (source protection)"
                yield _error("anonymous-identity", tie.place, message, hint)


def contradicting_dependences(workspace: Workspace) -> Iterator[Problem]:
    """Find records that are declared independent and tied by another entry; each such pair of entries once."""
    ties = [record for record in workspace.dependences if record.kind is not DependenceKind.DECLARED_INDEPENDENT]
    ties_of: dict[str, list[int]] = {}
    for number, tie in enumerate(ties):
        for id_ in tie.between:
            ties_of.setdefault(id_, []).append(number)
    for record in workspace.dependences:
        if record.kind is DependenceKind.DECLARED_INDEPENDENT:
            tied: dict[int, list[str]] = {}
            for id_ in sorted(record.between):
                for number in ties_of.get(id_, ()):
                    tied.setdefault(number, []).append(id_)
            for number, ids in sorted(tied.items()):
                if len(ids) > 1:
                    yield _contradiction(record, ties[number], ids)


def _contradiction(record: Dependence, tie: Dependence, ids: list[str]) -> Problem:
    both = " and ".join(f"'{id_}'" for id_ in ids[:2])
    return Problem(
        code="contradicting-dependence",
        severity=Severity.WARNING,
        place=record.place,
        message=f"{both} are declared independent, but {tie.place} ties them",
        hint="the tie counts; delete the declaration or the tie",
    )


def _cycle(claims: Mapping[str, Claim], loop: list[str]) -> Problem:
    first = loop.index(min(loop))
    ordered = loop[first:] + loop[:first]
    chain = " → ".join([*ordered, ordered[0]] if len(loop) <= _LONGEST_CHAIN else [*ordered[:_LONGEST_CHAIN], "…"])
    return _error(
        "tie-cycle",
        claims[ordered[0]].place,
        f"this claim implies itself: {chain}",
        "`stronger_than` names the weaker version, `part_of` the whole; mend one of them",
    )


def _error(code: str, place: Place, message: str, hint: str) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, place=place, message=message, hint=hint)
