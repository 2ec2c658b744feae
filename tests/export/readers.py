"""Exports read back by programs that are not ours: what each sees of nodes, labels and citations."""

import csv
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import openpyxl
import pytest
from markdown_it import MarkdownIt

from provenance.export import Output

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Seen:
    """What a program sees: the text of each node by its id, and the citations with their text, sorted."""

    labels: dict[str, str]
    edges: list[tuple[str, str, str]]


def run(command: list[str], text: str) -> str:
    """Run a program on a text; a message on stderr is a failure too."""
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def read_dot(outputs: tuple[Output, ...]) -> Seen:
    """Read what Graphviz draws: the text operations of its own JSON, so after all its escapes."""
    if shutil.which("dot") is None:
        pytest.skip("Graphviz is not installed: DOT was not read back")
    drawn = json.loads(run(["dot", "-Tjson"], outputs[0].text))
    names = [found["name"] for found in drawn.get("objects", [])]
    return Seen(
        {found["name"]: _drawn(found) for found in drawn.get("objects", [])},
        sorted((names[edge["tail"]], names[edge["head"]], _drawn(edge)) for edge in drawn.get("edges", [])),
    )


def read_mermaid(outputs: tuple[Output, ...]) -> Seen:
    """Read what Mermaid's own parser makes of a chart; no label may have become an element."""
    seen = parse_mermaid(outputs[0].text)
    assert not [part for part in (*seen["vertices"], *seen["edges"]) if part["elements"]]
    return Seen(
        {vertex["id"]: vertex["text"] for vertex in seen["vertices"]},
        sorted((edge["start"], edge["end"], edge["text"]) for edge in seen["edges"]),
    )


def parse_mermaid(text: str) -> Any:
    """Give Mermaid's view of a chart; skip where node or its packages are missing."""
    return json.loads(run(["node", str(HERE / "mermaid_parse.mjs"), node_modules("mermaid")], text))


def node_modules(package: str) -> str:
    """Give the folder that has a package for node; skip where it or node is missing."""
    places = (
        os.environ.get("PROVENANCE_NODE_MODULES"),
        HERE / "node_modules",
        HERE.parent / "browser" / "node_modules",
    )
    modules = next((str(place) for place in places if place and (Path(place) / package).is_dir()), None)
    if modules is None or shutil.which("node") is None:
        pytest.skip(f"node or {package} is missing (npm install in tests/export): its text was not read back")
    return str(Path(modules).resolve())


def read_markdown(outputs: tuple[Output, ...]) -> Seen:
    """Read the chart of a report; the rest of it: test_markdown.py."""
    charts = [token.content for token in MarkdownIt().parse(outputs[0].text) if token.type == "fence"]
    return read_mermaid((Output("", charts[0]),)) if charts else Seen({}, [])


def read_graphml(outputs: tuple[Output, ...]) -> Seen:
    return _seen(nx.read_graphml(BytesIO(outputs[0].text.encode()), force_multigraph=True))


def read_igraph(outputs: tuple[Output, ...]) -> Seen:
    igraph = pytest.importorskip("igraph", reason="igraph is not installed: GraphML was read by networkx only")
    with NamedTemporaryFile(suffix=".graphml") as file:  # igraph reads files only
        file.write(outputs[0].text.encode())
        file.flush()
        graph = igraph.Graph.Read_GraphML(file.name)
    ids = graph.vs["id"] if graph.vcount() else []
    labels = graph.vs["label"] if graph.vcount() else []
    ends = sorted((ids[edge.source], ids[edge.target], "") for edge in graph.es)
    return Seen(dict(zip(ids, labels, strict=True)), ends)


def read_gexf(outputs: tuple[Output, ...]) -> Seen:
    return _seen(nx.read_gexf(BytesIO(outputs[0].text.encode()), version="1.3"))


def read_cytoscape(outputs: tuple[Output, ...]) -> Seen:
    return _seen(nx.cytoscape_graph(json.loads(outputs[0].text)), label="name")


def read_cytoscape_js(outputs: tuple[Output, ...]) -> Seen:
    """Read what cytoscape.js itself makes of the elements."""
    modules = node_modules("cytoscape")
    seen = json.loads(run(["node", str(HERE / "cytoscape_read.mjs"), modules], outputs[0].text))
    return Seen(seen["labels"], sorted((citing, cited, "") for citing, cited in seen["edges"]))


def read_json(outputs: tuple[Output, ...]) -> Seen:
    return _seen(nx.node_link_graph(json.loads(outputs[0].text), edges="edges"))


def read_xlsx(outputs: tuple[Output, ...]) -> Seen:
    """Read the sheets of nodes and edges; no cell of the workbook may be a formula."""
    assert isinstance(outputs[0].content, bytes)
    book = openpyxl.load_workbook(BytesIO(outputs[0].content))
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n", "b"}
    nodes, edges = ([*book[name].iter_rows(min_row=2, values_only=True)] for name in ("nodes", "edges"))
    return Seen({str(row[0]): str(row[1] or "") for row in nodes}, sorted((str(r[0]), str(r[1]), "") for r in edges))


def read_svg(outputs: tuple[Output, ...]) -> Seen:
    """Read the names that stand in the boxes and the ends of the lines, with expat."""
    root = ET.fromstring(outputs[0].text)
    svg = "{http://www.w3.org/2000/svg}"
    groups = [group for group in root.iter(f"{svg}g") if group.get("class")]
    named = [text for group in groups for text in group.iter(f"{svg}text") if text.get("class") == "name"]
    whose = {text: group.get("id") for group in groups if group.get("data-record") is not None for text in group.iter()}
    edges = [(group.get("data-citing"), group.get("data-cited")) for group in groups if group.get("data-citing")]
    return Seen(
        {str(whose[text]): "".join(text.itertext()) for text in named if text in whose},
        sorted((str(citing), str(cited), "") for citing, cited in edges),
    )


def read_csv(outputs: tuple[Output, ...]) -> Seen:
    nodes, edges = ([*csv.DictReader(StringIO(output.text, newline=""))] for output in outputs)
    assert all(edge["Type"] == "Directed" for edge in edges)
    return Seen({row["Id"]: row["Label"] for row in nodes}, sorted((row["Source"], row["Target"], "") for row in edges))


READERS: dict[str, tuple[Callable[[tuple[Output, ...]], Seen], ...]] = {
    "dot": (read_dot,),
    "mermaid": (read_mermaid,),
    "svg": (read_svg,),
    "markdown": (read_markdown,),
    "graphml": (read_graphml, read_igraph),
    "gexf": (read_gexf,),
    "cytoscape": (read_cytoscape, read_cytoscape_js),
    "json": (read_json,),
    "csv": (read_csv,),
    "xlsx": (read_xlsx,),
}
"""By format: every program it is read back with."""

READ_ELSEWHERE = {
    "json-ld": "test_json_ld.py",
    "html": "test_browser.py",
    "prov-json": "test_prov.py",
    "prov-n": "test_prov.py",
    "prov-o": "test_prov.py",
    "png": "test_png.py",
    "csl-json": "test_references.py",
    "bibtex": "test_references.py",
    "wiki": "test_references.py",
}
"""By format that shows other than nodes and citations: the file here that reads it back."""


def _drawn(found: Any) -> str:
    return "\n".join(operation["text"] for operation in found.get("_ldraw_", []) if operation["op"] == "T")


def _seen(graph: Any, label: str = "label") -> Seen:
    labels = {node: text or "" for node, text in graph.nodes(data=label)}  # GraphML: networkx reads "" as None
    return Seen(labels, sorted((citing, cited, "") for citing, cited in graph.edges()))
