"""Who feeds whom among outlets, as a graph for other programs."""

import csv
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from provenance.export.tables import guarded
from provenance.safe import one_line

if TYPE_CHECKING:
    import networkx as nx
else:
    from provenance.networkx_alone import nx

Feeds = Iterable[tuple[str, str, int]]
"""(citing outlet, cited outlet, statements)."""


def _csv(feeds: Feeds, names: Mapping[str, str]) -> str:
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(("Source", "Target", "Type", "Weight", "Source name", "Target name"))
    for citing, cited, count in feeds:
        texts = map(guarded, (citing, cited, names[citing], names[cited]))
        source, target, *called = texts
        writer.writerow((source, target, "Directed", count, *called))
    return out.getvalue()


def _graphml(feeds: Feeds, names: Mapping[str, str]) -> str:
    written = BytesIO()
    nx.write_graphml_xml(_graph(feeds, names), written)
    return written.getvalue().decode()


def _gexf(feeds: Feeds, names: Mapping[str, str]) -> str:
    written = BytesIO()
    nx.write_gexf(_graph(feeds, names), written, version="1.2draft")
    return written.getvalue().decode()


def _graph(feeds: Feeds, names: Mapping[str, str]) -> "nx.DiGraph[str]":
    """Make the graph; its nodes are numbered, since an id may be any text, and a number breaks no format."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    numbers = {id_: f"n{number}" for number, id_ in enumerate(sorted(names))}
    for id_, number in numbers.items():
        graph.add_node(number, label=one_line(names[id_]), outlet=one_line(id_))
    for citing, cited, count in feeds:
        graph.add_edge(numbers[citing], numbers[cited], weight=count)
    return graph


FORMATS: dict[str, Callable[[Feeds, Mapping[str, str]], str]] = {".csv": _csv, ".graphml": _graphml, ".gexf": _gexf}
"""How a graph is written, by the suffix of its file."""
