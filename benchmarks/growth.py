"""How the time of a trace grows with the records, as multiples of plain networkx on the same graph.

    python benchmarks/growth.py [ROUNDS]

Reading is left out: the records are made in memory, and the citation graph and one trace are timed. The yardstick makes
a MultiDiGraph of the same citations and runs strongly_connected_components, descendants and immediate_dominators on it
once. All cases run interleaved in one process; what is shown is the processor time of the fastest round: what else goes
on can only add to it. The exponents are those between a size and half of it: 1 is linear.
"""

import gc
import math
import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping

import networkx as nx

from provenance.model import Basis, Citation, CitedKind, Claim, Outlet, Report, Statement, Workspace
from provenance.problems import Place
from provenance.trace import Tracer

ROUNDS = 3
SIZES = (1_000, 2_000, 4_000, 8_000, 16_000, 32_000)
"""Reports, each of which cites five."""
HERE = Place("growth.py")
ORIGINS = 20

Citations = Mapping[str, list[str]]
"""Which reports a report cites, by id."""


def growing(reports: int, *, cited: int = 5) -> Citations:
    """Let each report cite `cited` older ones, the first of all none: as coverage of a claim grows."""
    drawn = random.Random(reports)  # noqa: S311 - the same records in every run
    return {
        f"r{number:06}": sorted({f"r{drawn.randrange(number):06}" for _ in range(cited)}) if number >= ORIGINS else []
        for number in range(reports)
    }


def chain(length: int) -> Citations:
    """Let each report cite the one before."""
    return {f"r{number:06}": [f"r{number - 1:06}"] if number else [] for number in range(length)}


def ring(length: int) -> Citations:
    """Let each report cite the one before, and the first the last."""
    return {f"r{number:06}": [f"r{(number - 1) % length:06}"] for number in range(length)}


def lattice(layers: int) -> Citations:
    """Stack diamonds: two ways through each, so that there are 2 ** layers paths."""
    found: dict[str, list[str]] = {f"j{layers:05}": []}
    for layer in range(layers):
        found[f"j{layer:05}"] = [f"a{layer:05}", f"b{layer:05}"]
        found[f"a{layer:05}"] = found[f"b{layer:05}"] = [f"j{layer + 1:05}"]
    return found


def star(rays: int) -> Citations:
    """Let many cite one report, which cites as many."""
    inwards = {f"c{number:05}": ["hub"] for number in range(rays)}
    origins: dict[str, list[str]] = {f"o{number:05}": [] for number in range(rays)}
    return {"hub": sorted(origins)} | inwards | origins


def cases() -> Iterator[tuple[str, Citations]]:
    """Give each case its name and its graph."""
    for size in SIZES:
        yield f"{size:,} reports", growing(size)
    yield "lattice of 40 diamonds", lattice(40)
    yield "lattice of 10,000 diamonds", lattice(10_000)
    yield "chain of 100,000", chain(100_000)
    yield "ring of 10,000", ring(10_000)
    yield "star of 4,000 by 4,000", star(4_000)


def records(citations: Citations) -> Workspace:
    """Make the records of a graph: one claim, every report by an outlet of its own."""
    reports = {id_: _report(id_, cited) for id_, cited in citations.items()}
    outlets = {id_: Outlet(id=id_, name=id_, implicit=True, place=HERE) for id_ in citations}
    claims = {"c": Claim(id="c", text="C", place=HERE)}
    return Workspace(root=".", outlets=outlets, parties={}, sources={}, claims=claims, reports=reports)


def _report(id_: str, cited: list[str]) -> Report:
    cites = tuple(Citation(kind=CitedKind.REPORT, id=other, place=HERE) for other in cited)
    said = Statement(claim="c", basis=None if cited else Basis.OWN_REPORTING, cites=cites, place=HERE)
    return Report(id=id_, outlet=id_, says=(said,), place=HERE)


def trace(workspace: Workspace) -> None:
    """Make the graph and trace the claim."""
    Tracer(workspace).trace("c")


def yardstick(citations: Citations) -> None:
    """Do with networkx alone what any answer about this graph needs at the least."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(citations)
    graph.add_edges_from((id_, other) for id_, cited in citations.items() for other in cited)
    list(nx.strongly_connected_components(graph))
    turned: nx.DiGraph[str] = nx.DiGraph((other, id_) for id_, other in graph.edges())
    turned.add_edges_from(("", id_) for id_, cited in citations.items() if not cited)
    turned.add_node("")
    nx.descendants(turned, "")
    nx.immediate_dominators(turned, "")


def seconds(work: Callable[[], None]) -> float:
    """Run once, without garbage collection as the program does, and give the processor time."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    work()
    taken = time.process_time() - start
    gc.enable()
    return taken


def main() -> None:
    """Measure and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    made = [(name, citations, records(citations)) for name, citations in cases()]
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name, _, _ in made}
    seconds(lambda: trace(made[0][2]))  # imports what is imported late
    for _ in range(rounds):
        for name, citations, workspace in made:
            ours = seconds(lambda workspace=workspace: trace(workspace))  # type: ignore[misc]
            taken[name].append((ours, seconds(lambda citations=citations: yardstick(citations))))  # type: ignore[misc]
    print(f"Python {sys.version.split()[0]}, networkx {nx.__version__}, fastest of {rounds} rounds")
    print(f"{'':28}{'citations':>10}{'trace s':>9}{'exponent':>10}{'networkx s':>12}{'exponent':>10}{'ratio':>7}")
    half: tuple[float, ...] = ()
    for name, citations, _ in made:
        ours, theirs = fastest = tuple(map(min, zip(*taken[name], strict=True)))
        grown = zip(fastest, half, strict=True) if half and name.endswith("reports") else ()
        own, other = [f"{math.log2(now / before):.2f}" for now, before in grown] or ("", "")
        number = sum(map(len, citations.values()))
        print(f"{name:28}{number:10,}{ours:9.2f}{own:>10}{theirs:12.2f}{other:>10}{ours / theirs:7.1f}")
        half = fastest


if __name__ == "__main__":
    main()
