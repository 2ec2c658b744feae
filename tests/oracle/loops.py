"""Circular citations, of statements and of the agents behind them, with every recorded citation taken to hold."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from tests.oracle.chronology import instants
from tests.oracle.claim_at import ClaimAt
from tests.oracle.walks import IN_REPORTS, Arrow, Arrows, Node, arrows_of, by_id, id_of, loops, simple_cycles
from tests.oracle.world import Edge, Records, World, date_of, listed

Where = tuple[bool, tuple[object, ...], str, str | None]
"""Where one cites another: whether that is in doubt, the order of its date, the report or "response", and the date."""

Cited = dict[Arrow, list[Where]]


def circular(at: ClaimAt) -> Iterator[Records]:
    """Give the loops of statements, then those of agents that do not only mirror one."""
    cited: Cited = {}
    for edge in at.edges:
        cited.setdefault((edge.citing, edge.cited), []).append(_in_report(at, edge))
    found = loops(set(cited))
    for loop in found:
        yield {"of": "reports", **_finding(loop, cited)}
    mirrors = [set(_of_reports(at, loop)) for loop in found]
    of_agents = _of_reports(at, at.graph)
    for arrow, where in _of_responses(at):
        of_agents.setdefault(arrow, []).append(where)
    of_agents = {(one, other): where for (one, other), where in of_agents.items() if one != other}
    for loop in loops(set(of_agents)):
        cycles = [arrows_of(cycle) for cycle in simple_cycles(_inside(loop, of_agents))]
        if any(not any(cycle <= mirror for mirror in mirrors) for cycle in cycles):
            yield {"of": "agents", **_finding(loop, of_agents)}


def _inside(loop: set[Node], arrows: Iterable[Arrow]) -> Arrows:
    return {(one, other) for one, other in arrows if one in loop and other in loop}


def _finding(loop: set[Node], cited: Cited) -> Records:
    """Name the smallest id; the others in the order of citation, where the shortest way round passes all of them.

    `chain` is that way, with where each first cites the next; `doubt` tells that the sure citations make no such loop.
    """
    in_order = sorted(loop, key=by_id)
    ways_round = simple_cycles(_inside(loop, cited))
    ways_round = (way for way in ways_round if way[0] == in_order[0] and len(way) > (len(loop) > 1))
    shortest = min(ways_round, key=lambda way: (len(way), way))
    first, *others = dict.fromkeys(id_of(node) for node in (shortest if len(shortest) == len(loop) else in_order))
    where = [min(cited[arrow]) for arrow in pairwise([*shortest, shortest[0]])]
    chain = [[id_of(node), by, date] for node, (_, _, by, date) in zip(shortest, where, strict=True)]
    sure = {arrow for arrow in _inside(loop, cited) if any(not in_doubt for in_doubt, *_ in cited[arrow])}
    doubt = {} if loop in loops(sure) else {"doubt": "unclear"}
    return {"kind": "circular", "at": first, "loop": others, "chain": chain, **doubt}


def _in_report(at: ClaimAt, edge: Edge) -> Where:
    record = at.world.reports[edge.citing[1]]
    return edge.in_doubt, instants(date_of(record, "published")), edge.citing[1], record.get("published")


def _of_reports(at: ClaimAt, nodes: set[Node]) -> Cited:
    """Give the citations between `nodes` as such between agents."""
    found: Cited = {}
    for edge in at.edges:
        if edge.citing in nodes and edge.cited in nodes:
            arrow = (_agent(at.world, edge.citing), _agent(at.world, edge.cited))
            found.setdefault(arrow, []).append(_in_report(at, edge))
    return found


def _of_responses(at: ClaimAt) -> Iterator[tuple[Arrow, Where]]:
    """Give what the parties rest on that respond to the claim."""
    for agent, response in at.answers(at.claim):
        when = (instants(date_of(response, "date")), "response", response.get("date"))
        for citation, in_doubt in _every_citation(response):
            yield (_agent(at.world, ("party", agent)), _agent(at.world, at.world.named(citation))), (in_doubt, *when)


def _agent(world: World, node: Node) -> Node:
    if node[0] in IN_REPORTS:
        outlet = world.outlet_of(node)
        assert outlet is not None
        return ("outlet", outlet)
    if node[0] in ("source", "party"):
        agent = world.agent_of(node[1])
        return ("party" if agent in world.parties else "source", agent)
    return node


def _every_citation(record: Records) -> list[tuple[str | Records, bool]]:
    """Give every citation, and whether it is in doubt; an unnamed outlet rests on nobody and is left out."""
    found: list[tuple[str | Records, bool]] = []
    for written in listed(record.get("cites", [])):
        if isinstance(written, dict) and "unclear" in written:
            found += [(one, True) for one in listed(written["unclear"])]
        else:
            found.append((written, isinstance(written, dict) and written.get("attribution") == "unclear"))
    return [(one, doubt) for one, doubt in found if not (isinstance(one, dict) and one.get("outlet") == "unnamed")]
