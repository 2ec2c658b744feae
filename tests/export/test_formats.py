"""What the table of formats and the formats for programs promise beyond being read back."""

import csv
import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO, StringIO
from pathlib import Path

import networkx as nx
import pytest

from provenance.export import EXPORTERS
from provenance.export.figure import Figure, FigureEdge, FigureNode
from provenance.export.flat import RESERVED, Thing, flat, names_of, values_of, values_of_figure
from provenance.export.tables import guarded
from tests.export.cases import cases
from tests.export.hostile import HOSTILE, hostile_figure
from tests.export.readers import run


def text_of(name: str, figure: Figure) -> str:
    return EXPORTERS[name].render(figure)[0].text


def test_listing_the_formats_imports_no_graph() -> None:
    code = "import sys, provenance.export as e; print(len(e.EXPORTERS), 'networkx' in sys.modules)"
    assert run([sys.executable, "-c", code], "") == f"{len(EXPORTERS)} False\n"


def test_every_format_has_its_own_name_and_a_line_about_it() -> None:
    assert all(
        name == exporter.name and exporter.about and "\n" not in exporter.about for name, exporter in EXPORTERS.items()
    )
    assert len({exporter.suffix for exporter in EXPORTERS.values()}) == len(EXPORTERS)


def test_no_attribute_has_a_reserved_name() -> None:
    for kind in (FigureNode, FigureEdge):
        assert not RESERVED & set(names_of(kind))
    assert not RESERVED & set(values_of_figure(hostile_figure()))


def test_flattening_drops_joins_and_renames() -> None:
    values = flat({"none": None, "no": (), "two": ("a", "b\n"), "weight": 3, "yes": True, "text": "a\x1b\tb"})
    assert values == {"two": "a; b", "its_weight": 3, "yes": True, "text": "a\\x1b b"}


def test_json_holds_everything_unchanged() -> None:
    figure = hostile_figure()
    nodes = json.loads(text_of("json", figure))["nodes"]
    assert [node["quote"] for node in nodes] == list(HOSTILE)
    assert [node["title"] for node in nodes] == list(HOSTILE)
    assert [node["group"] for node in nodes[:2]] == [None, 1]


every_figure = pytest.mark.parametrize("figure", [*(case.figure() for case in cases().values()), hostile_figure()])


def told(values: Mapping[str, object]) -> dict[str, object]:
    """Leave out what is empty: networkx reads an empty GraphML value as None."""
    return {name: value for name, value in values.items() if value not in (None, "", {})}


def in_xml(thing: Thing) -> dict[str, object]:
    return told(flat(values_of(thing)))


@every_figure
def test_graphml_holds_every_attribute_and_its_type(figure: Figure) -> None:
    graph = nx.read_graphml(BytesIO(text_of("graphml", figure).encode()), force_multigraph=True)
    assert isinstance(graph, nx.MultiDiGraph)
    edges = {key: told(data) for _, _, key, data in graph.edges(keys=True, data=True)}
    nodes = {id_: told({**data, "label": None}) for id_, data in graph.nodes(data=True)}
    assert nodes == {node.id: in_xml(node) for node in figure.nodes}
    assert edges == {f"e{number}": in_xml(edge) for number, edge in enumerate(figure.edges)}
    assert told(graph.graph) == told(flat(values_of_figure(figure)))


@every_figure
def test_csv_holds_every_attribute(figure: Figure) -> None:
    nodes, edges = EXPORTERS["csv"].render(figure)
    assert rows(nodes.text, names_of(FigureNode)) == [in_cells(node) for node in figure.nodes]
    assert rows(edges.text, names_of(FigureEdge)) == [in_cells(edge) for edge in figure.edges]


def rows(text: str, names: tuple[str, ...]) -> list[dict[str, object]]:
    return [told({name: row[name] for name in names}) for row in csv.DictReader(StringIO(text, newline=""))]


def in_cells(thing: Thing) -> dict[str, object]:
    values = flat(values_of(thing)).items()
    return told(
        {name: str(value).lower() if isinstance(value, bool) else guarded(str(value)) for name, value in values}
    )


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n1", "  =1", "＝1", "＋1", "－1", "＠x"])
def test_csv_guards_formulas(text: str) -> None:
    assert guarded(text).startswith("'")


@pytest.mark.parametrize("text", ["", "a=1", "1-2", "2025-09-03", "'", "  a"])
def test_csv_leaves_other_cells_alone(text: str) -> None:
    assert guarded(text) == text.strip()


def test_csv_has_gephis_columns_and_crlf_and_no_mark() -> None:
    nodes, edges = EXPORTERS["csv"].render(cases()["s400"].figure())
    assert (nodes.name, edges.name) == ("-nodes", "-edges")
    assert nodes.text.startswith("Id,Label,record,kind,")
    assert edges.text.startswith("Source,Target,Type,citing,cited,")
    for table in (nodes.text, edges.text):
        assert table.count("\n") == table.count("\r\n") > 1
    assert "\r\nn1,n2,Directed,Militarnyi,Nefes,,clear,,false,claim,,,\r\n" in edges.text


def test_gexf_says_when_each_report_and_its_citations_came_in() -> None:
    found = cases()["doubts"].export()
    text = EXPORTERS["gexf"].render(found)[0].text
    assert 'mode="dynamic"' in text
    graph = nx.read_gexf(BytesIO(text.encode()), version="1.3")
    starts = dict(graph.nodes(data="start"))
    for number, node in enumerate(found.nodes):
        report = found.tracer.graph.report(node)
        said = starts[f"n{number}"]
        assert (said is None) is (report is None or report.published is None)
        if said is not None and report is not None and report.published is not None:
            at = datetime.fromisoformat(said)
            assert at.replace(tzinfo=UTC).timestamp() == report.published.earliest
    assert "2025-09-04T08:00:00Z" in starts.values()  # 10:00+02:00
    assert all(data.get("start") == starts[citing] for citing, _, data in graph.edges(data=True))


def test_the_reference_names_every_format_and_attribute() -> None:
    text = (Path(__file__).parents[2] / "docs" / "reference" / "formats.md").read_text()
    headings = {name for line in text.split("\n") if line.startswith("## ") for name in line[3:].split(", ")}
    assert not {name for name in EXPORTERS if name not in headings or f"| `{name}` |" not in text}
    names = {name for kind in (FigureNode, FigureEdge) for name in names_of(kind)} | {
        *values_of_figure(hostile_figure())
    }
    assert not {name for name in names if f"`{name}`" not in text}
