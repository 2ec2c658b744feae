"""How long a layout takes and how many citations cross in it, ours beside Graphviz's dot and fast-sugiyama.

    python benchmarks/layout.py [NODES…]

One random figure of each size. Crossings are counted between straight lines from middle to middle, of citations that
share no end. Times are processor seconds, of ours and of fast-sugiyama the least of three runs; they are compared
within the run only. Ours also measures text and keeps dates in order and room for words, which the others are not
asked for. Run it where `provenance` is installed; what else is not there is left out.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from provenance.export.drawing.layout import place  # noqa: E402
from provenance.export.figure import Figure  # noqa: E402
from tests.export.random_figures import random_figure  # noqa: E402

SIZES = (50, 300, 1000)
PATIENCE = 60.0
"""How many seconds Graphviz is given."""
Point = tuple[float, float]
Places = dict[str, Point]


def ours(figure: Figure) -> Places:
    """Place the nodes as our pictures do."""
    return {node.id: (node.x + node.width / 2, node.y + node.height / 2) for node in place(figure).nodes}


def fast_sugiyama(figure: Figure) -> Places:
    """Place the nodes by the Rust library of that name; what neither cites nor is cited stays out."""
    from_edges = import_module("fast_sugiyama").from_edges  # whoever measures it installs it
    found: Places = {}
    right = 0.0
    for part, width, _, _ in from_edges(ends(figure)):
        found |= {str(node): (x + right, y) for node, (x, y) in part}
        right += width + 1
    return found


def graphviz(figure: Figure) -> Places | None:
    """Place the nodes by dot, None where it takes too long."""
    lines = "\n".join(f'"{citing}" -> "{cited}"' for citing, cited in ends(figure))
    try:
        done = subprocess.run(
            [shutil.which("dot") or "dot", "-Tplain"],
            input=f"digraph {{ node [shape=box]\n{lines}\n}}",
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return None
    rows = (line.split(" ") for line in done.stdout.splitlines() if line.startswith("node "))
    return {row[1]: (float(row[2]), float(row[3])) for row in rows}


def ends(figure: Figure) -> list[tuple[str, str]]:
    """Give who cites whom, each pair once, nobody itself."""
    return sorted({(edge.citing, edge.cited) for edge in figure.edges if edge.citing != edge.cited})


class Line(NamedTuple):
    """A citation as a straight line, from its left end."""

    start: Point
    end: Point
    nodes: frozenset[str]


def crossings(figure: Figure, places: Places) -> int:
    """Count the pairs of citations without a common end that cross."""
    pairs = [(frozenset(pair), sorted((places[pair[0]], places[pair[1]]))) for pair in ends(figure)]
    lines = sorted((Line(start, end, nodes) for nodes, (start, end) in pairs), key=lambda line: line.start)
    found = 0
    for at, one in enumerate(lines):
        for other in lines[at + 1 :]:
            if other.start[0] > one.end[0]:
                break
            found += not one.nodes & other.nodes and cross(one.start, one.end, other.start, other.end)
    return found


def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Tell whether the line from a to b crosses that from c to d."""
    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0


def turn(a: Point, b: Point, c: Point) -> float:
    """Give on which side of the line from a to b a point lies, by the sign."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def timed(rounds: int, layout: Callable[[Figure], Places | None], figure: Figure) -> tuple[float, Places | None]:
    """Run a layout some times; give the least time, that of its children included, and what it gave."""
    least, places = float("inf"), None
    for _ in range(rounds):
        before = sum(os.times()[:4])
        places = layout(figure)
        least = min(least, sum(os.times()[:4]) - before)
    return least, places


def engines() -> dict[str, tuple[int, Callable[[Figure], Places | None]]]:
    """Give the layouts that can be had here, with how often each is run."""
    found: dict[str, tuple[int, Callable[[Figure], Places | None]]] = {"ours": (3, ours)}
    try:
        import_module("fast_sugiyama")
    except ImportError:
        print("fast-sugiyama is not installed")
    else:
        found["fast-sugiyama"] = (3, fast_sugiyama)
    if shutil.which("dot"):
        found["dot"] = (1, graphviz)
    return found


def main() -> None:
    """Print a row for each size and layout."""
    print(f"{'nodes':>6}{'citations':>11}  {'layout':<14}{'s':>8}{'ratio':>8}{'crossings':>11}")
    for size in [int(size) for size in sys.argv[1:]] or SIZES:
        figure = random_figure(1, size)
        base = None
        for name, (rounds, layout) in engines().items():
            least, places = timed(rounds, layout, figure)
            base = base or least
            crossed = crossings(figure, places) if places is not None else f"> {PATIENCE:.0f} s"
            print(f"{size:>6}{len(ends(figure)):>11}  {name:<14}{least:>8.2f}{least / base:>8.1f}{crossed:>11}")


if __name__ == "__main__":
    main()
