"""Rules about the origins of a claim: how many surely count, of what kind they are, how they are described."""

from collections.abc import Hashable, Iterable
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from provenance.graph import Node, NodeKind
from provenance.model import DependenceKind, SourceKind
from provenance.read.policies import Rule
from provenance.trace.answer import Origin, declared_words
from provenance.trace.audit.ruling import Ruling
from provenance.trace.audit.seen import Seen, in_order
from provenance.trace.audit.wording import counted, either, listed, surely_count

if TYPE_CHECKING:
    import networkx as nx
else:
    from provenance.networkx_alone import nx

NO_ORIGIN = "no origin is on record"

SETS_LOOKED_AT = 10_000
"""How many sets of origins that are declared two by two are looked at before giving up."""


class Aspect(StrEnum):
    """What a source can be described by (ICD 206, ICD 203)."""

    ACCESS = "access"
    BASIS = "basis"
    AGE = "age"


def origins_at_least(seen: Seen, rule: Rule) -> Ruling:
    """Hold where that many origins count however the doubts are settled."""
    asked, count = rule.number or 0, seen.answer.origin_count
    surely = surely_count(count.min)
    if count.min >= asked:
        return Ruling(rule=rule, passes=True, why=f"{surely}, {asked} asked for")
    if count.max >= asked:
        why = f"{surely}, {asked} asked for; at most {count.max} may, which the doubts decide"
        maybe = seen.leading_to(origin for origin in seen.origins if origin.kind.may_be_nothing)
        edges = in_order((*seen.in_doubt(), *maybe))
        return Ruling(rule=rule, passes=False, why=why, at=count.decided_by, edges=edges)
    listed_more = len(seen.origins) > count.max > 0
    most = f"{'' if count.min == count.max else 'at most '}{count.max}"
    once = f"; the {len(seen.origins)} on record count as {most}" if listed_more else ""
    why = f"{surely}, {asked} asked for{once}"
    return Ruling(rule=rule, passes=False, why=why, at=_ids(seen.origins), edges=seen.leading_to(seen.origins))


def declared_independent(seen: Seen, rule: Rule) -> Ruling:
    """Hold where that many origins that surely count are declared, two by two, not to depend on each other.

    Two that may be one (`same_as: possible`) are not taken together, whatever is declared of them.
    """
    asked = rule.number or 0
    together = _declared_together(seen, asked)
    if together:
        pairs = combinations(together, 2)
        bases = [basis for one, other in pairs for basis in seen.groups.declared((one.node, other.node)) or ()]
        why = f"{listed(_ids(together))} are {declared_words(dict.fromkeys(bases))}"
        return Ruling(rule=rule, passes=True, why=why)
    least, at = seen.answer.origin_count.min, seen.sure or seen.origins
    why = surely_count(least) if least < asked else f"the record declares it of no {asked} origins that surely count"
    if together is None:
        why = f"the declarations are too many to look for {asked} origins among them"
    why = f"independence not established: {why}"
    return Ruling(rule=rule, passes=False, why=why, at=_ids(at), edges=seen.leading_to(at))


def not_only(seen: Seen, rule: Rule) -> Ruling:
    """Hold where an origin of none of these kinds counts however the doubts are settled."""
    if seen.another_kind_counts(rule.words):
        return Ruling(rule=rule, passes=True, why=f"an origin counts that is not {either(rule.words)}")
    return _of_these_kinds(seen, rule, "every origin is {kinds}", "it may rest on origins alone that are {kinds}")


def not_single(seen: Seen, rule: Rule) -> Ruling:
    """Hold where two origins count however the doubts are settled, or one of none of these kinds does."""
    if seen.answer.origin_count.min > 1:
        return Ruling(rule=rule, passes=True, why=surely_count(seen.answer.origin_count.min))
    if seen.another_kind_counts(rule.words):
        return Ruling(rule=rule, passes=True, why=f"an origin counts that is not {either(rule.words)}")
    perhaps = "it may rest on a single origin that is {kinds}"
    surely = "it rests on a single origin, which is {kinds}" if seen.answer.origin_count.max == 1 else perhaps
    return _of_these_kinds(seen, rule, surely, perhaps)


def no_origin(seen: Seen, rule: Rule) -> Ruling:
    """Hold where there are origins, and none that may count is of these kinds."""
    if not seen.origins:
        return Ruling(rule=rule, passes=False, why=NO_ORIGIN)
    found = [origin for origin in seen.origins if origin.kind in rule.words]
    total = counted(len(seen.origins), "origin")
    if not found:
        return Ruling(rule=rule, passes=True, why=f"none of {total} is {either(rule.words)}")
    doubtful = sum(origin.doubt is not None for origin in found)
    why = f"{len(found)} of {total} {'is' if len(found) == 1 else 'are'} {either(rule.words)}"
    why += f", {doubtful} of them in doubt" if doubtful else ""
    return Ruling(rule=rule, passes=False, why=why, at=_ids(found), edges=seen.leading_to(found))


def described(seen: Seen, rule: Rule) -> Ruling:
    """Hold where each origin that may count is described in the one aspect asked for."""
    if not seen.origins:
        return Ruling(rule=rule, passes=False, why=NO_ORIGIN)
    [aspect] = rule.words
    missing = [origin for origin in seen.origins if _missing(seen, origin, aspect)]
    total = counted(len(seen.origins), "origin")
    if not missing:
        return Ruling(rule=rule, passes=True, why=f"recorded for {total}")
    edges = seen.leading_to(missing)
    at = _ids(missing)
    if aspect == Aspect.AGE:
        edges = tuple(edge for edge in edges if _undated(seen, edge.citing))
        at = tuple(sorted({report for origin in missing for report in _taken_up_by(seen, origin)}))
    why = f"not recorded for {len(missing)} of {total}"
    return Ruling(rule=rule, passes=False, why=why, at=at, edges=edges)


def _missing(seen: Seen, origin: Origin, aspect: str) -> bool:
    match Aspect(aspect):
        case Aspect.ACCESS:
            return origin.kind.says_nothing or not _tells_whose(seen, origin)
        case Aspect.BASIS:
            return origin.kind.says_nothing
        case Aspect.AGE:
            return bool(_taken_up_by(seen, origin))


def _taken_up_by(seen: Seen, origin: Origin) -> set[str]:
    """Give the undated reports that cite the origin directly, or that it is."""
    reports = {edge.citing for edge in seen.leading_to([origin])}
    own = {origin.id} if seen.support.graph.report(origin.node) is not None else set()
    return {report for report in reports | own if _undated(seen, report)}


def _tells_whose(seen: Seen, origin: Origin) -> bool:
    """Tell whether the record says whose knowledge this is; a party and a report's own reporting do by themselves."""
    if origin.node.kind is not NodeKind.SOURCE:
        return True
    source = seen.support.graph.workspace.sources[origin.id]
    return bool(source.described_as or source.party or source.name) or source.kind is SourceKind.EYEWITNESS


def _undated(seen: Seen, report: str) -> bool:
    return seen.support.graph.workspace.reports[report].published is None


def _of_these_kinds(seen: Seen, rule: Rule, surely: str, perhaps: str) -> Ruling:
    """Fail a rule about the kinds of all origins; `perhaps` is said where some that may count are of another kind."""
    if not seen.origins:
        return Ruling(rule=rule, passes=False, why=NO_ORIGIN)
    offending = [origin for origin in seen.origins if origin.kind in rule.words]
    kinds = either(kind for kind in rule.words if any(origin.kind == kind for origin in offending))
    edges = seen.leading_to(offending or seen.origins)
    if len(offending) == len(seen.origins):
        return Ruling(rule=rule, passes=False, why=surely.format(kinds=kinds), at=_ids(offending), edges=edges)
    why = perhaps.format(kinds=kinds) if offending else "no origin surely counts"
    edges = in_order((*edges, *seen.in_doubt()))
    return Ruling(rule=rule, passes=False, why=why, at=_ids(seen.origins), edges=edges)


def _declared_together(seen: Seen, asked: int) -> tuple[Origin, ...] | None:
    """Find that many origins that surely count and are declared two by two; () where there are none.

    Looks at the greatest such sets (Bron and Kerbosch 1973); None where ten thousand of them are too small.
    """
    groups = seen.groups
    perhaps_one = groups.certain.joined((*groups.possible, *groups.if_lost))
    named = _named_in_declarations(seen)
    by_group = {groups.certain.find(origin.node): origin for origin in reversed(seen.sure)}
    one_each = sorted((origin for group, origin in by_group.items() if group in named), key=_in_order)
    declared: nx.Graph[int] = nx.Graph()
    for (one, first), (other, second) in combinations(enumerate(one_each), 2):
        apart = perhaps_one.find(first.node) != perhaps_one.find(second.node)
        if apart and groups.declared((first.node, second.node)) is not None:
            declared.add_edge(one, other)
    for looked_at, found in enumerate(nx.find_cliques(declared)):
        if len(found) >= asked:
            return tuple(one_each[number] for number in sorted(found)[:asked])
        if looked_at == SETS_LOOKED_AT:
            return None
    return ()


def _named_in_declarations(seen: Seen) -> set[Hashable]:
    """Give the groups that some declaration of independence names, so that not all pairs of origins are looked at."""
    workspace = seen.support.graph.workspace
    declared = (one for one in workspace.dependences if one.kind is DependenceKind.DECLARED_INDEPENDENT)
    ids = {id_ for record in declared for id_ in record.between}
    nodes = [Node(kind, id_) for id_ in ids for kind in NodeKind]
    for report in workspace.reports.values():
        if report.id in ids or report.outlet in ids:
            nodes += [Node(NodeKind.STATEMENT, report.id, said.claim) for said in report.says]
    return {seen.groups.certain.find(node) for node in nodes}


def _in_order(origin: Origin) -> tuple[int, str, Node]:
    return (origin.group, origin.id, origin.node)


def _ids(origins: Iterable[Origin]) -> tuple[str, ...]:
    return tuple(sorted({origin.id for origin in origins}))
