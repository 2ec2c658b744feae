"""A corpus from nothing to one row per claim: time by stage, peak memory, and plain graph libraries on the same walks.

    python benchmarks/corpus.py [--citations N] [--claims M] [--processes P] [--folder DIR] [--full] [--no-yardsticks]

Stages run as commands of their own: synth, import, trace (triage columns), trace --full, outlets. The memory is the
most that a command and its processes held together, looked at five times a second. The yardsticks read the citations
of the same tables into one graph of the whole corpus and walk once from each claim's reports to all they rest on:
networkx (a DiGraph) and igraph. They give no answer: no origins groups, no doubts, no findings. Runs on Linux.
"""

import argparse
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import igraph
import networkx as nx
import pyarrow.parquet as pq

EVERY = 0.2
T = TypeVar("T")


def main() -> None:
    """Run the stages, then the yardsticks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--citations", type=int, default=1_000_000)
    parser.add_argument("--claims", type=int, default=0)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--no-yardsticks", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        tables, corpus = Path(folder) / "tables", Path(folder) / "corpus"
        claims = ["--claims", str(given.claims)] if given.claims else []
        several = ["--processes", str(given.processes)]
        out = str(Path(folder) / "rows.parquet")
        stages = {
            "synth": ["synth", "-o", str(tables), "--citations", str(given.citations), *claims],
            "import": ["import", str(tables), "-o", str(corpus), *several],
            "trace": ["trace", str(corpus), "-o", out, *several],
            **(
                {"trace --full": ["trace", str(corpus), "--full", "-o", out, "--force", *several]} if given.full else {}
            ),
            "outlets": ["outlets", str(corpus), "-o", str(Path(folder) / "outlets.csv"), *several],
        }
        for name, command in stages.items():
            seconds, memory = run([sys.executable, "-m", "provenance", "corpus", *command])
            print(f"{name:24} {seconds:9.1f} s {memory / 1e6:9.0f} MB", flush=True)
        if not given.no_yardsticks:
            yardsticks(tables)


def run(command: list[str]) -> tuple[float, int]:
    """Run a command; give its seconds and the most bytes its processes held together."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    most = 0

    def watch() -> None:
        nonlocal most
        while process.poll() is None:
            most = max(most, sum(map(held, tree(process.pid))))
            time.sleep(EVERY)

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    watcher.join()
    if code:
        raise SystemExit(f"{' '.join(command)} ended with {code}")
    return time.perf_counter() - started, most


def tree(pid: int) -> Iterator[int]:
    """Give a process and all it started."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from tree(int(child))


def held(pid: int) -> int:
    """Give the resident bytes of a process; 0 where it has ended."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096
    except (OSError, IndexError, ValueError):
        return 0


def yardsticks(tables: Path) -> None:
    """Time the whole graph in other libraries: making it, and one walk for each claim."""
    cited = pq.read_table(tables / "citations.parquet", columns=["report", "claim", "id", "kind"]).to_pydict()
    said = pq.read_table(tables / "statements.parquet", columns=["report", "claim"]).to_pydict()
    kinds = [kind in (None, "report") for kind in cited["kind"]]
    edges = [(one, other) for one, other, kept in zip(cited["report"], cited["id"], kinds, strict=True) if kept]
    starts: dict[str, list[str]] = {}
    for report, claim in zip(said["report"], said["claim"], strict=True):
        starts.setdefault(claim, []).append(report)
    for name, walk in (("networkx", walked_by_networkx), ("igraph", walked_by_igraph)):
        made, walked = walk(said["report"], edges, starts)
        print(f"{name:24} {made:9.1f} s to make the graph, {walked:9.1f} s for {len(starts):,} walks", flush=True)


def walked_by_networkx(
    reports: list[str], edges: list[tuple[str, str]], starts: dict[str, list[str]]
) -> tuple[float, float]:
    """Make a DiGraph, and walk from the reports of each claim."""
    begun = time.process_time()
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(reports)
    graph.add_edges_from(edges)
    made = time.process_time()
    walks(starts, graph.successors)
    return made - begun, time.process_time() - made


def walked_by_igraph(
    reports: list[str], edges: list[tuple[str, str]], starts: dict[str, list[str]]
) -> tuple[float, float]:
    """Make a graph of numbers, and walk from the reports of each claim."""
    begun = time.process_time()
    numbers = {report: number for number, report in enumerate(dict.fromkeys(reports))}
    known = [(numbers[one], numbers[other]) for one, other in edges if one in numbers and other in numbers]
    graph = igraph.Graph(n=len(numbers), edges=known, directed=True)
    made = time.process_time()
    walks({claim: [numbers[report] for report in found] for claim, found in starts.items()}, graph.successors)
    return made - begun, time.process_time() - made


def walks(starts: dict[str, list[T]], cites: Callable[[T], Iterable[T]]) -> None:
    """Walk from all reports of a claim to everything they rest on."""
    for found in starts.values():
        seen = set(found)
        waiting = list(seen)
        while waiting:
            for cited in cites(waiting.pop()):
                if cited not in seen:
                    seen.add(cited)
                    waiting.append(cited)


if __name__ == "__main__":
    main()
