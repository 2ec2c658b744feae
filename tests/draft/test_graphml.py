"""GraphML of other programs, and XML that does harm."""

from io import BytesIO
from textwrap import dedent

import networkx as nx
import pytest

from provenance.draft import UnreadableError
from tests.draft.proposed import proposal_of, proposed

YED = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key for="node" id="d5" attr.name="description"/>
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key for="edge" id="d9" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <node id="n0"><data key="d5">first</data>
      <data key="d6"><y:ShapeNode><y:Fill color="#FFCC00"/><y:NodeLabel>Nefes</y:NodeLabel></y:ShapeNode></data></node>
    <node id="n1"><graph id="n1:"><node id="n1::n0"/></graph></node>
    <edge id="e0" source="n1::n0" target="n0"><data key="d9"><y:EdgeLabel>says</y:EdgeLabel></data></edge>
    <hyperedge/>
  </graph>
</graphml>
"""


def refused(text: str) -> list[tuple[str, str]]:
    with pytest.raises(UnreadableError) as unreadable:
        proposal_of({"in.graphml": text}, format_="graphml")
    assert {each.code for each in unreadable.value.problems} == {"not-xml"}
    return [(str(each.place), each.message) for each in unreadable.value.problems]


def test_labels_of_yed_are_outlets_and_groups_are_opened() -> None:
    workspace, notes = proposed({"in.graphml": YED}, claim="c")
    assert {report.id: report.outlet for report in workspace.reports.values()} == {
        "n0": "Nefes",
        "n1": "n1",
        "n1-n0": "n1::n0",
    }
    assert [citation.id for citation in workspace.reports["n1-n0"].says[0].cites] == ["n0"]  # type: ignore[union-attr]
    assert notes == [
        ("in.graphml:8", "how it is drawn: ShapeNode, Fill, NodeLabel"),
        ("in.graphml:10", "how it is drawn: EdgeLabel"),
        ("in.graphml:11", "a 'hyperedge': {}"),
        ("in.graphml:7", "description: first"),
        ("in.graphml:10", "label: says"),
    ]


def test_a_graph_of_networkx_keeps_attributes_that_we_know() -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("a", Publisher="A", date="2025-09-03", weight=2)
    graph.add_node("b", group=1)
    graph.add_edge("b", "a", weight=0.5)
    written = BytesIO()
    nx.write_graphml_xml(graph, written)
    workspace, notes = proposed({"in.graphml": written.getvalue().decode()}, claim="c")
    report = workspace.reports["a"]
    assert (report.outlet, report.published.text if report.published else None) == ("A", "2025-09-03")
    assert sorted(what for _, what in notes) == ["group: 1", "weight: 0.5", "weight: 2"]


def test_a_default_holds_where_nothing_else_is_said() -> None:
    text = dedent("""\
        <graphml><key id="k" for="node" attr.name="outlet"><default>Wire</default></key>
        <graph><node id="a"/><node id="b"><data key="k">Times</data></node></graph></graphml>
    """)
    workspace, _ = proposed({"in.graphml": text}, claim="c")
    assert [workspace.reports[id_].outlet for id_ in "ab"] == ["Wire", "Times"]


def test_not_xml() -> None:
    assert refused("<graphml><graph></graphml>") == [("in.graphml:1:19", "this is not XML: mismatched tag")]
    assert refused("<svg/>") == [("in.graphml:1:1", "the document is a 'svg', not a `graphml`")]
    assert refused("<graphml>" + "<graph>" * 9_000) == [("in.graphml:1:451", "this is nested more than 64 levels deep")]
    assert refused("<graphml><graph>\n<node/>\n<edge source='a'/></graph></graphml>") == [
        ("in.graphml:2:1", "this node has no `id`"),
        ("in.graphml:3:1", "this edge has no `source` and `target`"),
    ]


@pytest.mark.parametrize(
    "inside",
    ['<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">', '<!ENTITY a SYSTEM "file:///etc/passwd">', ""],
)
def test_a_doctype_is_refused_before_anything_grows_or_is_fetched(inside: str) -> None:
    text = f'<!DOCTYPE graphml [{inside}]><graphml><graph><node id="a"/></graph></graphml>'
    assert refused(text) == [("in.graphml:1:19", "a DOCTYPE can make a small file grow without end")]
