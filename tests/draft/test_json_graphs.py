"""JSON graphs of other programs, and JSON that is none."""

import json

import pytest

from provenance.draft import UnreadableError
from tests.draft.proposed import proposal_of, proposed


def refused(text: str, format_: str = "json") -> list[tuple[str, str]]:
    with pytest.raises(UnreadableError) as unreadable:
        proposal_of({"in.json": text}, format_=format_)
    assert {each.code for each in unreadable.value.problems} == {"not-json"}
    return [(str(each.place), each.message) for each in unreadable.value.problems]


def test_a_graph_of_networkx_or_d3_is_reports_that_cite_each_other() -> None:
    graph = {
        "nodes": [{"id": "a", "publisher": "A", "date": "2025-09-03", "size": 4}, {"id": 2}],
        "links": [{"source": 2, "target": "a"}],
        "extra": {"x": [1, None]},
    }
    workspace, notes = proposed({"in.json": json.dumps(graph)}, claim="c")
    assert {report.id: report.outlet for report in workspace.reports.values()} == {"a": "A", "2": "2"}
    assert [citation.id for citation in workspace.reports["2"].says[0].cites] == ["a"]  # type: ignore[union-attr]
    assert ("in.json#/extra", 'extra: {"x": [1, null]}') in notes
    assert ("in.json#/nodes/0", "size: 4") in notes


def test_not_json() -> None:
    assert refused('{"nodes": [\n  1,\n}') == [("in.json:3:1", "this is not JSON: expecting value")]
    assert refused("[" * 100_000) == [("in.json:1:65", "this is nested more than 64 levels deep")]
    assert refused('{"a": 1, "a": 2}') == [("in.json", "an object has the key 'a' twice")]
    assert refused('{"nodes": [{"id": ' + "9" * 9_000 + "}]}") == [("in.json", "a number has too many digits")]


def test_every_part_of_a_wrong_shape_is_named_at_once() -> None:
    assert refused('{"nodes": [1, {"id": "a"}, {}], "edges": [{"source": "a"}]}') == [
        ("in.json#/nodes/0", "a node is an object with `id`"),
        ("in.json#/nodes/2", "a node is an object with `id`"),
        ("in.json#/edges/0", "an edge is an object with `source` and `target`"),
    ]
    assert refused("[]") == [("in.json", "a graph is an object with `nodes` and `edges`")]
    assert refused('{"nodes": 1}') == [("in.json#/nodes", "`nodes` has to be a list")]
    assert refused("{}", "cytoscape") == [("in.json#/elements", "`elements` has to hold `nodes` and `edges`")]


def test_half_a_surrogate_pair_is_made_visible() -> None:
    workspace, _ = proposed({"in.json": '{"nodes": [{"id": "a", "title": "x\\ud800y"}]}'}, claim="c")
    assert workspace.reports["a"].title == "x\\ud800y"
